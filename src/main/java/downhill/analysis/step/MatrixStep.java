package downhill.analysis.step;

import downhill.engine.graph.ParameterBlock;
import downhill.engine.train.RuleTensors;
import downhill.optim.JacobiEigen;
import downhill.optim.RuleTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a step does to a matrix, as rules see it [outputs × inputs]: the gradient that comes and the change that goes.
 *
 * @param name           of the array
 * @param gradient       as the rule sees it
 * @param change         of the parameters
 * @param gradientValues singular values of the gradient, falling; none where the shorter side is longer than {@link #SIDE}, NaN where it
 *                       is not finite
 * @param changeValues   singular values of the change, the same
 */
public record MatrixStep(String name, double[][] gradient, double[][] change, double[] gradientValues, double[] changeValues) {
    /** Singular values of matrices whose shorter side is longer would take too long. */
    public static final int SIDE = 128;

    /** Of the matrix that a parameter lies in; empty where it lies in none. */
    public static Optional<MatrixStep> of(StepRecord record, int parameter) {
        List<RuleTensor> tensors = RuleTensors.of(record.layout());
        for (int i = 0; i < tensors.size(); i++) {
            RuleTensor tensor = tensors.get(i);
            if (tensor.matrix() && parameter >= tensor.offset() && parameter < tensor.offset() + tensor.size()) {
                return Optional.of(of(record, tensor, record.layout().blocks().get(i)));
            }
        }
        return Optional.empty();
    }

    /** Of all matrices, in the order of the layout. */
    public static List<MatrixStep> all(StepRecord record) {
        List<RuleTensor> tensors = RuleTensors.of(record.layout());
        List<MatrixStep> all = new ArrayList<>();
        for (int i = 0; i < tensors.size(); i++) {
            if (tensors.get(i).matrix()) {
                all.add(of(record, tensors.get(i), record.layout().blocks().get(i)));
            }
        }
        return all;
    }

    private static MatrixStep of(StepRecord record, RuleTensor tensor, ParameterBlock block) {
        double[][] gradient = cut(record.gradient().total(), tensor);
        double[][] change = cut(record.changes(), tensor);
        return new MatrixStep(block.name(), gradient, change, singular(gradient), singular(change));
    }

    private static double[][] cut(double[] row, RuleTensor tensor) {
        double[][] made = new double[tensor.outputs()][tensor.inputs()];
        for (int i = 0; i < tensor.size(); i++) {
            made[tensor.output(i)][tensor.input(i)] = row[tensor.offset() + i];
        }
        return made;
    }

    private static double[] singular(double[][] matrix) {
        int side = Math.min(matrix.length, matrix[0].length);
        if (side > SIDE) {
            return new double[0];
        }
        double[] squares = JacobiEigen.of(gram(matrix, side)).values();
        double[] values = new double[side];
        for (int i = 0; i < side; i++) {
            values[i] = Math.sqrt(squares[i] < 0 ? 0 : squares[i]); // what is below 0 is rounding; NaN stays
        }
        return values;
    }

    private static double[][] gram(double[][] matrix, int side) {
        boolean wide = matrix.length == side;
        double[][] made = new double[side][side];
        for (int i = 0; i < side; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < (wide ? matrix[0].length : matrix.length); k++) {
                    sum += wide ? matrix[i][k] * matrix[j][k] : matrix[k][i] * matrix[k][j];
                }
                made[i][j] = sum;
                made[j][i] = sum;
            }
        }
        return made;
    }
}
