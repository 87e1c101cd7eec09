package downhill.race.history;

/**
 * Where a contender was.
 *
 * @param step       updates done
 * @param parameters [P] of the first seed; do not write to it
 */
public record PathPoint(long step, double[] parameters) {
}
