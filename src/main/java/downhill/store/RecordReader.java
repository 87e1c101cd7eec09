package downhill.store;

import downhill.data.Visible;
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

/**
 * Trees as values: the other way of {@link RecordWriter}. The types come from the program's own records, never from the file;
 * a field that is missing, unknown or of another type is refused with its path.
 */
final class RecordReader {
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
        require(node.isArray(), path, "must be a list", node);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            values.add(value(type.getActualTypeArguments()[0], node.get(i), path + "[" + i + "]"));
        }
        return values;
    }

    private Map<?, ?> map(ParameterizedType type, JsonNode node, String path) {
        require(node.isObject(), path, "must be an object", node);
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
            throw problem(path, "must be named by a whole number");
        }
        return Integer.valueOf(key);
    }

    private Object ofFamily(Class<?> family, JsonNode node, String path) {
        require(node.isObject(), path, "must be an object", node);
        JsonNode kind = node.get(RecordWriter.KIND);
        if (kind == null || !kind.isString()) {
            throw problem(path, "lacks its \"kind\", one of " + kinds(family));
        }
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (Names.of(member).equals(kind.stringValue())) {
                return record(member, node, path, true);
            }
        }
        throw problem(at(path, RecordWriter.KIND), "is " + node.get(RecordWriter.KIND) + ", which is none of " + kinds(family));
    }

    private static String kinds(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses()).map(Names::of).collect(Collectors.joining(", "));
    }

    private Object record(Class<?> type, JsonNode node, String path, boolean withKind) {
        require(node.isObject(), path, "must be an object", node);
        RecordComponent[] components = type.getRecordComponents();
        List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
        for (String name : node.propertyNames()) {
            if (!known.contains(name) && !(withKind && name.equals(RecordWriter.KIND))) {
                throw problem(path, "has the unknown field \"" + name + "\"; known are " + String.join(", ", known));
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
            return 0.0;
        }
        if (!Optionals.mayBeNull(component)) {
            throw problem(path, "lacks the field \"" + component.getName() + "\"");
        }
        return null;
    }

    private Object make(Class<?> type, RecordComponent[] components, Object[] values, String path) {
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new MalformedException(file + JsonPlace.of(text, path) + ": " + path + " is refused: " + e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record cannot be made: " + type, e);
        }
    }

    void require(boolean holds, String path, String what, JsonNode node) {
        if (!holds) {
            String shown = node.isContainer() ? (node.isArray() ? "a list" : "an object") : node.toString();
            throw problem(path, what + ", but is " + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown));
        }
    }

    /** The text itself; no file that is written from it could hold half of a character. */
    String whole(String value, String path) {
        if (Visible.hasHalf(value)) {
            throw problem(path, "holds half of a character (" + Visible.line(value) + "); write the whole one");
        }
        return value;
    }

    StoreException problem(String path, String what) {
        return new MalformedException(file + JsonPlace.of(text, path) + ": " + (path.isEmpty() ? "the document" : path) + " " + what + ".");
    }

    private static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
