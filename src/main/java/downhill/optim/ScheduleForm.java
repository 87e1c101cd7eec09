package downhill.optim;

import downhill.setting.Interval;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The kinds of {@link Schedule} by the names and keys that they have in documents, to be chosen by text. */
public enum ScheduleForm {
    CONSTANT("constant", Schedule.Constant.class, (value, then) -> Schedule.CONSTANT),
    EXPONENTIAL("exponential", Schedule.Exponential.class, (value, then) -> new Schedule.Exponential(value.applyAsDouble("gamma")),
            ScheduleKey.number("exponential.gamma", Interval.ABOVE_ZERO, 0.999, Schedule.Exponential.class, Schedule.Exponential::gamma)
                    .said()),
    INVERSE_TIME("inverse-time", Schedule.InverseTime.class, (value, then) -> new Schedule.InverseTime(value.applyAsDouble("decay")),
            ScheduleKey.number("inverse-time.decay", Interval.NON_NEGATIVE, 0.001, Schedule.InverseTime.class, Schedule.InverseTime::decay)
                    .said()),
    STEP("step", Schedule.Step.class, (value, then) -> new Schedule.Step(whole(value, "stepSize"), value.applyAsDouble("gamma")),
            ScheduleKey.count("step.stepSize", 1, 500, Schedule.Step.class, Schedule.Step::stepSize).said(),
            ScheduleKey.number("step.gamma", Interval.ABOVE_ZERO, 0.5, Schedule.Step.class, Schedule.Step::gamma).said()),
    COSINE("cosine", Schedule.Cosine.class, (value, then) -> new Schedule.Cosine(whole(value, "period"), value.applyAsDouble("minimum")),
            ScheduleKey.lengthOfRun("cosine.period", 1, Schedule.Cosine.class, Schedule.Cosine::period),
            ScheduleKey.number("cosine.minimum", Interval.NON_NEGATIVE, 0, Schedule.Cosine.class, Schedule.Cosine::minimum)),
    COSINE_RESTARTS("cosine-restarts", Schedule.CosineRestarts.class, (value, then) -> new Schedule.CosineRestarts(whole(value, "period"),
            whole(value, "multiplier"), value.applyAsDouble("minimum")),
            ScheduleKey.count("cosine-restarts.period", 1, 500, Schedule.CosineRestarts.class, Schedule.CosineRestarts::period).said(),
            ScheduleKey.count("cosine-restarts.multiplier", 1, 1, Schedule.CosineRestarts.class, Schedule.CosineRestarts::multiplier),
            ScheduleKey.number("cosine-restarts.minimum", Interval.NON_NEGATIVE, 0, Schedule.CosineRestarts.class,
                    Schedule.CosineRestarts::minimum)),
    LINEAR_WARMUP("linear-warmup", Schedule.LinearWarmup.class,
            (value, then) -> new Schedule.LinearWarmup(value.applyAsDouble("startFactor"),
            whole(value, "steps"), then),
            ScheduleKey.count("linear-warmup.steps", 1, 100, Schedule.LinearWarmup.class, Schedule.LinearWarmup::steps).said(),
            ScheduleKey.number("linear-warmup.startFactor", Interval.closed(0, 1), 0, Schedule.LinearWarmup.class,
                    Schedule.LinearWarmup::startFactor)),
    POLYNOMIAL("polynomial", Schedule.Polynomial.class, (value, then) ->
            new Schedule.Polynomial(whole(value, "steps"), value.applyAsDouble("power")),
            ScheduleKey.lengthOfRun("polynomial.steps", 1, Schedule.Polynomial.class, Schedule.Polynomial::steps),
            ScheduleKey.number("polynomial.power", Interval.ABOVE_ZERO, 1, Schedule.Polynomial.class, Schedule.Polynomial::power)),
    ONE_CYCLE("one-cycle", Schedule.OneCycle.class, (value, then) ->
            new Schedule.OneCycle(whole(value, "steps"), value.applyAsDouble("warmup"),
            value.applyAsDouble("divisor"), value.applyAsDouble("finalDivisor")),
            ScheduleKey.lengthOfRun("one-cycle.steps", 2, Schedule.OneCycle.class, Schedule.OneCycle::steps),
            ScheduleKey.number("one-cycle.warmup", Interval.closed(0, 1), 0.3, Schedule.OneCycle.class, Schedule.OneCycle::warmup),
            ScheduleKey.number("one-cycle.divisor", Interval.ABOVE_ZERO, 25, Schedule.OneCycle.class, Schedule.OneCycle::divisor),
            ScheduleKey.number("one-cycle.finalDivisor", Interval.ABOVE_ZERO, 1e4, Schedule.OneCycle.class,
                    Schedule.OneCycle::finalDivisor)),
    REDUCE_ON_PLATEAU("reduce-on-plateau", Schedule.ReduceOnPlateau.class,
            (value, then) -> new Schedule.ReduceOnPlateau(value.applyAsDouble("factor"),
            whole(value, "patience"), value.applyAsDouble("threshold"), value.applyAsDouble("minimum")),
            ScheduleKey.number("reduce-on-plateau.factor", new Interval(0, true, 1, true), 0.5, Schedule.ReduceOnPlateau.class,
                    Schedule.ReduceOnPlateau::factor).said(),
            ScheduleKey.count("reduce-on-plateau.patience", 0, 10, Schedule.ReduceOnPlateau.class, Schedule.ReduceOnPlateau::patience)
                    .said(),
            ScheduleKey.number("reduce-on-plateau.threshold", Interval.closed(0, 1), 1e-4, Schedule.ReduceOnPlateau.class,
                    Schedule.ReduceOnPlateau::threshold),
            ScheduleKey.number("reduce-on-plateau.minimum", Interval.NON_NEGATIVE, 0, Schedule.ReduceOnPlateau.class,
                    Schedule.ReduceOnPlateau::minimum));

    /** Makes a schedule of checked numbers. */
    private interface Maker {
        Schedule make(ToDoubleFunction<String> value, Schedule then);
    }

    private final String title;
    private final Class<? extends Schedule> type;
    private final Maker maker;
    private final List<ScheduleKey> keys;

    ScheduleForm(String title, Class<? extends Schedule> type, Maker maker, ScheduleKey... keys) {
        this.title = title;
        this.type = type;
        this.maker = maker;
        this.keys = List.of(keys);
    }

    /** The form of a name; the window's short words warm-up and plateau are understood too. */
    public static Optional<ScheduleForm> named(String name) {
        String full = switch (name) {
            case "warm-up" -> LINEAR_WARMUP.title;
            case "plateau" -> REDUCE_ON_PLATEAU.title;
            default -> name;
        };
        return Arrays.stream(values()).filter(form -> form.title.equals(full)).findFirst();
    }

    /** The form that a schedule has. */
    public static ScheduleForm of(Schedule schedule) {
        return Arrays.stream(values()).filter(form -> form.type.isInstance(schedule)).findFirst().orElseThrow();
    }

    /** What it does with the learning rate, in a few words. */
    public Said label() {
        return Said.of("schedule." + title);
    }

    /** As it is called in documents, such as cosine-restarts. */
    public String title() {
        return title;
    }

    /** The numbers that it takes, those that must be said first. */
    public List<ScheduleKey> keys() {
        return keys;
    }

    /** Whether another schedule can follow it. */
    public boolean leadsOn() {
        return this == LINEAR_WARMUP;
    }

    /**
     * The schedule with these numbers.
     *
     * @param chosen by key; those left out have their defaults
     * @param run    updates of the run, at least 1
     * @param then   what follows a warm-up; others ignore it
     * @throws IllegalArgumentException of one sentence where a number is needed, unknown or not legal
     */
    public Schedule with(Map<String, Double> chosen, long run, Schedule then) {
        for (String key : chosen.keySet()) {
            key(key);
        }
        return maker.make(key -> key(key).value(chosen, run, title), then);
    }

    /**
     * One of its numbers.
     *
     * @throws IllegalArgumentException of one sentence where it has no such number
     */
    public ScheduleKey key(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst().orElseThrow(() -> new RefusedException(
                Said.of("schedule.key.none", title, name, takes())));
    }

    /** Refuses, in one sentence, a value that one of its numbers cannot have. */
    void check(String name, double value) {
        key(name).check(value, title);
    }

    private Said takes() {
        String known = String.join(", ", keys.stream().map(ScheduleKey::name).toList());
        String all = leadsOn() ? known + ", then" : known;
        return keys.isEmpty() ? Said.of("schedule.key.nothing") : Said.plain(all);
    }

    private static int whole(ToDoubleFunction<String> value, String key) {
        return (int) value.applyAsDouble(key);
    }
}
