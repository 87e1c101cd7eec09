package downhill.analysis.verdict;

/**
 * How one contender stands.
 *
 * @param name     as it is shown
 * @param scores   of each fold; NaN where it diverged
 * @param mean     of the scores; NaN where one diverged
 * @param middle   interquartile mean, with those that diverged as infinitely bad
 * @param diverged how many did
 */
public record Standing(String name, double[] scores, double mean, InterquartileMean middle, int diverged) {
}
