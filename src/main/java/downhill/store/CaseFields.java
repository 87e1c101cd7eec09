package downhill.store;

import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An object of a conformance case; whatever is not asked for in the end is unsupported. */
final class CaseFields {
    /** Place of the case itself: a key. */
    static final String WHOLE = "case.whole-case";
    private static final int LONGEST = 40;

    private final JsonNode node;
    private final String place;
    private final Set<String> used = new HashSet<>();

    CaseFields(JsonNode node, String place) {
        if (node == null || !node.isObject()) {
            throw new UnsupportedCaseException(Said.of("case.object", shown(place)));
        }
        this.node = node;
        this.place = place;
    }

    boolean has(String name) {
        return node.has(name) && !node.get(name).isNull();
    }

    JsonNode get(String name) {
        used.add(name);
        if (!has(name)) {
            throw new UnsupportedCaseException(Said.of("case.lacks", shown(place), name));
        }
        return node.get(name);
    }

    CaseFields object(String name) {
        return new CaseFields(get(name), name);
    }

    void ignore(String... names) {
        used.addAll(Arrays.asList(names));
    }

    String text(String name) {
        JsonNode value = get(name);
        return require(value.isString(), value, name, "case.text").stringValue();
    }

    int whole(String name) {
        JsonNode value = get(name);
        return require(value.isIntegralNumber() && value.canConvertToInt(), value, name, "case.whole").intValue();
    }

    double number(String name) {
        JsonNode value = get(name);
        return require(value.isNumber(), value, name, "case.number").doubleValue();
    }

    double number(String name, double otherwise) {
        used.add(name);
        return has(name) ? number(name) : otherwise;
    }

    double[] numbers(String name) {
        return flat(get(name), name);
    }

    /** Whole numbers of a list. */
    List<Integer> sizes(String name) {
        List<Integer> sizes = new ArrayList<>();
        for (JsonNode each : get(name)) {
            sizes.add(require(each.isIntegralNumber() && each.canConvertToInt(), each, name, "case.wholes").intValue());
        }
        return sizes;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        get(name).forEach(each -> texts.add(require(each.isString(), each, name, "case.texts").stringValue()));
        return texts;
    }

    Map<String, double[]> arrays(String name) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        get(name).properties().forEach(entry -> arrays.put(entry.getKey(), flat(entry.getValue(), entry.getKey())));
        return arrays;
    }

    /** Everything but its name. */
    ConformanceCase.Named named() {
        Map<String, Object> options = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode value = entry.getValue();
            if (!entry.getKey().equals("name")) {
                require(value.isNumber() || value.isBoolean(), value, entry.getKey(), "case.switch");
                options.put(entry.getKey(), value.isBoolean() ? (Object) value.booleanValue() : (Object) value.doubleValue());
            }
        }
        return new ConformanceCase.Named(text("name"), options);
    }

    /** Refuses fields that nobody asked for. */
    void finish() {
        Set<String> unknown = new HashSet<>(node.propertyNames());
        unknown.removeAll(used);
        if (!unknown.isEmpty()) {
            throw new UnsupportedCaseException(Said.of("case.field", shown(place), String.join(", ", unknown.stream().sorted().toList())));
        }
    }

    /** All numbers of nested lists in row-major order. */
    static double[] flat(JsonNode nested, String name) {
        List<Double> numbers = new ArrayList<>();
        collect(nested, name, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(JsonNode node, String name, List<Double> target) {
        if (node.isArray()) {
            node.forEach(each -> collect(each, name, target));
        } else {
            target.add(require(node.isNumber(), node, name, "case.numbers").doubleValue());
        }
    }

    /** What is the object: the case itself, or a part of it by its name. */
    private static Said shown(String place) {
        return place.equals(WHOLE) ? Said.of(WHOLE) : Said.plain(place);
    }

    private static JsonNode require(boolean holds, JsonNode value, String name, String what) {
        if (!holds) {
            String shown = value.toString();
            throw new UnsupportedCaseException(Said.of("case.must", name, Said.of(what),
                    shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown));
        }
        return value;
    }
}
