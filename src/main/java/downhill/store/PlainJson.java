package downhill.store;

import downhill.words.Said;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * JSON that is said between programs and not kept in files, as plain Java: a map in the order of the text, a list, a text, a Boolean, null,
 * a Long where a number has no fraction and fits, else a Double. Read within the same limits as every document.
 */
public final class PlainJson {
    private PlainJson() {
    }

    /**
     * Reads one value.
     *
     * @param name what the text is, for messages
     * @throws StoreException of one sentence, with line and column, where it is no JSON
     */
    public static Object read(byte[] bytes, String name) {
        try (JsonParser parser = Json.parser(bytes)) {
            if (parser.nextToken() == null) {
                throw new MalformedException(Said.of("store.empty", name));
            }
            Object value = value(parser);
            if (parser.nextToken() == null) {
                return value;
            }
        } catch (JacksonException wrong) {
            return refused(bytes, name);
        }
        return refused(bytes, name);
    }

    /** Finds the words for what is wrong, which takes longer. */
    private static Object refused(byte[] bytes, String name) {
        Json.parse(bytes, name);
        throw new MalformedException(Said.of("json.nowhere", name));
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<Object> list(JsonParser parser) {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }

    private static Object whole(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? (Object) parser.getDoubleValue() : parser.getLongValue();
    }

    /** Writes maps, lists, arrays of numbers, texts, numbers, Booleans and null in one line; a number that is not finite is null. */
    public static byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = Json.generator(bytes)) {
            write(value, generator);
        }
        return bytes.toByteArray();
    }

    private static void write(Object value, JsonGenerator to) {
        if (value instanceof Map<?, ?> map) {
            to.writeStartObject();
            map.forEach((name, each) -> {
                to.writeName(whole(String.valueOf(name)));
                write(each, to);
            });
            to.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            to.writeStartArray();
            list.forEach(each -> write(each, to));
            to.writeEndArray();
        } else if (value instanceof double[] numbers) {
            to.writeStartArray();
            for (double number : numbers) {
                number(number, to);
            }
            to.writeEndArray();
        } else {
            scalar(value, to);
        }
    }

    private static void scalar(Object value, JsonGenerator to) {
        if (value == null) {
            to.writeNull();
        } else if (value instanceof Boolean flag) {
            to.writeBoolean(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            to.writeNumber(((Number) value).longValue());
        } else if (value instanceof Number number) {
            number(number.doubleValue(), to);
        } else {
            to.writeString(whole(String.valueOf(value)));
        }
    }

    /** Half of a character, which JSON can name and UTF-8 cannot, becomes a question mark. */
    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return text;
    }

    private static void number(double number, JsonGenerator to) {
        if (Double.isFinite(number)) {
            to.writeNumber(number);
        } else {
            to.writeNull();
        }
    }
}
