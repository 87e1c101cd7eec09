package downhill.analysis.curvature;

import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.engine.train.GradientProbe;
import downhill.race.WholeLoss;
import downhill.race.document.Experiment;

/**
 * Measures the gradient noise scale of a data loss from gradients of single rows, in float64, without dropout and augmentation: of every
 * training row where they are at most {@link #ROWS}, else of so many, drawn by the seed. Rows count once each, whatever they weigh. One
 * thread at a time.
 */
public final class GradientNoise implements AutoCloseable {
    /** Most rows whose own gradients are taken. */
    public static final int ROWS = 256;
    /** By so much of themselves the two sums that are subtracted may be off. */
    private static final double ROUNDING = ROWS * Math.ulp(1.0);

    private final GradientProbe single;
    private final int rows;
    private final Runnable goOn;

    /** @param prepared the data; null for a surface, whose gradients have no noise */
    public GradientNoise(Experiment experiment, Prepared prepared) {
        this(experiment, prepared, () -> { });
    }

    /** @param goOn is called before every row, and may end the work by an exception */
    GradientNoise(Experiment experiment, Prepared prepared, Runnable goOn) {
        this.goOn = goOn;
        WholeLoss one = prepared == null ? null : WholeLoss.of(experiment, prepared, 1);
        rows = one == null ? 0 : Math.min(ROWS, one.data().rows());
        single = rows == 0 ? null : new GradientProbe(one.graph(), one.data(), experiment.seed(), Precision.DOUBLE);
    }

    /**
     * In rows; NaN for a surface, infinite where rows agree on nothing, and 0 where they agree to the digits that the sums hold: those of
     * a model that is off by very much.
     */
    public double scale(double[] parameters) {
        double[] mean = new double[parameters.length];
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            goOn.run();
            double[] one = single.gradient(parameters, row);
            squares += Measures.dot(one, one) / rows;
            for (int i = 0; i < mean.length; i++) {
                mean[i] += one[i] / rows;
            }
        }
        return rows == 0 ? Double.NaN : scale(squares, Measures.dot(mean, mean));
    }

    /**
     * @param squares mean squared length of the rows' gradients
     * @param length  squared length of their mean
     */
    static double scale(double squares, double length) {
        double spread = squares - length;
        return spread <= ROUNDING * squares ? 0 / length : spread / length;
    }

    @Override
    public void close() {
        if (single != null) {
            single.close();
        }
    }
}
