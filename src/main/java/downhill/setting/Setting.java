package downhill.setting;

import java.util.Objects;

/**
 * One thing that a person can set, said once: the window makes a field of it, the command line an option, the document a check, and
 * docs/settings.md a line. Its words are in the bundle {@code downhill/setting/words} under {@code key} and {@code key.help}.
 *
 * @param key    its group and its place within what the group describes in a document, such as {@code training.batchSize}; unique
 * @param kind   what it can hold, and what is legal
 * @param usual  what it is where nobody says; null where it then is none, or depends on something else
 * @param option name on the command line, such as {@code --batch}, or a key of one contender, such as {@code l2}; null where it has none
 * @param unit   what it counts, such as {@code rows}; empty for nothing. Named in the bundle as {@code unit.rows}
 * @param <T>    type of its values
 */
public record Setting<T>(String key, Kind<T> kind, T usual, String option, String unit) {
    /** Refuses a default that its own kind does not allow. */
    public Setting {
        Objects.requireNonNull(kind, key);
        if (usual != null && !kind.allows(usual)) {
            throw new IllegalStateException(key + ": " + kind.text(usual) + " is not " + kind.range());
        }
    }

    /** Without a name on the command line and without a unit. */
    public static <T> Setting<T> of(String key, Kind<T> kind, T usual) {
        return new Setting<>(key, kind, usual, null, "");
    }

    /** With a name on the command line. */
    public Setting<T> option(String name) {
        return new Setting<>(key, kind, usual, name, unit);
    }

    /** Counted in {@code what}. */
    public Setting<T> unit(String what) {
        return new Setting<>(key, kind, usual, option, what);
    }

    /** Where it stands within what its group describes: {@code split.seed} of {@code data.split.seed}. */
    public String place() {
        return key.substring(key.indexOf('.') + 1);
    }

    /** The default as text; empty where there is none. */
    public String usualText() {
        return usual == null ? "" : kind.text(usual);
    }

    /**
     * The legal value of a text.
     *
     * @param name how the person calls it who wrote the text, such as the option
     * @throws SettingException of one sentence that says the name, what it may be and what it is
     */
    public T read(String name, String text) {
        return kind.read(text).filter(kind::allows).orElseThrow(() -> new SettingException(sentence(name, "\"" + text + "\"")));
    }

    /** One sentence that says why {@code value} is refused; null where it is legal. */
    public String problem(String name, T value) {
        return kind.allows(value) ? null : sentence(name, kind.text(value));
    }

    /**
     * A legal value, as it is.
     *
     * @throws SettingException of one sentence where it is not legal
     */
    public T checked(String name, T value) {
        String problem = problem(name, value);
        if (problem != null) {
            throw new SettingException(problem);
        }
        return value;
    }

    private String sentence(String name, String value) {
        return name + " must be " + kind.range() + "; it is " + value + ".";
    }
}
