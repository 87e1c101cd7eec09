package downhill.ui.chart;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a drawing shows, for whoever cannot see it and for whoever takes its numbers away: places are of use to the drawing alone.
 *
 * @param words in a sentence or a few
 * @param rows  the numbers; asked only when they are wanted
 */
public record ChartTold(String words, Supplier<ChartTable> rows) {
    /** Of a drawing of nothing. */
    public static final ChartTold NOTHING = new ChartTold("", () -> new ChartTable(List.of(), List.of()));
}
