package downhill.setting;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Objects;

/**
 * One thing that a person can set, said once: the window makes a field of it, the command line an option, the document a check, and
 * docs/settings.md a line. Its words are said by {@code key}, its help by {@code key.help}, the names of its values by {@code key.value}.
 *
 * @param key    its group and its place within what the group describes in a document, such as {@code training.batchSize}; unique
 * @param kind   what it can hold, and what is legal
 * @param usual  what it is where nobody says; null where that depends on something else
 * @param option name on the command line, such as {@code --batch}; null where it has none
 * @param unit   what it counts, such as {@code rows}; empty for nothing. Said as {@code unit.rows}
 * @param asked  whether it is in force only where it is asked for; {@code usual} is then what is offered
 * @param <T>    type of its values
 */
public record Setting<T>(String key, Kind<T> kind, T usual, String option, String unit, boolean asked) {
    /** Letters of a value that a sentence tells. */
    private static final int LONG = 60;

    /** Refuses a default that its own kind does not allow. */
    public Setting {
        Objects.requireNonNull(kind, key);
        if (usual != null && !kind.allows(usual)) {
            throw new IllegalStateException(key + ": " + kind.text(usual) + " is not " + kind.range());
        }
    }

    /** Without a name on the command line and without a unit. */
    public static <T> Setting<T> of(String key, Kind<T> kind, T usual) {
        return new Setting<>(key, kind, usual, null, "", false);
    }

    /** With a name on the command line. */
    public Setting<T> option(String name) {
        return new Setting<>(key, kind, usual, name, unit, asked);
    }

    /** Counted in {@code what}. */
    public Setting<T> unit(String what) {
        return new Setting<>(key, kind, usual, option, what, asked);
    }

    /** In force only where it is asked for. */
    public Setting<T> whenAsked() {
        return new Setting<>(key, kind, usual, option, unit, true);
    }

    /** Its option as a key of one contender, {@code clipNorm} of {@code --clip-norm}; where it has none, the end of its key. */
    public String word() {
        if (option == null) {
            return key.substring(key.lastIndexOf('.') + 1);
        }
        StringBuilder word = new StringBuilder(); // asked for each knob and setting by whoever looks a name up: no pattern for it
        boolean after = false;
        for (char letter : option.toCharArray()) {
            if (letter != '-') {
                word.append(after && !word.isEmpty() ? Character.toUpperCase(letter) : letter);
            }
            after = letter == '-';
        }
        return word.toString();
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
     * @throws RefusedException of one sentence that says the name, what it may be and what it is
     */
    public T read(String name, String text) {
        return kind.read(text).filter(kind::allows).orElseThrow(() -> new RefusedException(sentence(name, "\"" + text + "\"")));
    }

    /** One sentence that says why {@code value} is refused; null where it is legal. */
    public Said problem(String name, T value) {
        return kind.allows(value) ? null : sentence(name, kind.text(value));
    }

    /**
     * A legal value, as it is.
     *
     * @throws RefusedException of one sentence where it is not legal
     */
    public T checked(String name, T value) {
        Said problem = problem(name, value);
        if (problem != null) {
            throw new RefusedException(problem);
        }
        return value;
    }

    /**
     * The same where it has no name but its {@link #label}.
     *
     * @throws RefusedException of one sentence where it is not legal
     */
    public T checked(T value) {
        Said problem = problem(value);
        if (problem != null) {
            throw new RefusedException(problem);
        }
        return value;
    }

    /** The same about a value that has no name but its {@link #label}. */
    public Said problem(T value) {
        return kind.allows(value) ? null : sentence(label(), kind.text(value));
    }

    private Said sentence(Object name, String value) {
        return Said.of("setting.must", name, kind.range(), shown(value));
    }

    private static Object shown(String value) {
        if (value.isEmpty()) {
            return Said.of("setting.nothing");
        }
        return value.length() > LONG ? value.substring(0, LONG) + "…" : value;
    }

    /** The name before its field, such as Rows in a step. */
    public Said label() {
        return Said.of(key);
    }

    /** One or two sentences on what it does and what it is for. */
    public Said help() {
        return Said.of(key + ".help");
    }

    /** What it counts, in words; empty for nothing. */
    public Said counted() {
        return unit.isEmpty() ? Said.plain("") : Said.of("unit." + unit);
    }

    /** What one of a few values is called. */
    public Said named(T value) {
        return Said.of(key + "." + kind.text(value));
    }
}
