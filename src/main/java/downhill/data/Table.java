package downhill.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Named columns of equal length. Names differ even without regard to case. */
public final class Table {
    private final List<Column> columns;
    private final int rows;
    private final int[] lines;
    private final Reading reading;

    public Table(List<? extends Column> columns) {
        this(columns, null, null);
    }

    /**
     * @param lines   line of the file at which each row starts, from 1, or null where there is no file; kept, not copied
     * @param reading how the file was read, or null where that is not known
     */
    public Table(List<? extends Column> columns, int[] lines, Reading reading) {
        this.columns = List.copyOf(columns);
        this.rows = columns.isEmpty() ? 0 : columns.get(0).size();
        this.lines = lines;
        this.reading = reading;
        for (Column column : columns) {
            if (column.size() != rows) {
                throw new IllegalArgumentException("column " + column.name() + " has " + column.size() + " rows, not " + rows);
            }
        }
    }

    public List<Column> columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** The column of that name, or else the one that the file calls so, or else the one that differs in case only. */
    public Optional<Column> find(String name) {
        return exact(name).or(() -> reading == null ? Optional.empty() : reading.nameOf(name).flatMap(this::exact))
                .or(() -> columns.stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst());
    }

    private Optional<Column> exact(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** How the file was read that the rows come from; null where that is not known. */
    public Reading reading() {
        return reading;
    }

    /** The column of that name; if there is none, an error that names the nearest. */
    public Column column(String name) {
        return find(name).orElseThrow(() -> new DataException(NearNames.absent("column.none.near", "column.none", name, names())));
    }

    /** The same rows with other columns. */
    public Table withColumns(List<? extends Column> newColumns) {
        return new Table(newColumns, lines, reading);
    }

    /** The rows in another order: the first is the row order[0] of this, and so on. Rows may be left out. */
    public Table inOrder(int[] order) {
        int[] moved = lines == null ? null : IntStream.of(order).map(row -> lines[row]).toArray();
        return new Table(columns.stream().map(column -> column.inOrder(order)).toList(), moved, reading);
    }

    /** Line of the file at which a row starts, from 1, or 0 if there is no file. */
    public int line(int row) {
        return lines == null ? 0 : lines[row];
    }
}
