package downhill.optim;

import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.RealNumber;
import downhill.setting.Setting;
import downhill.setting.WholeNumber;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A number that the user of a schedule chooses.
 *
 * @param setting its key, such as {@code schedule.step.stepSize}, what is legal, and what is offered or, where it need not be said, in
 *                force
 * @param part    takes it out of a schedule of its form
 * @param needed  whether it must be said
 * @param ofRun   whether it is the length of the run where nobody says
 */
public record ScheduleKey(Setting<? extends Number> setting, ToDoubleFunction<Schedule> part, boolean needed, boolean ofRun) {
    /** Documents have had larger counts than make sense; they still open. */
    private static final long MOST = Integer.MAX_VALUE;

    /** A number of the schedules of {@code type}. */
    static <S extends Schedule> ScheduleKey number(String key, Interval legal, double usual, Class<S> type, ToDoubleFunction<S> part) {
        return new ScheduleKey(Setting.of("schedule." + key, Kind.real(legal), usual), of -> part.applyAsDouble(type.cast(of)), false,
                false);
    }

    /** A count of updates or observations, from {@code least} on. */
    static <S extends Schedule> ScheduleKey count(String key, int least, long usual, Class<S> type, ToDoubleFunction<S> part) {
        return new ScheduleKey(Setting.of("schedule." + key, Kind.whole(least, MOST), usual), of -> part.applyAsDouble(type.cast(of)),
                false, false);
    }

    /** A count of updates that is that of the whole run where nobody says. */
    static <S extends Schedule> ScheduleKey lengthOfRun(String key, int least, Class<S> type, ToDoubleFunction<S> part) {
        Setting<Long> setting = Setting.of("schedule." + key, Kind.whole(least, MOST), null);
        return new ScheduleKey(setting.unit("steps"), of -> part.applyAsDouble(type.cast(of)), false, true);
    }

    /** The same, which must be said. */
    ScheduleKey said() {
        return new ScheduleKey(setting, part, true, false);
    }

    /** In documents and on the command line, such as {@code stepSize}. */
    public String name() {
        return setting.word();
    }

    /** Whether it counts updates or observations. */
    public boolean whole() {
        return setting.kind() instanceof WholeNumber;
    }

    /** The values for which the schedule is defined. */
    public Interval legal() {
        return setting.kind() instanceof WholeNumber whole ? whole.legal() : ((RealNumber) (Kind<?>) setting.kind()).legal();
    }

    /** What it is where nobody says; for a run of so many updates, at least 1. */
    public double otherwise(long run) {
        return ofRun ? Math.max(legal().low(), Math.min(run, MOST)) : setting.usual().doubleValue();
    }

    /** What it may be, in words: a whole number in [1, 1000000000]. */
    public Said range() {
        return setting.kind().range();
    }

    /**
     * The value chosen, or what it is where nobody says.
     *
     * @param run updates of the run
     * @throws IllegalArgumentException of one sentence where it is needed or not legal
     */
    double value(Map<String, Double> chosen, long run, String schedule) {
        Double said = chosen.get(name());
        if (said == null) {
            if (needed) {
                throw new RefusedException(Said.of("schedule.key.needed", schedule, name(), range()));
            }
            return otherwise(run);
        }
        check(said, schedule);
        return said;
    }

    /** @throws IllegalArgumentException of one sentence where the value is not legal */
    void check(double value, String schedule) {
        if (!legal().contains(value) || Double.isInfinite(value) || whole() && value != Math.rint(value)) {
            throw new RefusedException(Said.of("schedule.key.must", name(), schedule, range(), WrittenNumbers.text(value)));
        }
    }
}
