package downhill.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/** Small tables for tests. */
public final class Tables {
    private Tables() {
    }

    public static NumberColumn numbers(String name, double... values) {
        return new NumberColumn(name, values);
    }

    /** Null is a missing label. */
    public static LabelColumn labels(String name, String... values) {
        return labels(name, ColumnType.CATEGORY, values);
    }

    public static LabelColumn labels(String name, ColumnType type, String... values) {
        LinkedHashSet<String> distinct = new LinkedHashSet<>(Arrays.asList(values));
        distinct.remove(null);
        List<String> list = new ArrayList<>(distinct);
        return new LabelColumn(name, type, Arrays.stream(values).mapToInt(list::indexOf).toArray(), list);
    }

    public static double[] range(int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> i);
        return values;
    }

    public static Table table(Column... columns) {
        return new Table(List.of(columns));
    }

    public static DataSpec spec() {
        return DataSpec.of(new DataSource.CsvFile("table.csv"));
    }
}
