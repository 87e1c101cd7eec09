package downhill.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conversions between the kinds of columns. */
public final class Columns {
    private Columns() {
    }

    /** A number as people write it: no fraction where there is none. */
    public static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    static double[] numbers(ColumnType type, List<String> labels) {
        double[] numbers = new double[labels.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = type == ColumnType.DATE ? Dates.days(labels.get(i)) : plainNumber(labels.get(i));
        }
        return numbers;
    }

    static Column convert(Column column, ColumnType type) {
        if (type == ColumnType.NUMBER) {
            double[] values = new double[column.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = column.number(row);
            }
            return new NumberColumn(column.name(), values);
        }
        if (type == ColumnType.DATE) {
            return dates(column);
        }
        return column instanceof LabelColumn labels ? labels.retyped(type) : labels(column, type);
    }

    private static LabelColumn labels(Column column, ColumnType type) {
        Labels labels = new Labels();
        int[] codes = new int[column.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = column.isMissing(row) ? -1 : labels.code(column.text(row));
        }
        return new LabelColumn(column.name(), type, codes, labels.list());
    }

    private static LabelColumn dates(Column column) {
        Labels labels = new Labels();
        int[] codes = new int[column.size()];
        for (int row = 0; row < codes.length; row++) {
            String text = column.text(row);
            codes[row] = text == null || Double.isNaN(Dates.days(text)) ? -1 : labels.code(text);
        }
        return new LabelColumn(column.name(), ColumnType.DATE, codes, labels.list());
    }

    private static double plainNumber(String text) {
        if (text.isEmpty() || text.length() > 400 || !text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            return Double.NaN;
        }
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** Numbers texts in order of first occurrence. */
    private static final class Labels {
        private final Map<String, Integer> codes = new HashMap<>();
        private final List<String> list = new ArrayList<>();

        int code(String text) {
            return codes.computeIfAbsent(text, added -> {
                list.add(added);
                return list.size() - 1;
            });
        }

        List<String> list() {
            return list;
        }
    }
}
