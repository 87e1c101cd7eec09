package downhill.analysis.landscape;

import downhill.optim.JacobiEigen;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;

/**
 * The two directions of largest spread of M points around an origin, by the eigenvectors of the smaller of the two product
 * matrices: XXᵀ [M × M] or XᵀX [P × P]. Where the points spread along fewer than two directions, the rest is filled up with
 * axes made orthogonal.
 *
 * @param share part of the total spread along each of the two
 */
record PrincipalDirections(double[] first, double[] second, double[] share) {
    private static final double NOTHING = 1e-12;

    static PrincipalDirections of(List<double[]> points, double[] origin) {
        double[][] centred = points.stream().map(point -> minus(point, origin)).toArray(double[][]::new);
        int size = origin.length;
        if (size < 2) {
            throw new RefusedException(Said.of("plane.parameters"));
        }
        boolean tall = centred.length > size;
        JacobiEigen.Found eigen = JacobiEigen.of(tall ? gram(transposed(centred, size)) : gram(centred));
        double total = 0;
        for (double[] row : centred) {
            total += dot(row, row);
        }
        double[][] directions = new double[2][];
        double[] share = new double[2];
        for (int k = 0; k < 2; k++) {
            double value = k < eigen.values().length ? Math.max(0, eigen.values()[k]) : 0;
            share[k] = value / total;
            double[] found = share[k] > NOTHING ? principal(tall, centred, eigen.vectors()[k]) : anyOther(size, directions, k);
            directions[k] = upright(orthonormal(found, directions, k));
        }
        return new PrincipalDirections(directions[0], directions[1], share);
    }

    private static double[] principal(boolean tall, double[][] centred, double[] vector) {
        return tall ? vector.clone() : combined(centred, vector);
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double[][] transposed(double[][] rows, int columns) {
        double[][] result = new double[columns][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                result[j][i] = rows[i][j];
            }
        }
        return result;
    }

    private static double[][] gram(double[][] rows) {
        double[][] gram = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = dot(rows[i], rows[j]);
                gram[j][i] = gram[i][j];
            }
        }
        return gram;
    }

    /** Xᵀ·w. */
    private static double[] combined(double[][] rows, double[] weights) {
        double[] sum = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            add(sum, rows[i], weights[i]);
        }
        return sum;
    }

    /** The axis that the directions so far say least about. */
    private static double[] anyOther(int size, double[][] directions, int known) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int axis = 0; axis < size; axis++) {
            double said = 0;
            for (int k = 0; k < known; k++) {
                said += Math.abs(directions[k][axis]);
            }
            if (said < least) {
                least = said;
                best = axis;
            }
        }
        double[] unit = new double[size];
        unit[best] = 1;
        return unit;
    }

    private static double[] orthonormal(double[] vector, double[][] directions, int known) {
        for (int k = 0; k < known; k++) {
            add(vector, directions[k], -dot(vector, directions[k]));
        }
        double length = Math.sqrt(dot(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static double[] upright(double[] vector) {
        int largest = 0;
        for (int i = 1; i < vector.length; i++) {
            largest = Math.abs(vector[i]) > Math.abs(vector[largest]) ? i : largest;
        }
        if (vector[largest] < 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = -vector[i];
            }
        }
        return vector;
    }

    private static void add(double[] target, double[] vector, double factor) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * vector[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
