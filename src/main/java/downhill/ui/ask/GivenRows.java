package downhill.ui.ask;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Table;
import downhill.data.prepare.Preprocessing;
import downhill.ui.i18n.Numbers;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows whose values can be taken into the fields: of the data trained on, or of a file.
 *
 * @param file    name of the file; empty for the data
 * @param table   the rows
 * @param cells   [rows][columns of the file], as the file has them; empty for the data
 * @param places  by name in the table, the place of a column among the cells
 * @param remarks what is to be said about the file
 * @param left    rows of the file that could not be read
 */
record GivenRows(String file, Table table, List<List<String>> cells, Map<String, Integer> places, List<Said> remarks, long left) {

    static GivenRows of(Table table) {
        return new GivenRows("", table, List.of(), Map.of(), List.of(), 0);
    }

    boolean isFile() {
        return !file.isEmpty();
    }

    /** How many rows, or windows, can be taken; for the last windows of a series nobody knows what comes. */
    int examples(Preprocessing preprocessing) {
        return Math.max(0, table.rows() - (preprocessing.sequence() == null ? 0 : preprocessing.sequence().window() - 1));
    }

    Optional<Column> column(String name) {
        return table.find(name);
    }

    /** A cell as the file has it; empty where there is no file. */
    String raw(String column, int row) {
        Integer place = places.get(column);
        return place == null ? "" : cells.get(row).get(place).strip();
    }

    /** The target of a row, for a person; empty where it is not known. */
    Optional<String> actual(Preprocessing preprocessing, int first) {
        int row = first + preprocessing.reach();
        Column target = row >= table.rows() ? null : column(preprocessing.target().column()).orElse(null);
        if (target == null || target.isMissing(row)) {
            return Optional.empty();
        }
        return Optional.of(target.type() == ColumnType.NUMBER && !preprocessing.task().isClassification()
                ? Numbers.plain(target.number(row)) : target.text(row));
    }
}
