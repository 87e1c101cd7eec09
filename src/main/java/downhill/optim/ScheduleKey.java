package downhill.optim;

import downhill.setting.Interval;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Map;

/**
 * A number that the user of a schedule chooses.
 *
 * @param name      in documents and on the command line, such as {@code stepSize}
 * @param legal     the values for which the schedule is defined
 * @param whole     whether it counts updates or observations
 * @param otherwise what it is where nobody says, NaN where it must be said
 * @param ofRun     whether it is the length of the run where nobody says
 */
public record ScheduleKey(String name, Interval legal, boolean whole, double otherwise, boolean ofRun) {
    private static final double MOST = 1e9;

    static ScheduleKey aboveZero(String name, double otherwise) {
        return new ScheduleKey(name, Interval.ABOVE_ZERO, false, otherwise, false);
    }

    static ScheduleKey notNegative(String name, double otherwise) {
        return new ScheduleKey(name, Interval.NON_NEGATIVE, false, otherwise, false);
    }

    static ScheduleKey share(String name, double otherwise) {
        return new ScheduleKey(name, Interval.closed(0, 1), false, otherwise, false);
    }

    static ScheduleKey between(String name, double low, double high) {
        return new ScheduleKey(name, new Interval(low, true, high, true), false, Double.NaN, false);
    }

    static ScheduleKey count(String name, int least, double otherwise) {
        return new ScheduleKey(name, Interval.closed(least, MOST), true, otherwise, false);
    }

    static ScheduleKey lengthOfRun(String name, int least) {
        return new ScheduleKey(name, Interval.closed(least, MOST), true, Double.NaN, true);
    }

    /** Whether it must be said. */
    public boolean needed() {
        return Double.isNaN(otherwise) && !ofRun;
    }

    /** What it may be, in words: a whole number in [1, 1000000000]. */
    public Said range() {
        return Said.of(whole ? "wanted.whole" : "wanted.number", legal);
    }

    /**
     * The value chosen, or what it is where nobody says.
     *
     * @param run updates of the run
     * @throws IllegalArgumentException of one sentence where it is needed or not legal
     */
    double value(Map<String, Double> chosen, long run, String schedule) {
        Double said = chosen.get(name);
        if (said == null) {
            if (needed()) {
                throw new RefusedException(Said.of("schedule.key.needed", schedule, name, range()));
            }
            return ofRun ? Math.max(legal.low(), Math.min(run, MOST)) : otherwise;
        }
        if (!legal.contains(said) || Double.isInfinite(said) || whole && said != Math.rint(said)) {
            throw new RefusedException(Said.of("schedule.key.must", name, schedule, range(), WrittenNumbers.text(said)));
        }
        return said;
    }
}
