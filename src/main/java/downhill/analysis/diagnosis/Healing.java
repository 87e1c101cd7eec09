package downhill.analysis.diagnosis;

import downhill.race.document.TriedRemedy;
import java.util.Locale;

/**
 * Whether a remedy helped.
 *
 * @param relief what came of it
 * @param by     what the verdict is about
 * @param before that without the remedy
 * @param after  the same with it
 */
public record Healing(Relief relief, Yardstick by, double before, double after) {
    /** Less than this part of the loss before, or than this between scores, is no difference; the margin of the verdict. */
    private static final double MARGIN = 0.01;

    /** What came of a remedy. */
    public enum Relief {
        HELPED, NO_DIFFERENCE, WORSE, NOT_KNOWN;

        /** As files have it: in small letters with hyphens. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** By {@code by}; who no longer diverges was helped whatever its loss. */
    public static Healing of(Yardstick by, Health before, Health after) {
        double was = by.of(before);
        double now = by.of(after);
        Relief ended = before.diverged() ? Relief.HELPED : Relief.WORSE;
        return new Healing(before.diverged() == after.diverged() ? relief(by, was, now) : ended, by, was, now);
    }

    private static Relief relief(Yardstick by, double was, double now) {
        double gain = by.isScore() ? now - was : was - now;
        if (Double.isNaN(gain)) {
            return Relief.NOT_KNOWN;
        }
        if (Math.abs(gain) <= MARGIN * (by.isScore() ? 1 : Math.abs(was))) {
            return Relief.NO_DIFFERENCE;
        }
        return gain > 0 ? Relief.HELPED : Relief.WORSE;
    }

    /**
     * For a document.
     *
     * @param step  how far it went
     * @param seeds that it is a mean over
     * @param rows  that it was judged by
     */
    public TriedRemedy.Effect kept(long step, int seeds, int rows) {
        return new TriedRemedy.Effect(relief.word(), by.word(), before, after, step, by.isScore() ? 1 : seeds, rows);
    }
}
