package downhill.ui.screen.evaluate;

/**
 * The scores of one contender on held out rows while it trains. Arrays are shared: do not write to them.
 *
 * @param id     of the contender
 * @param steps  at which it was scored, rising
 * @param scores [run][step]: fold by fold and seed by seed; NaN where there is none, or not yet
 */
record ScoreCourse(String id, long[] steps, double[][] scores) {
}
