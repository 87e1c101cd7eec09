package downhill.optim;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Schedules by the names and options of the conformance cases. Anything unknown is an {@link UnsupportedOptimizerException}. */
public final class TorchSchedules {
    private static final Set<ScheduleForm> KNOWN = EnumSet.of(ScheduleForm.CONSTANT, ScheduleForm.EXPONENTIAL, ScheduleForm.STEP,
            ScheduleForm.COSINE,
            ScheduleForm.COSINE_RESTARTS, ScheduleForm.LINEAR_WARMUP, ScheduleForm.POLYNOMIAL);
    private static final String START_FACTOR = "startFactor";

    private TorchSchedules() {
    }

    /**
     * The schedule of a name.
     *
     * @param options its numbers; a {@code minimum} left out is 0, a {@code multiplier} or {@code power} 1, all others must be said
     */
    public static Schedule choose(String name, Map<String, ?> options) {
        ScheduleForm form = KNOWN.stream().filter(known -> known.title().equals(name)).findFirst()
                .orElseThrow(() -> new UnsupportedOptimizerException(
                        Said.of("torch.schedule.none", name, KNOWN.stream().map(ScheduleForm::title).collect(Collectors.joining(", ")))));
        form.keys().stream().filter(key -> isSaid(key) && !options.containsKey(key.name())).findFirst().ifPresent(missing -> {
            throw new UnsupportedOptimizerException(Said.of("torch.schedule.needs", name, missing.name()));
        });
        try {
            return form.with(numbers(name, options), 1, Schedule.CONSTANT);
        } catch (RefusedException refused) {
            throw new UnsupportedOptimizerException(refused.said());
        }
    }

    /** A recorded run says how long its schedule is, and from where it warms up: PyTorch's defaults are others. */
    private static boolean isSaid(ScheduleKey key) {
        return key.needed() || key.ofRun() || key.name().equals(START_FACTOR);
    }

    private static Map<String, Double> numbers(String name, Map<String, ?> options) {
        Map<String, Double> numbers = new HashMap<>();
        options.forEach((key, value) -> {
            if (!(value instanceof Number number)) {
                throw new UnsupportedOptimizerException(Said.of("torch.schedule.number", key, name));
            }
            numbers.put(key, number.doubleValue());
        });
        return numbers;
    }
}
