package downhill.ui.chart;

import java.util.List;
import java.util.Random;

/** Curves like those of a race, for pictures and tests. */
final class MadeUpCurves {
    private MadeUpCurves() {
    }

    static List<SeriesData> race(int steps) {
        return List.of(SeriesData.main("SGD", loss(steps, 0.28, 190, 1), 0), SeriesData.main("Momentum", loss(steps, 0.08, 62, 2), 1),
                SeriesData.main("RMSprop", loss(steps, 0.12, 88, 3), 2), SeriesData.main("Adam", loss(steps, 0.075, 68, 4), 3));
    }

    /** Falls from 1.1 towards {@code floor} with time constant {@code pace}, with noise. */
    static Points loss(int steps, double floor, double pace, long seed) {
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
}
