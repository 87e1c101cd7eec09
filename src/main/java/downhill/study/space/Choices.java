package downhill.study.space;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * One of several values without an order.
 *
 * @param values each a {@link String}, {@link Long}, {@link Double} or {@link Boolean}; at least one, none twice
 */
public record Choices(List<Object> values) implements Extent {
    /** Keeps a copy. */
    public Choices {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new RefusedException(Said.of("space.choices.none"));
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw new RefusedException(Said.of("space.choices.twice"));
        }
    }

    @Override
    public Object at(double unit) {
        return values.get((int) Math.max(0, Math.min(values.size() - 1, Math.floor(unit * values.size()))));
    }

    @Override
    public double unit(Object value) {
        return (values.indexOf(value) + 0.5) / values.size();
    }

    @Override
    public boolean holds(Object value) {
        return values.contains(value);
    }

    @Override
    public OptionalInt count() {
        return OptionalInt.of(values.size());
    }
}
