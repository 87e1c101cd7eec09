package downhill.ui.tune;

import downhill.optim.Hyperparameter;
import downhill.setting.Setting;
import downhill.study.Searchable;
import downhill.study.space.Choices;
import downhill.study.space.Condition;
import downhill.study.space.Extent;
import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.study.space.ValueText;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.RuleWords;
import downhill.ui.i18n.Spoken;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knobs, their ranges and values in the language of the window. */
public final class KnobWords {
    private static final String KEY = "tune.knob.";
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private final Map<String, Searchable> known = new HashMap<>();

    /** With the names of these; others are called as they are written. */
    public KnobWords(List<Searchable> all) {
        all.forEach(one -> known.put(one.name(), one));
    }

    /** What a person calls it. */
    public static String label(Searchable one) {
        if (one.setting() != null) {
            return Spoken.text(((Setting<?>) one.setting()).label());
        }
        if (one.number() != null) {
            return spelled(one.number());
        }
        return Messages.has(Language.ENGLISH, KEY + one.name()) ? Messages.text(KEY + one.name()) : one.name();
    }

    /** Beside knobs with names in words it has words, too, where a formula keeps its key. */
    private static String spelled(Hyperparameter number) {
        String name = RuleWords.name(number);
        boolean own = !name.equals(number.key()) || !RuleWords.isCommon(number);
        String words = HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
        return own ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What a person calls the knob of a name. */
    public String label(String name) {
        return known.containsKey(name) ? label(known.get(name)) : name;
    }

    /** What it may be, and when it matters. */
    public String range(Knob knob) {
        String range = range(knob.extent());
        String when = knob.when().stream().map(this::condition).collect(Collectors.joining(", "));
        return when.isEmpty() ? range : Messages.text("tune.range.when", range, when);
    }

    private String condition(Condition condition) {
        return label(condition.knob()) + " = " + joined(condition.values());
    }

    /** What it may be. */
    public static String range(Extent extent) {
        if (extent instanceof Choices choices) {
            return joined(choices.values());
        }
        NumberRange range = (NumberRange) extent;
        String low = Numbers.plain(range.low());
        String high = Numbers.plain(range.high());
        if (range.log()) {
            return Messages.text("tune.range.log", low, high);
        }
        boolean steps = range.step() > 0 && !(range.whole() && range.step() == 1);
        return steps ? Messages.text("tune.range.step", low, high, Numbers.plain(range.step())) : Messages.text("tune.range", low, high);
    }

    private static String joined(List<Object> values) {
        return values.stream().map(KnobWords::value).collect(Collectors.joining(", "));
    }

    /** A value, to three digits where it is a number. */
    public static String value(Object value) {
        return value instanceof Double number ? Numbers.format(number) : ValueText.of(value);
    }

    /** All values of a trial, in the order of {@code order}. */
    public String values(Map<String, Object> values, List<Knob> order) {
        return order.stream().map(Knob::name).filter(values::containsKey).map(name -> label(name) + " " + value(values.get(name)))
                .collect(Collectors.joining(", "));
    }
}
