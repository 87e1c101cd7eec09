package downhill.store;

import downhill.data.Visible;
import downhill.words.Said;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/**
 * Trees as values: the other way of {@link RecordWriter}. The types come from the program's own records, never from the file;
 * a field that is missing, unknown or of another type is refused with its path.
 */
final class RecordReader {
    private static final int SHOWN = 60;

    private final String file;
    private final byte[] text;

    /**
     * @param file for messages
     * @param text that the trees were read from, to tell the line of what is wrong
     */
    RecordReader(String file, byte[] text) {
        this.file = file;
        this.text = text;
    }

    /** A value of that type; {@code path} is where it stands in the file. */
    <T> T read(Class<T> type, JsonNode node, String path) {
        return type.cast(value(type, node, path));
    }

    private Object value(Type type, JsonNode node, String path) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? list(generic, node, path) : map(generic, node, path);
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isSealed()) {
            return ofFamily(wanted, node, path);
        }
        if (wanted.isRecord()) {
            return record(wanted, node, path, false);
        }
        return new ScalarReader(this).read(wanted, node, path);
    }

    private List<?> list(ParameterizedType type, JsonNode node, String path) {
        require(node.isArray(), path, "field.list", node);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            values.add(value(type.getActualTypeArguments()[0], node.get(i), path + "[" + i + "]"));
        }
        return values;
    }

    private Map<?, ?> map(ParameterizedType type, JsonNode node, String path) {
        require(node.isObject(), path, "field.object", node);
        Map<Object, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String place = at(path, entry.getKey());
            Object key = type.getActualTypeArguments()[0] == Integer.class ? index(entry.getKey(), place) : entry.getKey();
            values.put(key, value(type.getActualTypeArguments()[1], entry.getValue(), place));
        }
        return values;
    }

    private Integer index(String key, String path) {
        if (!key.matches("\\d{1,9}")) {
            throw problem(path, Said.of("field.whole.named", named(path)));
        }
        return Integer.valueOf(key);
    }

    private Object ofFamily(Class<?> family, JsonNode node, String path) {
        require(node.isObject(), path, "field.object", node);
        JsonNode kind = node.get(RecordWriter.KIND);
        if (kind == null || !kind.isString()) {
            throw problem(path, Said.of("field.kind", named(path), kinds(family)));
        }
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (WrittenNames.of(member).equals(kind.stringValue())) {
                return record(member, node, path, true);
            }
        }
        String place = at(path, RecordWriter.KIND);
        throw problem(place, Said.of("field.kind.none", named(place), node.get(RecordWriter.KIND), kinds(family)));
    }

    private static String kinds(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses()).map(WrittenNames::of).collect(Collectors.joining(", "));
    }

    private Object record(Class<?> type, JsonNode node, String path, boolean withKind) {
        require(node.isObject(), path, "field.object", node);
        RecordComponent[] components = type.getRecordComponents();
        List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
        for (String name : node.propertyNames()) {
            if (!known.contains(name) && !(withKind && name.equals(RecordWriter.KIND))) {
                throw problem(path, Said.of("field.unknown", named(path), name, String.join(", ", known)));
            }
        }
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = component(components[i], node, path);
        }
        return make(type, components, values, path);
    }

    private Object component(RecordComponent component, JsonNode node, String path) {
        JsonNode value = node.get(component.getName());
        if (value != null) {
            return value(component.getGenericType(), value, at(path, component.getName()));
        }
        if (Optionals.mayBeZero(component)) {
            return value(component.getGenericType(), IntNode.valueOf(0), at(path, component.getName()));
        }
        if (!Optionals.mayBeNull(component)) {
            throw problem(path, Said.of("field.lacks", named(path), component.getName()));
        }
        return null;
    }

    private Object make(Class<?> type, RecordComponent[] components, Object[] values, String path) {
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new MalformedException(JsonPlace.said(file, text, path, Said.of("field.refused", path, Said.message(e.getCause()))),
                    e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record cannot be made: " + type, e);
        }
    }

    /** @param key of what is said of the field that it must be */
    void require(boolean holds, String path, String key, JsonNode node) {
        if (!holds) {
            throw problem(path, Said.of("field.but", Said.of(key, named(path)), shown(node)));
        }
    }

    private static Said shown(JsonNode node) {
        if (node.isContainer()) {
            return Said.of(node.isArray() ? "field.value.list" : "field.value.object");
        }
        String text = node.toString();
        return Said.plain(text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    }

    /** How a sentence calls what stands there. */
    static Said named(String path) {
        return path.isEmpty() ? Said.of("field.document") : Said.plain(path);
    }

    /** The text itself; no file that is written from it could hold half of a character. */
    String whole(String value, String path) {
        if (Visible.hasHalf(value)) {
            throw problem(path, Said.of("field.half", named(path), Visible.line(value)));
        }
        return value;
    }

    StoreException problem(String path, Said what) {
        return new MalformedException(JsonPlace.said(file, text, path, Said.of("field.sentence", what)));
    }

    private static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
