package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnNames;
import downhill.data.ColumnType;
import downhill.data.NearNames;
import downhill.data.Table;
import java.util.List;
import java.util.stream.IntStream;

/** Which columns may say how much each row counts, by their names and values; nobody but the person can know. */
public final class WeightGuess {
    private WeightGuess() {
    }

    /** Whether a column is called as weights are, and could be such. */
    static boolean mayBe(Column column) {
        boolean whole = ColumnNames.isCount(column.name());
        return (whole || ColumnNames.isWeight(column.name())) && column.type() == ColumnType.NUMBER && column.missing() == 0
                && column.distinct() > 1
                && IntStream.range(0, column.size()).mapToDouble(column::number)
                        .allMatch(value -> value >= 0 && (!whole || value == Math.rint(value)));
    }

    /**
     * Names of those of a table of which nothing else is known, as {@link Roles} tells them: the target that it guesses and a
     * counter of rows are none.
     */
    public static List<String> names(Table table) {
        List<Column> candidates = table.columns().stream().filter(column -> column.missing() < column.size()).toList();
        if (candidates.size() < 2) {
            return List.of();
        }
        Column target = new TargetGuess(table, candidates).target();
        return candidates.stream().filter(column -> column != target && mayBe(column) && !RowCounter.is(table, column)).map(Column::name)
                .toList();
    }
}
