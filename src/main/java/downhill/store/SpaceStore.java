package downhill.store;

import downhill.study.space.Choices;
import downhill.study.space.Condition;
import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.study.space.Extent;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Spaces in JSON: an object with a knob under each name. A knob is a list of values, a text as {@code --vary} has it behind its equals
 * sign, or an object with {@code low}, {@code high} and perhaps {@code log}, {@code step}, {@code int}, or with {@code values}; either with
 * {@code if}, an object of other knobs and those of their values with which it matters.
 */
public final class SpaceStore {
    private static final Set<String> KEYS = Set.of("low", "high", "log", "step", "int", "values", "if");

    private SpaceStore() {
    }

    /**
     * Reads a file.
     *
     * @throws StoreException of one sentence that names the file and, where there is one, the line
     */
    public static SearchSpace read(Path file) {
        byte[] json = Json.bytes(file);
        JsonNode root = Json.parse(json, file.toString());
        if (!root.isObject()) {
            throw new StoreException(JsonPlace.said(file.toString(), json, "", Said.of("space.object")));
        }
        List<Knob> knobs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : root.properties()) {
            knobs.add(placed(file, json, each.getKey(), each.getValue()));
        }
        try {
            return new SearchSpace(knobs);
        } catch (RefusedException refused) {
            throw new StoreException(Said.of("document.at", file, refused.said()), refused);
        }
    }

    private static Knob placed(Path file, byte[] json, String name, JsonNode node) {
        try {
            return knob(name, node);
        } catch (RefusedException refused) {
            throw new StoreException(JsonPlace.said(file.toString(), json, name, refused.said()), refused);
        }
    }

    private static Knob knob(String name, JsonNode node) {
        if (node.isString()) {
            return VaryText.read(name + "=" + node.stringValue());
        }
        if (node.isArray()) {
            return new Knob(name, choices(name, node));
        }
        require(node.isObject(), name);
        node.propertyNames().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw new RefusedException(Said.of("space.key", name, key, String.join(", ", KEYS.stream().sorted().toList())));
        });
        Knob knob = new Knob(name, node.has("values") ? choices(name, node.get("values")) : numbers(name, node));
        JsonNode conditions = node.get("if");
        require(conditions == null || conditions.isObject(), name);
        for (Map.Entry<String, JsonNode> each : conditions == null ? Set.<Map.Entry<String, JsonNode>>of() : conditions.properties()) {
            knob = knob.onlyWhen(new Condition(each.getKey(), values(name, each.getValue())));
        }
        return knob;
    }

    private static Extent choices(String name, JsonNode node) {
        try {
            return new Choices(values(name, node));
        } catch (RefusedException refused) {
            throw new RefusedException(Said.of("space.whose", name, refused.said()), refused);
        }
    }

    private static List<Object> values(String name, JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false).map(each -> value(name, each)).toList()
                : List.of(value(name, node));
    }

    /** Of a knob: {@link Long}, {@link Double}, {@link Boolean} or {@link String}. */
    static Object value(String name, JsonNode node) {
        require(node.isValueNode() && !node.isNull(), name);
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.stringValue();
    }

    private static NumberRange numbers(String name, JsonNode node) {
        try {
            return new NumberRange(number(name, node, "low"), number(name, node, "high"), yes(name, node, "log"),
                    node.has("step") ? number(name, node, "step") : 0, yes(name, node, "int"));
        } catch (RefusedException refused) {
            throw new RefusedException(Said.of("space.whose", name, refused.said()), refused);
        }
    }

    private static double number(String name, JsonNode node, String key) {
        if (!node.has(key) || !node.get(key).isNumber()) {
            throw new RefusedException(Said.of("space.needs", key));
        }
        return node.get(key).doubleValue();
    }

    private static boolean yes(String name, JsonNode node, String key) {
        require(!node.has(key) || node.get(key).isBoolean(), name);
        return node.has(key) && node.get(key).booleanValue();
    }

    private static void require(boolean holds, String name) {
        if (!holds) {
            throw new RefusedException(Said.of("space.knob", name));
        }
    }
}
