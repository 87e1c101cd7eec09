package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.Range;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One axis of values of a column: numbers, dates, or labels that stand side by side.
 *
 * @param title  words along it
 * @param labels names of the labels by their index; empty for numbers and dates
 * @param dates  whether values are days since 1970-01-01
 */
public record ColumnAxis(String title, List<String> labels, boolean dates) {
    private static final int LONGEST = 12;

    public ColumnAxis {
        title = Visible.line(title);
        labels = labels.stream().map(Visible::line).toList();
    }

    boolean isLabels() {
        return !labels.isEmpty();
    }

    /** All labels, or from the least to the greatest number with some room. */
    Range range(double[] values, double room) {
        if (isLabels()) {
            return new Range(-0.5, labels.size() - 0.5);
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Double.isFinite(value) ? Math.min(low, value) : low;
            high = Double.isFinite(value) ? Math.max(high, value) : high;
        }
        return low > high ? new Range(0, 1) : Range.around(low, high, room);
    }

    /** Marks of numbers and dates; of labels their names. */
    List<Ticks.Tick> ticks(Range shown, int most) {
        if (!isLabels()) {
            return Ticks.of(Marks.of(dates), shown, most);
        }
        int every = Math.max(1, (labels.size() + most - 1) / most);
        return IntStream.range(0, labels.size()).filter(i -> i % every == 0 && shown.contains(i))
                .mapToObj(i -> new Ticks.Tick(i, cut(labels.get(i)))).toList();
    }

    /** A value as a file has it. */
    String cell(double value) {
        return isLabels() && value >= 0 && value < labels.size() ? labels.get((int) value) : Marks.of(dates).cell(value);
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }
}
