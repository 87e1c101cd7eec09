package downhill.compress;

import java.util.List;
import java.util.stream.IntStream;

/** Which of several forms no other beats: none is as small and better, or as good and smaller. */
public final class SizeFront {
    private SizeFront() {
    }

    /**
     * Their places, in order.
     *
     * @param costs  of each, the less the better
     * @param scores of each; one that is not a number is never on the front
     * @param higher whether a higher score is better
     */
    public static List<Integer> of(double[] costs, double[] scores, boolean higher) {
        double sign = higher ? 1 : -1;
        return IntStream.range(0, costs.length).filter(i -> !Double.isNaN(scores[i]) && IntStream.range(0, costs.length).noneMatch(j -> {
            double gain = sign * (scores[j] - scores[i]);
            return costs[j] <= costs[i] && gain >= 0 && (costs[j] < costs[i] || gain > 0);
        })).boxed().toList();
    }
}
