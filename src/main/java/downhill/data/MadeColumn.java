package downhill.data;

import downhill.words.Said;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A column of numbers that the file does not have: made of its columns in every row, wherever rows are read, in training and later.
 *
 * @param name     as it is told; no column of the file has it
 * @param making   how it is made
 * @param of       names of the columns of the file that it is made of, numbers or dates; one or two
 * @param constant of the making; 0 where it has none
 */
public record MadeColumn(String name, Making making, List<String> of, double constant) implements Serializable {
    /** Days in a year, on average. */
    public static final double YEAR = 365.2425;
    /** Days in a week. */
    public static final double WEEK = 7;

    /** @throws DataException of one sentence where it cannot be */
    public MadeColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(making, "making");
        of = List.copyOf(of);
        if (of.size() != making.columns()) {
            throw new DataException(Said.of("made.count", name, making.columns(), of.size()));
        }
        boolean period = making == Making.SINE || making == Making.COSINE;
        if (!Double.isFinite(constant) || period && constant <= 0) {
            throw new DataException(Said.of("made.constant", name));
        }
    }

    /** One with the name that says how it is made, such as {@code area × rooms}. */
    public static MadeColumn of(Making making, double constant, String... columns) {
        return new MadeColumn(named(making, constant, columns), making, List.of(columns), constant);
    }

    private static String named(Making making, double constant, String... columns) {
        String first = columns[0];
        return switch (making) {
            case PRODUCT -> first + " × " + columns[1];
            case RATIO -> first + " / " + columns[1];
            case STEP -> first + " ≥ " + Columns.text(constant);
            case SINE, COSINE -> making.name().toLowerCase(Locale.ROOT) + "(" + first + ", " + Columns.text(constant) + ")";
            default -> making.name().toLowerCase(Locale.ROOT) + "(" + first + ")";
        };
    }

    /** The type that a column of the file is read as for it. */
    public ColumnType type() {
        return making.isOfDates() ? ColumnType.DATE : ColumnType.NUMBER;
    }

    /** How it is made of which columns. */
    public Said told() {
        String first = of.get(0);
        return switch (making) {
            case LOG -> Said.of("done.made.log", first);
            case SIGNED_LOG -> Said.of("done.made.signed-log", first);
            case STEP -> Said.of("done.made.step", first, Columns.text(constant));
            case PRODUCT -> Said.of("done.made.product", first, of.get(1));
            case RATIO -> Said.of("done.made.ratio", first, of.get(1));
            case SINE -> Said.of("done.made.sine", first, Columns.text(constant));
            case COSINE -> Said.of("done.made.cosine", first, Columns.text(constant));
            case WEEKEND -> Said.of("done.made.weekend", first);
        };
    }

    /** Its value where those that it is made of have these; NaN where there is none. */
    public double value(double first, double second) {
        return making.value(first, second, constant);
    }

    /**
     * A table with these columns behind its own; one that has their name already is replaced.
     *
     * @throws DataException where the table lacks what they are made of
     */
    public static Table on(Table table, List<MadeColumn> made) {
        if (made.isEmpty()) {
            return table;
        }
        List<Column> columns = new ArrayList<>(table.columns().stream()
                .filter(column -> made.stream().noneMatch(each -> each.name.equals(column.name()))).toList());
        made.forEach(each -> columns.add(each.column(table)));
        return table.withColumns(columns);
    }

    private Column column(Table table) {
        List<Column> sources = of.stream().map(each -> source(table, each)).toList();
        Column first = sources.get(0);
        Column second = sources.get(sources.size() - 1);
        double[] values = new double[table.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = value(first.number(row), second.number(row));
        }
        return new NumberColumn(name, values);
    }

    private Column source(Table table, String column) {
        return table.find(column).orElseThrow(() -> new DataException(Said.of("made.absent", name, column))).as(type());
    }
}
