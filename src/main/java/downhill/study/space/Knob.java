package downhill.study.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A setting that is searched over.
 *
 * @param name  as it was written, such as {@code learningRate}; unique in its space
 * @param extent what it may be
 * @param when  all that must hold for it to matter; where it does not matter it has no value
 */
public record Knob(String name, Extent extent, List<Condition> when) implements Serializable {
    /** Keeps a copy. */
    public Knob {
        when = List.copyOf(when);
    }

    /** One that always matters. */
    public Knob(String name, Extent extent) {
        this(name, extent, List.of());
    }

    /** With one condition more. */
    public Knob onlyWhen(Condition condition) {
        List<Condition> all = new ArrayList<>(when);
        all.add(condition);
        return new Knob(name, extent, all);
    }

    /** Whether it matters where {@code taken} are the values of the knobs before it. */
    public boolean matters(Map<String, Object> taken) {
        return when.stream().allMatch(condition -> condition.holds(taken));
    }
}
