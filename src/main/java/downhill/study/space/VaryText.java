package downhill.study.space;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Knobs as people type them: {@code KEY=LOW..HIGH[:log][:int][:step=S]} or {@code KEY=A,B,C}; either may end in
 * {@code :if:OTHER=A,B}, several times.
 */
public final class VaryText {
    private static final String IF = ":if:";
    private static final String BETWEEN = "..";

    private VaryText() {
    }

    /** @throws RefusedException of one sentence that names the text and what is wrong with it */
    public static Knob read(String text) {
        String[] parts = text.split(IF, -1);
        int equals = parts[0].indexOf('=');
        if (equals < 1 || equals == parts[0].length() - 1) {
            throw new RefusedException(Said.of("space.form", text));
        }
        String name = parts[0].substring(0, equals).strip();
        Knob knob = new Knob(name, extent(name, parts[0].substring(equals + 1).strip()));
        for (int i = 1; i < parts.length; i++) {
            knob = knob.onlyWhen(condition(text, parts[i]));
        }
        return knob;
    }

    /** What stands after {@code KEY=}. */
    public static Extent extent(String name, String text) {
        try {
            int between = text.indexOf(BETWEEN);
            return between > 0 && isNumber(text.substring(0, between)) ? numbers(text, between) : choices(text);
        } catch (RefusedException refused) {
            throw new RefusedException(Said.of("space.of", name, text, refused.said()), refused);
        }
    }

    /** The text of a knob, which {@link #read} makes the same of. */
    public static String text(Knob knob) {
        StringBuilder text = new StringBuilder(knob.name()).append('=').append(text(knob.extent()));
        knob.when().forEach(condition -> text.append(IF).append(condition.knob()).append('=').append(joined(condition.values())));
        return text.toString();
    }

    /** What stands after {@code KEY=}. */
    public static String text(Extent extent) {
        if (extent instanceof NumberRange range) {
            String step = range.step() > 0 && !range.log() ? ":step=" + number(range, range.step()) : "";
            return number(range, range.low()) + BETWEEN + number(range, range.high()) + (range.log() ? ":log" : "")
                    + (range.whole() ? ":int" : "") + step;
        }
        return joined(((Choices) extent).values());
    }

    private static String number(NumberRange range, double value) {
        return range.whole() ? Long.toString((long) value) : Double.toString(value);
    }

    private static String joined(List<Object> values) {
        return values.stream().map(VaryText::text).collect(Collectors.joining(","));
    }

    /** A number that is whole by chance is read as a whole one if nothing shows that it is not. */
    private static String text(Object value) {
        String plain = ValueText.of(value);
        return value instanceof Double && ValueText.read(plain) instanceof Long ? value.toString() : plain;
    }

    private static boolean isNumber(String text) {
        return ValueText.read(text) instanceof Number;
    }

    private static NumberRange numbers(String text, int between) {
        String[] rest = text.substring(between + BETWEEN.length()).split(":", -1);
        Object low = ValueText.read(text.substring(0, between));
        Object high = ValueText.read(rest[0]);
        boolean log = false;
        boolean whole = false;
        double step = 0;
        for (int i = 1; i < rest.length; i++) {
            log |= rest[i].equals("log");
            whole |= rest[i].equals("int");
            step = rest[i].startsWith("step=") ? number(ValueText.read(rest[i].substring("step=".length()))) : step;
            if (!rest[i].matches("log|int|step=.*")) {
                throw new RefusedException(Said.of("space.word", rest[i]));
            }
        }
        return new NumberRange(number(low), number(high), log, step, whole);
    }

    private static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new RefusedException(Said.of("space.number", value));
    }

    private static Choices choices(String text) {
        return new Choices(values(text));
    }

    /**
     * Values between commas.
     *
     * @throws RefusedException of one sentence where one is missing
     */
    public static List<Object> values(String text) {
        return pieces(text).stream().map(ValueText::read).toList();
    }

    /** A piece with = before any colon goes on with the schedule before it: {@code linear-warmup:steps=100,then=cosine} is one. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (String piece : text.split(",", -1)) {
            int equals = piece.indexOf('=');
            int colon = piece.indexOf(':');
            boolean goesOn = !pieces.isEmpty() && equals >= 0 && (colon < 0 || equals < colon);
            if (goesOn) {
                pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + "," + piece);
            } else if (piece.isBlank()) {
                throw new RefusedException(Said.of("space.choices.none"));
            } else {
                pieces.add(piece.strip());
            }
        }
        return pieces;
    }

    private static Condition condition(String whole, String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new RefusedException(Said.of("space.form", whole));
        }
        return new Condition(text.substring(0, equals).strip(), values(text.substring(equals + 1)));
    }
}
