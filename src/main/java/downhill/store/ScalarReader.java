package downhill.store;

import downhill.words.Said;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Texts, numbers, switches and constants, exactly as they are: no text is taken for a number and no 1.9 for 1. */
final class ScalarReader {
    private final RecordReader reader;

    ScalarReader(RecordReader reader) {
        this.reader = reader;
    }

    Object read(Class<?> type, JsonNode node, String path) {
        if (type == String.class) {
            reader.require(node.isString(), path, "field.text", node);
            return reader.whole(node.stringValue(), path);
        }
        if (type == double.class || type == Double.class) {
            return number(node, path);
        }
        if (type == int.class || type == Integer.class) {
            reader.require(node.isIntegralNumber() && node.canConvertToInt(), path, "field.whole", node);
            return node.intValue();
        }
        if (type == long.class || type == Long.class) {
            reader.require(node.isIntegralNumber() && node.canConvertToLong(), path, "field.whole", node);
            return node.longValue();
        }
        if (type == boolean.class || type == Boolean.class) {
            reader.require(node.isBoolean(), path, "field.boolean", node);
            return node.booleanValue();
        }
        if (type.isEnum()) {
            return constant(type, node, path);
        }
        throw new IllegalArgumentException("a document cannot hold a " + type);
    }

    private Double number(JsonNode node, String path) {
        if (node.isString()) {
            return switch (node.stringValue()) {
                case "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> throw reader.problem(path, Said.of("field.but", Said.of("field.number", RecordReader.named(path)), node));
            };
        }
        reader.require(node.isNumber(), path, "field.number", node);
        double value = node.doubleValue();
        reader.require(Double.isFinite(value), path, "field.number.small", node);
        return value;
    }

    private Object constant(Class<?> type, JsonNode node, String path) {
        Object[] constants = type.getEnumConstants();
        if (node.isString()) {
            for (Object constant : constants) {
                if (WrittenNames.of((Enum<?>) constant).equals(node.stringValue())) {
                    return constant;
                }
            }
        }
        String known = Arrays.stream(constants).map(c -> WrittenNames.of((Enum<?>) c)).collect(Collectors.joining(", "));
        throw reader.problem(path, Said.of("field.but", Said.of("field.one", RecordReader.named(path), known), node));
    }
}
