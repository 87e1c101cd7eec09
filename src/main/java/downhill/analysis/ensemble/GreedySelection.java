package downhill.analysis.ensemble;

import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import java.util.Arrays;
import java.util.List;

/**
 * Ensemble selection with replacement (Caruana, Niculescu-Mizil, Crew and Ksikes 2004): again and again the model is added that makes the
 * mean of all added so far best, one that is in it already as well as any other; kept is the best of the ensembles on the way.
 */
final class GreedySelection {
    /** Models added. */
    static final int ROUNDS = 25;

    private GreedySelection() {
    }

    /**
     * Weights: how often each was added, with the sum 1. On the rows given the mixture is never worse than the best model alone.
     *
     * @param library of the same rows, at least one; of equally good ones the first is taken
     */
    static double[] weights(List<Predictions> library, ScoreMetric metric) {
        int[] added = new int[library.size()];
        int[] kept = added.clone();
        Merit best = null;
        for (int round = 1; round <= ROUNDS; round++) {
            Merit least = null;
            int chosen = 0;
            for (int i = 0; i < added.length; i++) {
                added[i]++;
                Merit quality = Merit.of(metric, Mixture.of(library, shares(added, round)));
                added[i]--;
                if (least == null || quality.compareTo(least) < 0) {
                    least = quality;
                    chosen = i;
                }
            }
            added[chosen]++;
            if (best == null || least.compareTo(best) < 0) {
                best = least;
                kept = added.clone();
            }
        }
        return shares(kept, Arrays.stream(kept).sum());
    }

    private static double[] shares(int[] counts, int sum) {
        return Arrays.stream(counts).mapToDouble(count -> (double) count / sum).toArray();
    }
}
