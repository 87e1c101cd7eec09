package downhill.data;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a file was read into a table, so that another file can be read alike. Kept with a trained model.
 *
 * @param header    whether its first row held the names of the columns
 * @param decimal   decimal mark, {@code .} or {@code ,}; null where no number had a mark of any kind
 * @param thousands mark between groups of three digits; null where no number had one
 * @param missing   texts that meant "no value", beside the empty cell
 * @param units     whether percent and currency signs, and brackets for a minus, were taken off numbers
 * @param columns   all columns of the file by their name in the table, used or not
 * @param order     name in the table of the column of dates by which the rows of a time series were in order; null where there was none
 */
public record Reading(boolean header, String decimal, String thousands, List<String> missing, boolean units,
                      Map<String, ColumnReading> columns, String order) implements Serializable {
    public Reading {
        missing = List.copyOf(missing);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Of a table that was made by the program: there is nothing to read, but the columns have types. */
    public static Reading of(List<? extends Column> columns) {
        Map<String, ColumnReading> all = new LinkedHashMap<>();
        columns.forEach(column -> all.put(column.name(), new ColumnReading(column.name(), 1, column.type(), null, false, null, null)));
        return new Reading(true, null, null, ImportOptions.MISSING_TEXTS, false, all, null);
    }

    /** How a column was read, if it is one of the file. */
    public Optional<ColumnReading> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** The name in the table of the first column that the file calls exactly so. */
    Optional<String> nameOf(String original) {
        return columns.entrySet().stream().filter(each -> each.getValue().original().strip().equals(original)).map(Map.Entry::getKey)
                .findFirst();
    }

    /** The same with what the values of these columns show. */
    public Reading seen(List<? extends Column> some) {
        return seen(some.stream().collect(Collectors.toMap(Column::name, NumberExtent::of, (first, second) -> first)));
    }

    /** The same by name of column. */
    public Reading seen(Map<String, NumberExtent> extents) {
        Map<String, ColumnReading> all = new LinkedHashMap<>();
        columns.forEach((name, column) -> all.put(name, extents.containsKey(name) ? column.seen(extents.get(name)) : column));
        return new Reading(header, decimal, thousands, missing, units, all, order);
    }

    /** The same of rows that were in the order of that column; null for none. */
    public Reading withOrder(String column) {
        return new Reading(header, decimal, thousands, missing, units, columns, column);
    }

    /** Options to read another file alike; its encoding, delimiter and quotes are its own. */
    public ImportOptions options() {
        return ImportOptions.DEFAULT.withMissing(missing).withUnits(units);
    }
}
