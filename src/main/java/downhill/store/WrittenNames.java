package downhill.store;

import java.util.Locale;

/** The names under which types and constants stand in files: {@code ReduceOnPlateau} is reduce-on-plateau, MIN_MAX min-max. */
public final class WrittenNames {
    private WrittenNames() {
    }

    static String of(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
