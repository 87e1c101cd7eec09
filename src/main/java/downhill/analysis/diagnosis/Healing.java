package downhill.analysis.diagnosis;

/**
 * Whether a remedy helped.
 *
 * @param relief what came of it
 * @param before the loss that the verdict is about, without the remedy
 * @param after  the same with it
 * @param atEnd  whether that is the loss at the end, else the best
 */
public record Healing(Relief relief, double before, double after, boolean atEnd) {
    /** Less than this part of the loss before is no difference; the margin of the verdict. */
    private static final double MARGIN = 0.01;

    /** What came of a remedy. */
    public enum Relief { HELPED, NO_DIFFERENCE, WORSE, NOT_KNOWN }

    /** Overfitting is judged by the loss at the end, all else by the best; who no longer diverges was helped whatever its loss. */
    public static Healing of(Ailment kind, Health before, Health after) {
        boolean atEnd = kind == Ailment.OVERFITTING;
        double was = atEnd ? before.now() : before.best();
        double now = atEnd ? after.now() : after.best();
        Relief ended = before.diverged() ? Relief.HELPED : Relief.WORSE;
        return new Healing(before.diverged() == after.diverged() ? relief(was, now) : ended, was, now, atEnd);
    }

    private static Relief relief(double was, double now) {
        double gain = was - now;
        if (Double.isNaN(gain)) {
            return Relief.NOT_KNOWN;
        }
        if (Math.abs(gain) <= MARGIN * Math.abs(was)) {
            return Relief.NO_DIFFERENCE;
        }
        return gain > 0 ? Relief.HELPED : Relief.WORSE;
    }
}
