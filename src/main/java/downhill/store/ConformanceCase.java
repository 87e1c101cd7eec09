package downhill.store;

import downhill.model.InputShape;
import downhill.model.ModelSpec;
import java.util.Map;

/**
 * One recorded trajectory of another program.
 *
 * @param name      of the case
 * @param tolerance largest relative deviation that passes
 * @param steps     updates
 * @param optimizer by its name elsewhere
 * @param schedule  or null
 * @param clipNorm  largest norm of the gradient, or null
 * @param subject   what is minimised, and what came of it
 */
public record ConformanceCase(String name, double tolerance, int steps, Named optimizer, Named schedule, Double clipNorm,
                              Subject subject) {

    /**
     * Something with options.
     *
     * @param options numbers and switches by name
     */
    public record Named(String name, Map<String, Object> options) {
    }

    /** What is minimised. */
    public sealed interface Subject {
    }

    /**
     * A walk on a surface.
     *
     * @param path   [steps + 1][2] expected, or null
     * @param losses [steps + 1] expected, or null
     */
    public record OnSurface(String surface, double x, double y, double[][] path, double[] losses) implements Subject {
    }

    /**
     * A training of a model.
     *
     * @param x       [rows × input size]
     * @param y       [rows × outputs], classes one-hot
     * @param batches row indexes of each step, or null for all rows in each
     * @param initial values by array, row-major
     * @param losses  [steps] expected, or null
     * @param arrays  expected at the end
     * @param output  expected at the end for the first rows, or null
     */
    public record OnModel(ModelSpec model, InputShape shape, int outputs, int rows, double[] x, double[] y, int[][] batches,
                          Map<String, double[]> initial, double l1, double l2, double[] losses, Map<String, double[]> arrays,
                          double[] output) implements Subject {
    }
}
