package downhill.serve;

import downhill.data.Column;
import downhill.data.ColumnReading;
import downhill.data.ColumnType;
import downhill.data.Columns;
import downhill.data.Dates;
import downhill.data.NumberColumn;
import downhill.data.Reading;
import downhill.data.Table;
import downhill.data.Wanted;
import downhill.data.csv.TypedCells;
import downhill.data.prepare.Preprocessing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes tables of the rows of requests, each cell read as that of a file would be for this model: with the marks, the order in dates and
 * the texts for a missing value of its training file. For any threads.
 */
final class CellReader {
    /**
     * Something that was not taken as it stands.
     *
     * @param row    from 0
     * @param column as training called it
     * @param what   {@link TypedCells.Finding} in small letters
     * @param text   the cell
     */
    record Note(int row, String column, String what, String text) {
    }

    /** A column that training had. */
    private record Known(String name, ColumnType type, TypedCells cells) {
    }

    private final Preprocessing preprocessing;
    private final Map<String, Known> known = new LinkedHashMap<>();

    CellReader(Preprocessing preprocessing) {
        this.preprocessing = preprocessing;
        Reading reading = preprocessing.reading();
        Map<String, ColumnType> types = new LinkedHashMap<>();
        preprocessing.asked().forEach(step -> types.put(step.column(), step.type()));
        for (Wanted.One one : preprocessing.wanted(false).columns()) {
            if (types.containsKey(one.name()) || one.name().equals(preprocessing.order())) {
                ColumnType type = one.type() == null ? types.get(one.name()) : one.type();
                known.put(one.name(), new Known(one.name(), type, new TypedCells(reading, one.name(), type)));
            }
        }
    }

    /** What training called the column that a request calls so: exactly, as the training file had it, or but for case; empty for none. */
    Optional<String> name(String asked) {
        if (known.containsKey(asked)) {
            return Optional.of(asked);
        }
        return known.keySet().stream().filter(name -> original(name).equals(asked)).findFirst()
                .or(() -> known.keySet().stream().filter(name -> name.equalsIgnoreCase(asked)).findFirst());
    }

    private String original(String name) {
        Reading reading = preprocessing.reading();
        return reading == null ? name : reading.column(name).map(ColumnReading::original).map(String::strip).orElse(name);
    }

    /** The same rows with the columns of training by their names there, and nothing else. */
    RequestRows named(RequestRows rows, List<String> ignored) {
        Map<String, List<Object>> cells = new LinkedHashMap<>();
        rows.cells().forEach((asked, values) -> name(asked).ifPresentOrElse(name -> {
            if (cells.put(name, values) != null) {
                throw RequestException.bad("serve.twice", name);
            }
        }, () -> ignored.add(asked)));
        preprocessing.checkColumns(cells.keySet(), List.copyOf(rows.cells().keySet()));
        return new RequestRows(rows.count(), cells);
    }

    /** A table of such rows. */
    Table table(RequestRows rows, List<Note> notes) {
        List<Column> columns = new ArrayList<>();
        rows.cells().forEach((name, cells) -> columns.add(column(known.get(name), cells, notes)));
        return new Table(columns, null, preprocessing.reading());
    }

    private static Column column(Known one, List<Object> cells, List<Note> notes) {
        return one.type == ColumnType.NUMBER ? numbers(one, cells, notes) : labels(one, cells, notes);
    }

    private static Column numbers(Known one, List<Object> cells, List<Note> notes) {
        double[] values = new double[cells.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = number(one, row, cells.get(row), notes);
        }
        return new NumberColumn(one.name, values);
    }

    private static double number(Known one, int row, Object cell, List<Note> notes) {
        if (!(cell instanceof String text)) {
            return cell == null ? Double.NaN : (Double) cell;
        }
        note(one, row, text, notes);
        return one.cells.column(List.of(text)).number(0);
    }

    private static Column labels(Known one, List<Object> cells, List<Note> notes) {
        List<String> texts = new ArrayList<>(cells.size());
        for (int row = 0; row < cells.size(); row++) {
            String text = text(one, cells.get(row));
            if (one.type == ColumnType.DATE && !text.isEmpty()) {
                note(one, row, text, notes);
            }
            texts.add(text);
        }
        return one.cells.column(texts);
    }

    private static String text(Known one, Object cell) {
        if (cell instanceof Double number) {
            String date = one.type == ColumnType.DATE ? Dates.text(number, number != Math.rint(number)) : Columns.text(number);
            return date == null ? "" : date;
        }
        return cell == null ? "" : (String) cell;
    }

    private static void note(Known one, int row, String text, List<Note> notes) {
        TypedCells.Finding found = one.cells.look(text);
        if (found.isProblem()) {
            notes.add(new Note(row, one.name, found.name().toLowerCase(Locale.ROOT), text));
        }
    }
}
