package downhill.ui.chart;

import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import java.util.List;
import java.util.Random;

/** Curves like those of a race, for pictures and tests. */
public final class MadeUpCurves {
    private MadeUpCurves() {
    }

    public static List<SeriesData> race(int steps) {
        return List.of(SeriesData.main("SGD", loss(steps, 0.28, 190, 1), 0), SeriesData.main("Momentum", loss(steps, 0.08, 62, 2), 1),
                SeriesData.main("RMSprop", loss(steps, 0.12, 88, 3), 2), SeriesData.main("Adam", loss(steps, 0.075, 68, 4), 3));
    }

    /** Falls from 1.1 towards {@code floor} with time constant {@code pace}, with noise. */
    public static Points loss(int steps, double floor, double pace, long seed) {
        Random random = new Random(seed);
        double[] x = new double[steps];
        double[] y = new double[steps];
        for (int i = 0; i < steps; i++) {
            x[i] = i;
            double mean = floor + (1.1 - floor) * Math.exp(-i / pace);
            y[i] = mean * Math.exp(0.05 * random.nextGaussian());
        }
        return Points.of(x, y);
    }

    /** A bowl with a bend, 61 × 61 over −2…2. */
    public static Landscape bowl() {
        double[][] z = new double[61][61];
        for (int j = 0; j < 61; j++) {
            for (int i = 0; i < 61; i++) {
                double x = -2 + i / 15.0;
                double y = -2 + j / 15.0;
                z[j][i] = 0.08 + 0.5 * x * x + 0.9 * Math.pow(y - 0.25 * Math.sin(2 * x), 2) + 0.15 * Math.sin(3 * x) * Math.cos(2 * y);
            }
        }
        return new Landscape(new Range(-2, 2), new Range(-2, 2), z, Landscape.Spacing.AUTO);
    }

    /** Rosenbrock's valley over −2…2, −1…3. */
    public static Landscape valley() {
        double[][] z = new double[81][81];
        for (int j = 0; j < 81; j++) {
            for (int i = 0; i < 81; i++) {
                double x = -2 + i / 20.0;
                double y = -1 + j / 20.0;
                z[j][i] = Math.pow(1 - x, 2) + 100 * Math.pow(y - x * x, 2);
            }
        }
        return new Landscape(new Range(-2, 2), new Range(-1, 3), z, Landscape.Spacing.AUTO);
    }

    /** Momentum's spiral into the bowl. */
    public static Points spiral(int steps, double rate, double momentum) {
        double[] x = new double[steps];
        double[] y = new double[steps];
        double vx = 0;
        double vy = 0;
        x[0] = -1.6;
        y[0] = -1.5;
        for (int i = 1; i < steps; i++) {
            vx = momentum * vx - rate * (x[i - 1] + 0.2);
            vy = momentum * vy - rate * 1.8 * (y[i - 1] - 0.1 * Math.sin(2 * x[i - 1]));
            x[i] = x[i - 1] + vx;
            y[i] = y[i - 1] + vy;
        }
        return Points.of(x, y);
    }
}
