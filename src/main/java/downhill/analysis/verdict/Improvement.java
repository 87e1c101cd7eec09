package downhill.analysis.verdict;

/** Probability of improvement (Agarwal et al. 2021): how often a run of one is better than a run of the other. */
public final class Improvement {
    private Improvement() {
    }

    /**
     * Share of pairs in which the first is larger, ties counting half (Mann and Whitney's U over n·m); NaN where one has no scores. One
     * that diverged is handed in as infinitely bad.
     */
    public static double of(double[] first, double[] second) {
        double larger = 0;
        for (double one : first) {
            for (double other : second) {
                larger += one > other ? 1 : 0;
                larger += one == other ? 0.5 : 0;
            }
        }
        return larger / ((double) first.length * second.length);
    }
}
