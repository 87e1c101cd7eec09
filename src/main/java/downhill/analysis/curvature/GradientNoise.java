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

    /** In rows; NaN for a surface, 0 where all rows agree, infinite where they agree on nothing. */
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
        double length = Measures.dot(mean, mean);
        return rows == 0 ? Double.NaN : Math.max(0, squares - length) / length;
    }

    @Override
    public void close() {
        if (single != null) {
            single.close();
        }
    }
}
