package downhill.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How the values of a column are spread.
 *
 * @param labels one for each bar: the label, or the range of the numbers
 * @param counts rows in each bar
 * @param others rows whose label has no bar of its own
 */
public record Histogram(List<String> labels, List<Integer> counts, int others) {
    public Histogram {
        labels = List.copyOf(labels);
        counts = List.copyOf(counts);
    }

    /** Bars of equal width for numbers and dates, else the most frequent labels; missing values are left out. */
    public static Histogram of(Column column, int bars) {
        boolean numeric = column.type() == ColumnType.NUMBER || column.type() == ColumnType.DATE;
        return numeric ? ofNumbers(column, bars) : ofLabels((LabelColumn) column, bars);
    }

    private static Histogram ofNumbers(Column column, int bars) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < column.size(); row++) {
            double value = column.number(row);
            if (!Double.isNaN(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        if (min > max) {
            return new Histogram(List.of(), List.of(), 0);
        }
        int used = min == max ? 1 : bars;
        int[] counts = new int[used];
        double width = max / used - min / used;
        for (int row = 0; row < column.size(); row++) {
            double value = column.number(row);
            if (!Double.isNaN(value)) {
                int bar = width > 0 ? (int) widths(value, min, width) : 0;
                counts[Math.max(0, Math.min(used - 1, bar))]++;
            }
        }
        return new Histogram(ranges(column.type(), min, width, used), Arrays.stream(counts).boxed().toList(), 0);
    }

    private static List<String> ranges(ColumnType type, double min, double width, int bars) {
        List<String> ranges = new ArrayList<>();
        for (int bar = 0; bar < bars; bar++) {
            String from = Describe.value(type, edge(min, bar, width));
            ranges.add(width > 0 ? from + " – " + Describe.value(type, edge(min, bar + 1, width)) : from);
        }
        return ranges;
    }

    /** How many widths a value lies above the least, also where their difference is larger than a number can be. */
    private static double widths(double value, double min, double width) {
        double above = value - min;
        return above < Double.POSITIVE_INFINITY ? above / width : value / width - min / width;
    }

    private static double edge(double min, int bar, double width) {
        double above = bar * width;
        return above < Double.POSITIVE_INFINITY ? min + above : (min / bar + width) * bar;
    }

    private static Histogram ofLabels(LabelColumn column, int bars) {
        int[] counts = new int[column.labels().size()];
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                counts[column.code(row)]++;
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            order.add(code);
        }
        order.sort(Comparator.comparingInt((Integer code) -> -counts[code]));
        List<Integer> shown = order.subList(0, Math.min(bars, order.size()));
        int others = order.stream().skip(shown.size()).mapToInt(code -> counts[code]).sum();
        return new Histogram(shown.stream().map(column.labels()::get).toList(), shown.stream().map(code -> counts[code]).toList(), others);
    }
}
