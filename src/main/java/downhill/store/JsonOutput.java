package downhill.store;

import downhill.data.csv.InspectReport;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reports as JSON for other programs. */
public final class JsonOutput {
    private JsonOutput() {
    }

    /** What {@code inspect --json} prints. */
    public static String inspect(InspectReport report) {
        return Json.text(RecordWriter.tree(report));
    }

    /** Any record, list or map of such values; the order of a record's components is kept. */
    public static String of(Object value) {
        JsonNode tree = RecordWriter.tree(value);
        return Json.text(tree);
    }

    /** One object with the fields of a map in its own order. */
    public static String ordered(Map<String, ?> fields) {
        tools.jackson.databind.node.ObjectNode object = Json.object();
        fields.forEach((key, value) -> object.set(key, value == null ? object.nullNode() : RecordWriter.tree(value)));
        return Json.text(object);
    }

    /** An object with {@code variants}, each with the fields of a map in its own order. */
    public static String variants(List<Map<String, Object>> variants) {
        tools.jackson.databind.node.ObjectNode object = Json.object();
        tools.jackson.databind.node.ArrayNode list = object.putArray("variants");
        for (Map<String, Object> fields : variants) {
            tools.jackson.databind.node.ObjectNode one = list.addObject();
            fields.forEach((key, value) -> one.set(key, value == null ? one.nullNode() : RecordWriter.tree(value)));
        }
        return Json.text(object);
    }

    /** A list of records. */
    public static String list(List<?> values) {
        return Json.text(RecordWriter.tree(values));
    }
}
