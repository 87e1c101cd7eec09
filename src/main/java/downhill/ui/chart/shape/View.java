package downhill.ui.chart.shape;

import java.util.function.Supplier;

/**
 * The part of the plane that a person zoomed to.
 *
 * @param x what is shown of x, null for all
 * @param y what is shown of y, null for all
 */
public record View(Range x, Range y) {
    /** Everything. */
    public static final View ALL = new View(null, null);

    /** What is shown of an axis: what a person zoomed to, else what was given, else {@code all}; null for not. */
    public static Range range(Range zoomed, Range given, Supplier<Range> all) {
        Range fixed = zoomed == null ? given : zoomed;
        return fixed == null ? all.get() : fixed;
    }

    /** Whether nothing is zoomed. */
    public boolean isAll() {
        return x == null && y == null;
    }
}
