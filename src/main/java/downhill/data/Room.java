package downhill.data;

import downhill.words.Said;
import java.util.Locale;

/**
 * How much memory there is, so that what cannot have room is refused before it is asked for. Sizes are doubles: no size, however large,
 * overflows one, and none needs to be exact.
 *
 * @param bytes the most that the program may use
 * @param used  what is known to be in use
 */
public record Room(double bytes, double used) {
    /** The last sentence of each refusal. */
    public static final Said MORE = Said.of("room.more");

    /** What one thing may take: the rest of the program needs some, too. */
    private static final double PART = 0.8;
    /** Numbers of the longest array of Java. */
    private static final double LONGEST = Integer.MAX_VALUE - 8;
    private static final int CAUSES = 8;
    private static final double KILO = 1024;
    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB", "PB", "EB"};

    /** Of this process: the limit of its heap, which is that of its native arrays as well. */
    public static Room here() {
        return new Room(Runtime.getRuntime().maxMemory(), 0);
    }

    /** The same with a table of so many cells in it. */
    public Room beside(double cells) {
        return new Room(bytes, used + Double.BYTES * cells);
    }

    /** What to say where memory was asked for all the same, in whatever lies behind {@code failure}; null where that was not it. */
    public static Said refusal(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < CAUSES; depth++, at = at.getCause()) {
            if (at instanceof OutOfMemoryError) {
                return Said.of("room.usedUp", here().text(), MORE);
            } else if (at instanceof ArithmeticException && "integer overflow".equals(at.getMessage())) {
                return Said.of("room.array");
            }
        }
        return null;
    }

    /** Whether something of this size has room. */
    public boolean has(double needed) {
        return needed <= PART * bytes - used;
    }

    /** Whether float64 numbers have room side by side in one array. */
    public boolean hasArray(double numbers) {
        return numbers <= LONGEST && has(Double.BYTES * numbers);
    }

    /** What there is, such as {@code 512 MB}. */
    public Said text() {
        return text(bytes);
    }

    /** A size such as {@code 1.5 GB}. */
    public static Said text(double size) {
        int unit = 0;
        double shown = size;
        while (shown >= KILO && unit < UNITS.length - 1) {
            shown /= KILO;
            unit++;
        }
        String form = shown < 10 && unit > 0 ? "%.1f " : "%.0f ";
        return shown >= 1e6 ? Said.of("room.million", UNITS[unit]) : Said.plain(String.format(Locale.ROOT, form, shown) + UNITS[unit]);
    }
}
