package downhill.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes random values of any record type the documents hold, so that every family member and every optional part occurs. */
final class RandomRecords {
    private static final double[] NUMBERS = {0, 1, 0.5, 0.1, 1e-8, 3, 2.5e17, 0.30000000000000004, Math.PI, Double.MIN_VALUE};
    private static final String[] TEXTS = {"", "a", "Größe \"x\"", "line\nfeed", "损失", "\u0000\t", "=1+2", "null"};

    private final Random random;
    private final Set<Class<?>> made = new HashSet<>();

    RandomRecords(long seed) {
        random = new Random(seed);
    }

    /** Record types that occurred so far. */
    Set<Class<?>> made() {
        return made;
    }

    <T> T make(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? list(generic) : map(generic);
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isSealed()) {
            Class<?>[] members = wanted.getPermittedSubclasses();
            return value(members[random.nextInt(members.length)]);
        }
        return wanted.isRecord() ? record(wanted) : scalar(wanted);
    }

    private List<?> list(ParameterizedType type) {
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(value(type.getActualTypeArguments()[0]));
        }
        return values;
    }

    private Map<?, ?> map(ParameterizedType type) {
        Map<Object, Object> values = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Object key = type.getActualTypeArguments()[0] == Integer.class ? (Object) random.nextInt(1000) : "key" + random.nextInt(9);
            values.put(key, value(type.getActualTypeArguments()[1]));
        }
        return values;
    }

    private Object scalar(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type == String.class) {
            return TEXTS[random.nextInt(TEXTS.length)];
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class || type == Integer.class) {
            return random.nextInt(20);
        }
        if (type == long.class || type == Long.class) {
            return random.nextBoolean() ? random.nextLong() : (Object) (long) random.nextInt(20);
        }
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    /** Constructors refuse much; another draw is made until one is taken. */
    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (int attempt = 0; attempt < 10_000; attempt++) {
            Object[] values = Arrays.stream(components).map(this::component).toArray();
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                Object record = constructor.newInstance(values);
                made.add(type);
                return record;
            } catch (InvocationTargetException refused) {
                continue;
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(type.toString(), e);
            }
        }
        throw new AssertionError("no legal values found for " + type);
    }

    private Object component(RecordComponent component) {
        if (Optionals.mayBeNull(component) && random.nextBoolean()) {
            return null;
        }
        if (component.getDeclaringRecord() == downhill.data.DialectChoice.class && component.getType() == String.class) {
            return component.getName().equals("dates") ? "day-first" : component.getName().equals("decimal") ? "."
                    : component.getName().equals("delimiter") ? ";" : random.nextBoolean() ? "" : "'";
        }
        return value(component.getGenericType());
    }
}
