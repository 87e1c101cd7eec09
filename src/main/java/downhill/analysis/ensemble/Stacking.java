package downhill.analysis.ensemble;

import downhill.analysis.metric.ClassAnswers;
import downhill.analysis.score.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stacked weights: 0 or more, with the sum 1, so that they may be called shares (Breiman 1996; van der Laan, Polley and Hubbard 2007). For
 * classes they make the likelihood of the mixture greatest, by expectation and maximisation; for numbers the squared error least, by moving
 * weight from one model to another, pair by pair. Both have one optimum.
 */
final class Stacking {
    private static final int ROUNDS = 200;
    /** Of expectation and maximisation, which comes near in small steps; fewer of many rows, whose weights are sure sooner. */
    private static final int MOST_ROUNDS = 3000;
    private static final long MOST_TERMS = 40_000_000;
    private static final double NEAR = 1e-8;
    /** As the logarithmic loss cuts probabilities. */
    private static final double LEAST = ClassAnswers.LEAST_PROBABILITY;

    private Stacking() {
    }

    /** @param library of the same rows, at least one; who has no answer for some row gets nothing */
    static double[] weights(List<Predictions> library) {
        int[] able = IntStream.range(0, library.size()).filter(i -> answers(library.get(i))).toArray();
        double[] weights = new double[library.size()];
        if (able.length == 0) {
            weights[0] = 1;
            return weights;
        }
        List<Predictions> some = Arrays.stream(able).mapToObj(library::get).toList();
        double[] found = some.get(0).probabilities() == null ? ofNumbers(some) : ofClasses(some);
        for (int i = 0; i < able.length; i++) {
            weights[able[i]] = found[i];
        }
        return weights;
    }

    private static boolean answers(Predictions one) {
        double[] values = one.probabilities() == null ? one.values() : one.probabilities().values();
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    private static double weight(Predictions one, int row) {
        return one.weights().length == 0 ? 1 : one.weights()[row];
    }

    private static double[] ofClasses(List<Predictions> library) {
        Predictions first = library.get(0);
        int rows = first.actual().length;
        double[][] right = new double[library.size()][rows];
        for (int i = 0; i < right.length; i++) {
            for (int row = 0; row < rows; row++) {
                right[i][row] = Math.max(LEAST, library.get(i).probabilities().of(row, (int) first.actual()[row]));
            }
        }
        double[] weights = new double[right.length];
        Arrays.fill(weights, 1.0 / weights.length);
        long most = Math.max(ROUNDS, Math.min(MOST_ROUNDS, MOST_TERMS / Math.max(1, (long) rows * right.length)));
        double moved = 1;
        for (int round = 0; round < most && moved > NEAR; round++) {
            double[] next = maximised(right, weights, first);
            moved = 0;
            for (int i = 0; i < next.length; i++) {
                moved = Math.max(moved, Math.abs(next[i] - weights[i]));
            }
            weights = next;
        }
        return weights;
    }

    private static double[] maximised(double[][] right, double[] weights, Predictions first) {
        double[] next = new double[weights.length];
        double sum = 0;
        for (int row = 0; row < first.actual().length; row++) {
            double mixed = 0;
            for (int i = 0; i < weights.length; i++) {
                mixed += weights[i] * right[i][row];
            }
            double counts = weight(first, row);
            sum += counts;
            for (int i = 0; i < weights.length; i++) {
                next[i] += counts * weights[i] * right[i][row] / mixed;
            }
        }
        double all = sum;
        return sum > 0 ? normalised(Arrays.stream(next).map(each -> each / all).toArray()) : weights;
    }

    /** What rounding left over. */
    private static double[] normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(each -> each / sum).toArray();
    }

    private static double[] ofNumbers(List<Predictions> library) {
        double[][] products = products(library);
        double[] weights = new double[library.size()];
        Arrays.fill(weights, 1.0 / weights.length);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < weights.length; i++) {
                for (int j = 0; j < i; j++) {
                    move(products, weights, i, j);
                }
            }
        }
        return normalised(weights);
    }

    /** Of the errors, each with each; as the weights have the sum 1, the mixture's error is the mixture of the errors. */
    private static double[][] products(List<Predictions> library) {
        double[] actual = library.get(0).actual();
        double[][] products = new double[library.size()][library.size()];
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int row = 0; row < actual.length; row++) {
                    sum += weight(library.get(0), row) * (library.get(i).values()[row] - actual[row])
                            * (library.get(j).values()[row] - actual[row]);
                }
                products[i][j] = sum;
                products[j][i] = sum;
            }
        }
        return products;
    }

    /** The least error on the line between two models' weights. */
    private static void move(double[][] products, double[] weights, int i, int j) {
        double slope = 0;
        for (int k = 0; k < weights.length; k++) {
            slope += weights[k] * (products[i][k] - products[j][k]);
        }
        double bend = products[i][i] + products[j][j] - 2 * products[i][j];
        if (bend > 0) {
            double step = Math.max(-weights[i], Math.min(weights[j], -slope / bend));
            weights[i] += step;
            weights[j] -= step;
        }
    }
}
