package downhill.cluster.spark;

import downhill.cluster.Maker;
import downhill.cluster.Workplace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What stays in this program between tasks; made where it is first asked for, and again where it is asked for elsewhere. */
final class Shelf {
    private static final Map<String, AutoCloseable> KEPT = new ConcurrentHashMap<>();

    private Shelf() {
    }

    @SuppressWarnings("unchecked") // its key is that of its maker
    static <S extends AutoCloseable> S get(String key, Maker<S> maker, Workplace place) {
        return (S) KEPT.computeIfAbsent(key, unused -> maker.make(place));
    }

    /** Nobody asks for it any more. */
    static void drop(String key) {
        AutoCloseable kept = KEPT.remove(key);
        try {
            if (kept != null) {
                kept.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
