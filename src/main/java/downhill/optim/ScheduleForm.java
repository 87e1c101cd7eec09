package downhill.optim;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The kinds of {@link Schedule} by the names and keys that they have in documents, to be chosen by text. */
public enum ScheduleForm {
    CONSTANT("constant", (value, then) -> Schedule.CONSTANT),
    EXPONENTIAL("exponential", (value, then) -> new Schedule.Exponential(value.applyAsDouble("gamma")),
            ScheduleKey.aboveZero("gamma", Double.NaN)),
    INVERSE_TIME("inverse-time", (value, then) -> new Schedule.InverseTime(value.applyAsDouble("decay")),
            ScheduleKey.notNegative("decay", Double.NaN)),
    STEP("step", (value, then) -> new Schedule.Step(whole(value, "stepSize"), value.applyAsDouble("gamma")),
            ScheduleKey.count("stepSize", 1, Double.NaN), ScheduleKey.aboveZero("gamma", Double.NaN)),
    COSINE("cosine", (value, then) -> new Schedule.Cosine(whole(value, "period"), value.applyAsDouble("minimum")),
            ScheduleKey.lengthOfRun("period", 1), ScheduleKey.notNegative("minimum", 0)),
    COSINE_RESTARTS("cosine-restarts", (value, then) -> new Schedule.CosineRestarts(whole(value, "period"), whole(value, "multiplier"),
            value.applyAsDouble("minimum")),
            ScheduleKey.count("period", 1, Double.NaN), ScheduleKey.count("multiplier", 1, 1), ScheduleKey.notNegative("minimum", 0)),
    LINEAR_WARMUP("linear-warmup", (value, then) -> new Schedule.LinearWarmup(value.applyAsDouble("startFactor"), whole(value, "steps"), then),
            ScheduleKey.count("steps", 1, Double.NaN), ScheduleKey.share("startFactor", 0)),
    POLYNOMIAL("polynomial", (value, then) -> new Schedule.Polynomial(whole(value, "steps"), value.applyAsDouble("power")),
            ScheduleKey.lengthOfRun("steps", 1), ScheduleKey.aboveZero("power", 1)),
    ONE_CYCLE("one-cycle", (value, then) -> new Schedule.OneCycle(whole(value, "steps"), value.applyAsDouble("warmup"),
            value.applyAsDouble("divisor"), value.applyAsDouble("finalDivisor")),
            ScheduleKey.lengthOfRun("steps", 2), ScheduleKey.share("warmup", 0.3), ScheduleKey.aboveZero("divisor", 25),
            ScheduleKey.aboveZero("finalDivisor", 1e4)),
    REDUCE_ON_PLATEAU("reduce-on-plateau", (value, then) -> new Schedule.ReduceOnPlateau(value.applyAsDouble("factor"),
            whole(value, "patience"), value.applyAsDouble("threshold"), value.applyAsDouble("minimum")),
            ScheduleKey.between("factor", 0, 1), ScheduleKey.count("patience", 0, Double.NaN), ScheduleKey.share("threshold", 1e-4),
            ScheduleKey.notNegative("minimum", 0));

    /** Makes a schedule of checked numbers. */
    private interface Maker {
        Schedule make(ToDoubleFunction<String> value, Schedule then);
    }

    private final String title;
    private final Maker maker;
    private final List<ScheduleKey> keys;

    ScheduleForm(String title, Maker maker, ScheduleKey... keys) {
        this.title = title;
        this.maker = maker;
        this.keys = List.of(keys);
    }

    /** The form of a name; the window's short words warm-up and plateau are understood too. */
    public static Optional<ScheduleForm> named(String name) {
        String full = name.equals("warm-up") ? LINEAR_WARMUP.title : name.equals("plateau") ? REDUCE_ON_PLATEAU.title : name;
        return Arrays.stream(values()).filter(form -> form.title.equals(full)).findFirst();
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

    private Said takes() {
        String known = String.join(", ", keys.stream().map(ScheduleKey::name).toList());
        return keys.isEmpty() ? Said.of("schedule.key.nothing") : Said.plain(leadsOn() ? known + ", then" : known);
    }

    private static int whole(ToDoubleFunction<String> value, String key) {
        return (int) value.applyAsDouble(key);
    }
}
