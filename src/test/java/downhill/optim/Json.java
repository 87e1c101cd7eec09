package downhill.optim;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads the reference values of the tests. */
final class Json {
    private Json() {
    }

    static JsonNode read(String resource) {
        try (InputStream in = Json.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(resource, e);
        }
    }

    static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }

    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    /** Numbers and booleans by name. */
    static Map<String, Object> options(JsonNode object) {
        Map<String, Object> options = new HashMap<>();
        object.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isBoolean() || value.isNumber()) {
                options.put(entry.getKey(), value.isBoolean() ? (Object) value.asBoolean() : (Object) value.asDouble());
            }
        });
        return options;
    }
}
