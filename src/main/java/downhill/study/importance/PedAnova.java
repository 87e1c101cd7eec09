package downhill.study.importance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How far, along each knob, the density of the best tenth lies from that of all: E[(p_best / p_all − 1)²] under p_all (Watanabe et al.
 * 2023, as Optuna computes it from version 3.6 on).
 */
final class PedAnova {
    private static final double BEST = 0.1;
    /** The least number of the best that tell of a density. */
    private static final int LEAST = 2;
    /** So that nothing is divided by zero. */
    private static final double TINY = 1e-12;

    private PedAnova() {
    }

    /**
     * @param points  [n][d] in [0, 1]
     * @param choices [d] how many values without an order a knob has; 0 where they have one
     */
    static double[] of(double[][] points, double[] losses, int[] choices) {
        double bound = bound(losses);
        return IntStream.range(0, points[0].length).mapToDouble(knob -> {
            double[] best = IntStream.range(0, losses.length).filter(i -> losses[i] <= bound).mapToDouble(i -> points[i][knob]).toArray();
            return effect(best, Arrays.stream(points).mapToDouble(point -> point[knob]).toArray(), choices[knob]);
        }).toArray();
    }

    /** The worst loss of the best tenth. */
    private static double bound(double[] losses) {
        double[] sorted = Arrays.stream(losses).boxed().sorted(Comparator.naturalOrder()).mapToDouble(each -> each).toArray();
        return sorted[Math.max(LEAST, (int) Math.ceil(BEST * losses.length)) - 1];
    }

    private static double effect(double[] best, double[] all, int choices) {
        double[] pBest = KnobDensity.of(best, choices);
        double[] pAll = KnobDensity.of(all, choices);
        double sum = 0;
        for (int i = 0; i < pAll.length; i++) {
            sum += (pAll[i] + TINY) * Math.pow((pBest[i] + TINY) / (pAll[i] + TINY) - 1, 2);
        }
        return sum;
    }
}
