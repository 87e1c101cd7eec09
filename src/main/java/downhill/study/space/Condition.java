package downhill.study.space;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * When a knob matters.
 *
 * @param knob   another one, of choices
 * @param values those of its values with which it does
 */
public record Condition(String knob, List<Object> values) implements Serializable {
    /** Keeps a copy. */
    public Condition {
        values = List.copyOf(values);
    }

    /** Whether it holds where {@code values} were taken. */
    boolean holds(Map<String, Object> taken) {
        return taken.containsKey(knob) && values.contains(taken.get(knob));
    }
}
