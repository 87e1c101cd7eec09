package downhill.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Values that were chosen, by setting; what nobody chose has its default. A value. */
public final class Chosen {
    /** Everything as usual. */
    public static final Chosen NOTHING = new Chosen(Map.of());

    private final Map<Setting<?>, Object> values;

    private Chosen(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /**
     * The same with another choice; null takes it back.
     *
     * @throws downhill.words.RefusedException where the value is not legal
     */
    public <T> Chosen with(Setting<T> setting, T value) {
        Map<Setting<?>, Object> others = new LinkedHashMap<>(values);
        if (value == null) {
            others.remove(setting);
        } else {
            others.put(setting, setting.checked(setting.key(), value));
        }
        return new Chosen(others);
    }

    /** Whether somebody chose it. */
    public boolean has(Setting<?> setting) {
        return values.containsKey(setting);
    }

    /** What was chosen, else the default, which may be null. */
    public <T> T get(Setting<T> setting) {
        return get(setting, setting.usual());
    }

    /** What was chosen, else {@code otherwise}. */
    @SuppressWarnings("unchecked") // only with() puts values in, each for a setting of its type
    public <T> T get(Setting<T> setting, T otherwise) {
        return (T) values.getOrDefault(setting, otherwise);
    }

    /** A number of at most 32 bits that was chosen, else the default. */
    public int whole(Setting<Long> setting) {
        return Math.toIntExact(get(setting));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Chosen chosen && values.equals(chosen.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
