package downhill.race.history;

/**
 * Where a contender was.
 *
 * @param step       updates done
 * @param parameters [P] of the first seed, where its gradient is taken; do not write to it
 * @param answer     [P] with which it is asked: the same array unless its rule says otherwise; do not write to it
 */
public record PathPoint(long step, double[] parameters, double[] answer) {
    /** Asked where its gradient is taken. */
    public PathPoint(long step, double[] parameters) {
        this(step, parameters, parameters);
    }
}
