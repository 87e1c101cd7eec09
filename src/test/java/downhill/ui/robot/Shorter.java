package downhill.ui.robot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Delta debugging: leaves out ever smaller pieces of a list as long as something stays true of it. */
final class Shorter {
    private Shorter() {
    }

    /**
     * A list from which no single item can be left out; or what was reached when {@code time} was over.
     *
     * @param gives whether a list still gives what was found; it does for {@code all}
     */
    static <T> List<T> of(List<T> all, Predicate<List<T>> gives, BooleanSupplier time) {
        List<T> now = all;
        int piece = Math.max(1, all.size() / 2);
        while (time.getAsBoolean()) {
            List<T> less = without(now, piece, gives, time);
            boolean same = less.size() == now.size();
            now = less;
            if (same && piece == 1) {
                break;
            }
            piece = same ? Math.max(1, piece / 2) : Math.min(piece, Math.max(1, now.size() / 2));
        }
        return now;
    }

    /** Once over the list, from its end: what comes before a fault's last cause is often for nothing. */
    private static <T> List<T> without(List<T> all, int piece, Predicate<List<T>> gives, BooleanSupplier time) {
        List<T> now = all;
        for (int to = now.size(); to > 0 && time.getAsBoolean(); to -= piece) {
            List<T> less = new ArrayList<>(now.subList(0, Math.max(0, to - piece)));
            less.addAll(now.subList(to, now.size()));
            if (gives.test(less)) {
                now = less;
            }
        }
        return now;
    }
}
