package downhill.optim;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Schedules as people type them: {@code NAME[:key=value,...]}; a warm-up may end in {@code then=} and another schedule. */
public final class ScheduleReader {
    private static final String THEN = "then=";

    private ScheduleReader() {
    }

    /**
     * The schedule of a text.
     *
     * @param run updates of the run, the length of a schedule whose own is left out
     * @throws RefusedException of one sentence that names the key and its range
     */
    public static Schedule read(String text, long run) {
        String plain = text.strip();
        int colon = plain.indexOf(':');
        ScheduleForm form = form(colon < 0 ? plain : plain.substring(0, colon));
        String numbers = colon < 0 ? "" : plain.substring(colon + 1);
        int follower = follower(numbers);
        if (follower < 0 || !form.leadsOn()) {
            return form.with(numbers(numbers, form), run, Schedule.CONSTANT);
        }
        Map<String, Double> own = numbers(numbers.substring(0, follower), form);
        long left = Math.max(1, run - own.getOrDefault("steps", 0.0).longValue());
        form.with(own, run, Schedule.CONSTANT);
        return form.with(own, run, read(numbers.substring(follower + THEN.length()), left));
    }

    /** Where the schedule after a warm-up begins, or −1. */
    private static int follower(String numbers) {
        if (numbers.startsWith(THEN)) {
            return 0;
        }
        int after = numbers.indexOf("," + THEN);
        return after < 0 ? -1 : after + 1;
    }

    private static ScheduleForm form(String name) {
        return ScheduleForm.named(name).orElseThrow(() -> new RefusedException(Said.of("cli.schedule.none", name,
                Arrays.stream(ScheduleForm.values()).map(ScheduleForm::title).collect(Collectors.joining(", ")))));
    }

    private static Map<String, Double> numbers(String text, ScheduleForm form) {
        Map<String, Double> numbers = new HashMap<>();
        for (String each : text.isEmpty() ? new String[0] : text.split(",")) {
            int equals = each.indexOf('=');
            if (equals < 1) {
                throw new RefusedException(Said.of("cli.schedule.form", each));
            }
            String key = each.substring(0, equals);
            if (numbers.put(key, number(key, each.substring(equals + 1), form)) != null) {
                throw new RefusedException(Said.of("cli.schedule.twice", key, form.title()));
            }
        }
        return numbers;
    }

    private static double number(String key, String value, ScheduleForm form) {
        Said range = form.key(key).range();
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new RefusedException(Said.of("cli.schedule.must", key, form.title(), range, value), e);
        }
    }
}
