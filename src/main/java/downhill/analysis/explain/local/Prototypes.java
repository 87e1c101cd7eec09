package downhill.analysis.explain.local;

import downhill.analysis.explain.field.Cells;
import downhill.data.CounterRandom;
import downhill.data.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Rows that stand for all: the medoids that partitioning around medoids (PAM: Kaufman &amp; Rousseeuw 1990) begins with, of 500 rows drawn
 * by a seed. Each next one lessens most how far rows are from the nearest of those chosen, by {@link Nearness}.
 *
 * @param row    index of the row among those given
 * @param stands how many of the rows drawn are nearest to it
 * @param far    mean distance of those from it
 */
public record Prototypes(int row, int stands, double far) {
    private static final int DRAWN = 500;
    private static final long PURPOSE = 1130;

    /**
     * Chooses them.
     *
     * @param most how many at most
     * @return the one that stands for most rows first
     */
    public static List<Prototypes> of(Cells rows, int most, long seed, Progress progress) {
        Nearness nearness = new Nearness(rows);
        int[] drawn = Arrays.stream(CounterRandom.permutation(seed, PURPOSE, 0, rows.count())).limit(DRAWN).sorted().toArray();
        double[][] far = IntStream.of(drawn).mapToObj(one -> IntStream.of(drawn).mapToDouble(other -> nearness.of(rows.row(one), other))
                .toArray()).toArray(double[][]::new);
        List<Integer> chosen = new ArrayList<>();
        double[] least = new double[drawn.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        while (chosen.size() < Math.min(most, drawn.length) && (chosen.isEmpty() || Arrays.stream(least).max().orElse(0) > 0)) {
            if (progress.cancelled()) {
                throw new CancellationException("prototypes are no longer wanted");
            }
            int next = next(far, least);
            chosen.add(next);
            Arrays.setAll(least, i -> Math.min(least[i], far[next][i]));
            progress.done((double) chosen.size() / most);
        }
        return told(chosen, drawn, far);
    }

    private static int next(double[][] far, double[] least) {
        int best = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < far.length; i++) {
            double sum = 0;
            for (int j = 0; j < least.length; j++) {
                sum += Math.min(least[j], far[i][j]);
            }
            best = sum < lowest ? i : best;
            lowest = Math.min(lowest, sum);
        }
        return best;
    }

    private static List<Prototypes> told(List<Integer> chosen, int[] drawn, double[][] far) {
        int[] stands = new int[chosen.size()];
        double[] sums = new double[chosen.size()];
        for (int i = 0; i < drawn.length; i++) {
            int nearest = 0;
            for (int j = 1; j < chosen.size(); j++) {
                nearest = far[chosen.get(j)][i] < far[chosen.get(nearest)][i] ? j : nearest;
            }
            stands[nearest]++;
            sums[nearest] += far[chosen.get(nearest)][i];
        }
        return IntStream.range(0, chosen.size()).mapToObj(i -> new Prototypes(drawn[chosen.get(i)], stands[i], sums[i] / stands[i]))
                .sorted((a, b) -> b.stands - a.stands).toList();
    }
}
