package downhill.optim;

import java.util.HashMap;
import java.util.Map;

/** Schedules by the names and options of the conformance cases. Anything unknown is an {@link UnsupportedOptimizerException}. */
public final class TorchSchedules {
    private final String name;
    private final Map<String, Object> left;

    private TorchSchedules(String name, Map<String, ?> options) {
        this.name = name;
        this.left = new HashMap<>(options);
    }

    /**
     * The schedule of a name.
     *
     * @param options its numbers; a {@code minimum} left out is 0, a {@code multiplier} or {@code power} 1
     */
    public static Schedule choose(String name, Map<String, ?> options) {
        TorchSchedules reading = new TorchSchedules(name, options);
        try {
            Schedule schedule = reading.schedule();
            reading.refuseUnused();
            return schedule;
        } catch (IllegalArgumentException refused) {
            throw new UnsupportedOptimizerException(refused.getMessage());
        }
    }

    private Schedule schedule() {
        return switch (name) {
            case "constant" -> Schedule.CONSTANT;
            case "exponential" -> new Schedule.Exponential(number("gamma"));
            case "step" -> new Schedule.Step(whole("stepSize"), number("gamma"));
            case "cosine" -> new Schedule.Cosine(whole("period"), number("minimum", 0));
            case "cosine-restarts" -> new Schedule.CosineRestarts(whole("period"), whole("multiplier", 1), number("minimum", 0));
            case "linear-warmup" -> new Schedule.LinearWarmup(number("startFactor"), whole("steps"), Schedule.CONSTANT);
            case "polynomial" -> new Schedule.Polynomial(whole("steps"), number("power", 1));
            default -> throw new UnsupportedOptimizerException("There is no schedule " + name + "; known are constant, exponential, step, "
                    + "cosine, cosine-restarts, linear-warmup, polynomial.");
        };
    }

    private int whole(String key) {
        return whole(key, Double.NaN);
    }

    private int whole(String key, double otherwise) {
        double value = Double.isNaN(otherwise) ? number(key) : number(key, otherwise);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new UnsupportedOptimizerException("The " + key + " of the schedule " + name + " must be a whole number.");
        }
        return (int) value;
    }

    private double number(String key, double otherwise) {
        return left.containsKey(key) ? number(key) : otherwise;
    }

    private double number(String key) {
        if (left.remove(key) instanceof Number value) {
            return value.doubleValue();
        }
        throw new UnsupportedOptimizerException("The schedule " + name + " needs a number " + key + ".");
    }

    private void refuseUnused() {
        if (!left.isEmpty()) {
            throw new UnsupportedOptimizerException("The schedule " + name + " has no option "
                    + String.join(", ", left.keySet().stream().sorted().toList()) + ".");
        }
    }
}
