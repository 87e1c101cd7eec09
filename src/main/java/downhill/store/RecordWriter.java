package downhill.store;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values as trees. A record is an object of its components; one of a sealed family begins with its {@code kind}. What is
 * null is left out, what is an empty {@code Optional} is null. Numbers that JSON has no word for are the texts NaN, Infinity and -Infinity.
 */
final class RecordWriter {
    static final String KIND = "kind";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordWriter() {
    }

    static JsonNode tree(Object value) {
        if (value instanceof Record record) {
            return record(record);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(each -> array.add(tree(each)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            new TreeMap<>(map).forEach((key, each) -> object.set(String.valueOf(key), tree(each)));
            return object;
        }
        return value instanceof Optional<?> perhaps ? perhaps.map(RecordWriter::tree).orElse(NODES.nullNode()) : scalar(value);
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof String text) {
            return NODES.stringNode(text);
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? NODES.numberNode(number) : NODES.stringNode(number.toString());
        }
        if (value instanceof Enum<?> constant) {
            return NODES.stringNode(WrittenNames.of(constant));
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Integer || value instanceof Long) {
            return NODES.numberNode(((Number) value).longValue());
        }
        throw new IllegalArgumentException("a document cannot hold " + value);
    }

    private static ObjectNode record(Record record) {
        ObjectNode object = NODES.objectNode();
        if (isOfAFamily(record.getClass())) {
            object.put(KIND, WrittenNames.of(record.getClass()));
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = get(record, component);
            if (value != null) {
                object.set(component.getName(), tree(value));
            } else if (!Optionals.mayBeNull(component)) {
                throw new IllegalArgumentException(component.getName() + " of " + WrittenNames.of(record.getClass()) + " is null");
            }
        }
        return object;
    }

    private static boolean isOfAFamily(Class<?> type) {
        for (Class<?> parent : type.getInterfaces()) {
            if (parent.isSealed()) {
                return true;
            }
        }
        return false;
    }

    private static Object get(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor failed: " + component, e);
        }
    }
}
