package downhill.study.space;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that a study searches over. A value.
 *
 * @param knobs at least one; those that others depend on stand before them
 */
public record SearchSpace(List<Knob> knobs) {
    /**
     * Brings them into their order.
     *
     * @throws RefusedException of one sentence where there is none, one stands twice, or conditions lead nowhere or in a circle
     */
    public SearchSpace {
        if (knobs.isEmpty()) {
            throw new RefusedException(Said.of("space.empty"));
        }
        knobs = ordered(knobs);
    }

    private static List<Knob> ordered(List<Knob> knobs) {
        Map<String, Knob> left = new LinkedHashMap<>();
        for (Knob knob : knobs) {
            if (left.put(knob.name(), knob) != null) {
                throw new RefusedException(Said.of("space.twice", knob.name()));
            }
        }
        Map<String, Knob> all = Map.copyOf(left);
        knobs.forEach(knob -> knob.when().forEach(condition -> check(knob, condition, all)));
        List<Knob> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Knob next = left.values().stream().filter(knob -> knob.when().stream().noneMatch(each -> left.containsKey(each.knob())))
                    .findFirst().orElseThrow(() -> new RefusedException(Said.of("space.circle", String.join(", ", left.keySet()))));
            left.remove(next.name());
            ordered.add(next);
        }
        return List.copyOf(ordered);
    }

    private static void check(Knob knob, Condition condition, Map<String, Knob> all) {
        Knob other = all.get(condition.knob());
        if (other == null) {
            throw new RefusedException(Said.of("space.when.none", knob.name(), condition.knob()));
        }
        for (Object value : condition.values()) {
            if (!(other.extent() instanceof Choices choices) || !choices.holds(value)) {
                throw new RefusedException(Said.of("space.when.value", knob.name(), condition.knob(), value));
            }
        }
    }

    /** The knob of a name. */
    public Optional<Knob> knob(String name) {
        return knobs.stream().filter(knob -> knob.name().equals(name)).findFirst();
    }

    /** A value for each knob that matters, in order; {@code unit} says where, 0 to 1. */
    public Map<String, Object> values(Function<Knob, Double> unit) {
        return each(knob -> knob.extent().at(unit.apply(knob)));
    }

    /** A value for each knob that matters, in order. */
    public Map<String, Object> each(Function<Knob, Object> value) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Knob knob : knobs) {
            if (knob.matters(values)) {
                values.put(knob.name(), value.apply(knob));
            }
        }
        return values;
    }

    /** Whether {@code values} are a point of this space: of each knob that matters a value that it may have, and no others. */
    public boolean holds(Map<String, Object> values) {
        Set<String> known = knobs.stream().filter(knob -> knob.matters(values)).map(Knob::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return known.equals(values.keySet()) && knobs.stream().filter(knob -> known.contains(knob.name()))
                .allMatch(knob -> knob.extent().holds(values.get(knob.name())));
    }
}
