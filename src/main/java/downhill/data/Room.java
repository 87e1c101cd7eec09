package downhill.data;

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
    public static final String MORE = "The program is given more memory with DOWNHILL_JAVA_OPTIONS=-Xmx8g, for example.";

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
    public static String refusal(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < CAUSES; depth++, at = at.getCause()) {
            if (at instanceof OutOfMemoryError) {
                return "The memory is used up: the program may use " + here().text() + ". Read a sample of the rows (--sample), or take a smaller model, "
                        + "a smaller batch or fewer seeds. " + MORE;
            } else if (at instanceof ArithmeticException && "integer overflow".equals(at.getMessage())) {
                return "An array of more than 2147483647 numbers would be needed. Take smaller layers, a smaller batch or fewer seeds.";
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
    public String text() {
        return text(bytes);
    }

    /** A size such as {@code 1.5 GB}. */
    public static String text(double size) {
        int unit = 0;
        double shown = size;
        while (shown >= KILO && unit < UNITS.length - 1) {
            shown /= KILO;
            unit++;
        }
        return shown >= 1e6 ? "more than a million " + UNITS[unit] : String.format(Locale.ROOT, shown < 10 && unit > 0 ? "%.1f " : "%.0f ", shown) + UNITS[unit];
    }
}
