package downhill.store;

import downhill.study.space.Choices;
import downhill.study.space.Condition;
import downhill.study.space.Extent;
import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.study.space.SearchSpace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ranges as Optuna's distributions, and values as the numbers that it keeps: of a choice its place, from 0. */
final class Distributions {
    private static final String ATTRIBUTES = "attributes";
    private static final String CHOICES = "choices";

    private final Map<String, JsonNode> read = new HashMap<>();

    /** On one line. */
    static String json(Extent extent) {
        ObjectNode node = Json.object();
        ObjectNode attributes = Json.object();
        if (extent instanceof NumberRange range) {
            number(node, attributes, range);
        } else {
            node.put("name", "CategoricalDistribution");
            values(attributes.putArray(CHOICES), (Choices) extent);
        }
        node.set(ATTRIBUTES, attributes);
        return node.toString();
    }

    private static void number(ObjectNode node, ObjectNode attributes, NumberRange range) {
        node.put("name", range.whole() ? "IntDistribution" : "FloatDistribution");
        if (range.whole()) {
            attributes.put("log", range.log()).put("step", (long) range.step()).put("low", (long) range.low())
                    .put("high", (long) range.high());
        } else if (range.step() > 0) {
            attributes.put("step", range.step()).put("low", range.low()).put("high", range.high()).put("log", false);
        } else {
            attributes.putNull("step").put("low", range.low()).put("high", range.high()).put("log", range.log());
        }
    }

    private static void values(ArrayNode array, Choices choices) {
        choices.values().forEach(value -> put(array, value));
    }

    static void put(ArrayNode array, Object value) {
        if (value instanceof Long whole) {
            array.add(whole);
        } else if (value instanceof Double number) {
            array.add(number);
        } else if (value instanceof Boolean yes) {
            array.add(yes);
        } else {
            array.add(String.valueOf(value));
        }
    }

    /** The number that is kept for a value. */
    static double kept(Extent extent, Object value) {
        return extent instanceof Choices choices ? choices.values().indexOf(value) : ((Number) value).doubleValue();
    }

    /** The value of a number that was kept; null where it cannot be told. */
    Object value(double kept, String json) {
        JsonNode node = read.computeIfAbsent(json, text -> Json.parse(text.getBytes(StandardCharsets.UTF_8), "distribution"));
        String name = node.path("name").asString("");
        if (name.startsWith("Categorical")) {
            JsonNode choice = node.path(ATTRIBUTES).path(CHOICES).path((int) kept);
            return choice.isValueNode() && !choice.isNull() ? SpaceStore.value("", choice) : null;
        }
        return name.startsWith("Int") ? (Object) (long) kept : (Object) kept;
    }

    /** The other way of {@link #text(SearchSpace)}. */
    static SearchSpace space(String text) {
        List<Knob> knobs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : parsed(text).properties()) {
            Knob knob = new Knob(each.getKey(), extent(each.getValue().path("distribution").asString("")));
            for (JsonNode condition : each.getValue().path("if")) {
                for (Map.Entry<String, JsonNode> one : condition.properties()) {
                    knob = knob.onlyWhen(new Condition(one.getKey(), values(one.getValue())));
                }
            }
            knobs.add(knob);
        }
        return new SearchSpace(knobs);
    }

    /** The other way of {@link #json}, also of what Optuna wrote. */
    static Extent extent(String json) {
        JsonNode node = parsed(json);
        JsonNode attributes = node.path(ATTRIBUTES);
        String name = node.path("name").asString("");
        if (name.startsWith("Categorical")) {
            return new Choices(values(attributes.path(CHOICES)));
        }
        double step = attributes.path("step").asDouble(0);
        boolean log = attributes.path("log").asBoolean(false) || name.startsWith("Log");
        return new NumberRange(attributes.path("low").asDouble(), attributes.path("high").asDouble(), log, step, name.startsWith("Int"));
    }

    private static List<Object> values(JsonNode list) {
        List<Object> values = new ArrayList<>();
        list.forEach(each -> values.add(each.isValueNode() && !each.isNull() ? SpaceStore.value("", each) : String.valueOf(each)));
        return values;
    }

    private static JsonNode parsed(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8), "distribution");
    }

    /** A space on one line, to be compared with another. */
    static String text(SearchSpace space) {
        ObjectNode root = Json.object();
        for (Knob knob : space.knobs()) {
            ObjectNode node = root.putObject(knob.name());
            node.put("distribution", json(knob.extent()));
            ArrayNode conditions = node.putArray("if");
            knob.when().forEach(condition -> {
                ArrayNode values = conditions.addObject().putArray(condition.knob());
                condition.values().forEach(value -> put(values, value));
            });
        }
        return root.toString();
    }
}
