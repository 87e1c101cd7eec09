package downhill.study.importance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How far, along each knob, the density of the best tenth lies from that of all: γ² E[(p_best / p_all − 1)²] under p_all. */
final class PedAnova {
    private static final int GRID = 100;
    private static final double BEST = 0.1;

    private PedAnova() {
    }

    /** @param points [n][d] in [0, 1] */
    static double[] of(double[][] points, double[] losses) {
        Integer[] order = new Integer[losses.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> losses[i]));
        int best = Math.max(2, (int) Math.ceil(BEST * losses.length));
        return IntStream.range(0, points[0].length).mapToDouble(knob -> effect(
                Arrays.stream(order).limit(best).mapToDouble(i -> points[i][knob]).toArray(),
                Arrays.stream(points).mapToDouble(point -> point[knob]).toArray())).toArray();
    }

    private static double effect(double[] best, double[] all) {
        double[] pBest = density(best);
        double[] pAll = density(all);
        double sum = 0;
        for (int i = 0; i < GRID; i++) {
            sum += pAll[i] * Math.pow(pBest[i] / pAll[i] - 1, 2);
        }
        double gamma = (double) best.length / all.length;
        return gamma * gamma * sum;
    }

    /** Normal kernels of Scott's width on a grid, and one even one, so that nothing is impossible; adds up to 1. */
    private static double[] density(double[] points) {
        double mean = Arrays.stream(points).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(points).map(x -> (x - mean) * (x - mean)).sum() / Math.max(1, points.length - 1));
        double width = Math.max(1.0 / GRID, 1.059 * deviation * Math.pow(points.length, -0.2));
        double[] density = new double[GRID];
        for (int i = 0; i < GRID; i++) {
            double x = (i + 0.5) / GRID;
            density[i] = 1 + Arrays.stream(points).map(at -> Math.exp(-Math.pow((x - at) / width, 2) / 2) / (width * 2.5066282746)).sum();
        }
        double sum = Arrays.stream(density).sum();
        return Arrays.stream(density).map(each -> each / sum).toArray();
    }
}
