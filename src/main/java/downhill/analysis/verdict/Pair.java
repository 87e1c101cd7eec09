package downhill.analysis.verdict;

/**
 * Two contenders on the same folds.
 *
 * @param a           index of the first
 * @param b           index of the second, larger
 * @param test        of the differences a − b; all NaN where one of them diverged
 * @param better      probability that the first is better by more than the margin
 * @param equivalent  that they differ by no more than the margin
 * @param worse       that the first is worse by more than the margin
 * @param improvement how often a run of the first is better than one of the second
 * @param needed      how many differences like these would tell; 0 where no number would, or where they are not compared
 */
public record Pair(int a, int b, PairedTest test, double better, double equivalent, double worse, double improvement, int needed) {
}
