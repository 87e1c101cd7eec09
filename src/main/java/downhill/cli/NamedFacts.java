package downhill.cli;

import downhill.store.JsonOutput;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What was found out, one fact a line: for other programs under its name, for people under what that is called in their language. */
final class NamedFacts {
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, Said> units = new HashMap<>();

    /**
     * One more.
     *
     * @param key   of its words; its name in JSON is what follows the last dot
     * @param value said, a number, a text, a truth; null where there is none
     */
    void put(String key, Object value) {
        facts.put(key, value instanceof Double number && !Double.isFinite(number) ? null : value);
    }

    /** What a number counts, for people. */
    void unit(String key, Said unit) {
        units.put(key, unit);
    }

    String json() {
        Map<String, Object> named = new LinkedHashMap<>();
        facts.forEach((key, value) -> named.put(key.substring(key.lastIndexOf('.') + 1),
                value instanceof Said said ? said.toString() : value));
        return JsonOutput.ordered(named);
    }

    /** @param places that names take at least */
    void print(PrintWriter out, int places) {
        int width = Math.max(places, 2 + facts.keySet().stream().mapToInt(key -> TextTable.places(name(key, out))).max().orElse(0));
        facts.forEach((key, value) -> out.println(name(key, out) + " ".repeat(width - TextTable.places(name(key, out)))
                + HarmlessPrinter.text(out, shown(key, value))));
    }

    private static String name(String key, PrintWriter out) {
        return HarmlessPrinter.text(out, Said.of(key));
    }

    /** Six digits of a number. */
    private Object shown(String key, Object value) {
        if (value instanceof Boolean truth) {
            return Said.of(truth ? "cli.true" : "cli.false");
        }
        Object text = value instanceof Double number ? String.format(Locale.ROOT, "%.6g", number) : Objects.requireNonNullElse(value, "-");
        return value == null || !units.containsKey(key) ? text : Said.of("cli.counted", text, units.get(key));
    }
}
