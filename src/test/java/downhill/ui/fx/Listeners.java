package downhill.ui.fx;

import java.lang.reflect.Field;
import javafx.beans.value.ObservableValue;

/** How many listen to a property, which the toolkit tells nobody: what a view that was closed has left behind. */
public final class Listeners {
    private Listeners() {
    }

    /** Listeners of values and of invalidations together. */
    public static int of(ObservableValue<?> value) {
        Object helper = field(value, "helper");
        if (helper == null) {
            return 0;
        }
        Object size = field(helper, "changeSize");
        return size == null ? 1 : (int) size + (int) field(helper, "invalidationSize");
    }

    private static Object field(Object of, String name) {
        for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return field.get(of);
            } catch (NoSuchFieldException e) {
                continue;
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(type + "." + name + " cannot be read", e);
            }
        }
        return null;
    }
}
