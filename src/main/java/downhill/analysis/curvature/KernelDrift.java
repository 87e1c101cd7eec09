package downhill.analysis.curvature;

import downhill.data.RowValues;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.engine.train.GradientProbe;
import downhill.engine.train.TrainingData;
import downhill.model.Loss;
import downhill.race.WholeLoss;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import java.util.Arrays;

/**
 * How far the tangent kernel of a net has drifted: ‖K − K₀‖ / ‖K₀‖, Frobenius, where K has the products of the gradients of the answers of
 * every two training rows by the parameters (Jacot, Gabriel &amp; Hongler 2018, equation 4), in float64. For models of one number with a
 * squared loss; of at most {@link #ROWS} rows, drawn by the seed. One thread at a time.
 *
 * <p>A squared loss of targets that are 1 larger has a gradient that is less by twice that of the answer, whatever the answer is.
 */
public final class KernelDrift implements AutoCloseable {
    /** Most rows between which the kernel is taken. */
    public static final int ROWS = 64;

    private final GradientProbe given;
    private final GradientProbe shifted;
    private final int rows;
    private final Runnable goOn;
    private double[] start;
    private double[][] kernel;

    /** @param prepared the data; null for a surface, which has no kernel */
    public KernelDrift(Experiment experiment, Prepared prepared) {
        this(experiment, prepared, () -> { });
    }

    /** @param goOn is called before every row, and may end the work by an exception */
    KernelDrift(Experiment experiment, Prepared prepared, Runnable goOn) {
        this.goOn = goOn;
        WholeLoss one = prepared != null && exists(experiment) ? WholeLoss.of(experiment, prepared, 1) : null;
        boolean single = one != null && one.data().y().size() == 1;
        rows = single ? Math.min(ROWS, one.data().rows()) : 0;
        given = single ? probe(one, one.data(), experiment.seed()) : null;
        shifted = single ? probe(one, larger(one.data()), experiment.seed()) : null;
    }

    private static boolean exists(Experiment experiment) {
        return experiment.problem() instanceof Problem.Learning learning && learning.model().loss() == Loss.MSE;
    }

    private static GradientProbe probe(WholeLoss one, TrainingData data, long seed) {
        return new GradientProbe(one.graph(), data, seed, Precision.DOUBLE);
    }

    private static TrainingData larger(TrainingData data) {
        double[] targets = Arrays.stream(data.y().all()).map(y -> y + 1).toArray();
        return new TrainingData(data.rows(), data.x(), RowValues.of(targets, 1), data.weights(), data.augment(), data.order());
    }

    /** From the kernel at {@code from} to that at {@code to}; NaN where there is none. */
    public double between(double[] from, double[] to) {
        if (rows == 0) {
            return Double.NaN;
        }
        if (!Arrays.equals(from, start)) {
            kernel = kernel(from);
            start = from.clone();
        }
        double[][] then = kernel(to);
        double change = 0;
        double size = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                change += (then[i][j] - kernel[i][j]) * (then[i][j] - kernel[i][j]);
                size += kernel[i][j] * kernel[i][j];
            }
        }
        return Math.sqrt(change / size);
    }

    private double[][] kernel(double[] parameters) {
        double[][] slopes = new double[rows][];
        for (int row = 0; row < rows; row++) {
            goOn.run();
            double[] above = given.gradient(parameters, row);
            double[] below = shifted.gradient(parameters, row);
            slopes[row] = new double[above.length];
            for (int i = 0; i < above.length; i++) {
                slopes[row][i] = (above[i] - below[i]) / 2;
            }
        }
        double[][] made = new double[rows][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                made[i][j] = Measures.dot(slopes[i], slopes[j]);
            }
        }
        return made;
    }

    @Override
    public void close() {
        if (given != null) {
            given.close();
            shifted.close();
        }
    }
}
