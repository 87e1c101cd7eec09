package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnNames;
import downhill.data.ColumnType;
import downhill.data.Table;
import java.util.List;
import java.util.stream.IntStream;

/** Which column is to be predicted where nobody said it: one that is called so, else the last that is worth predicting. */
final class TargetGuess {
    /** By a name that says so, by a name of kinds, any other, and those that are taken only where there is nothing else. */
    private enum Rank { NAMED, KIND, USUAL, POOR }

    private final Table table;
    private final List<Column> candidates;

    /** @param candidates those that are not ignored, at least one */
    TargetGuess(Table table, List<Column> candidates) {
        this.table = table;
        this.candidates = candidates;
    }

    Column target() {
        Rank best = candidates.stream().map(this::rank).min(Rank::compareTo).orElseThrow();
        Column last = last(best);
        Column usual = best == Rank.KIND && candidates.stream().anyMatch(column -> rank(column) == Rank.USUAL) ? last(Rank.USUAL) : last;
        boolean answer = usual != last && usual.distinct() == 2 && candidates.indexOf(usual) > candidates.indexOf(last);
        return answer ? usual : last;
    }

    private Column last(Rank rank) {
        return candidates.stream().filter(column -> rank(column) == rank).reduce((first, second) -> second).orElseThrow();
    }

    private Rank rank(Column column) {
        if (ColumnNames.isTarget(column.name())) {
            return Rank.NAMED;
        }
        if (ColumnNames.isKind(column.name())) {
            return Rank.KIND;
        }
        return isPoor(column) ? Rank.POOR : Rank.USUAL;
    }

    /** A time, an id, a free text, how often a row occurs, or one value only. */
    private boolean isPoor(Column column) {
        boolean text = column.type() == ColumnType.TEXT || column.type() == ColumnType.DATE;
        String name = column.name();
        return text || column.distinct() < 2 || ColumnNames.isTime(name) || ColumnNames.isDuration(name) && neverFalls(column)
                || ColumnNames.isId(name) || ColumnNames.isFrequency(name) || RowCounter.is(table, column);
    }

    /** A time that something took goes up and down. */
    private static boolean neverFalls(Column column) {
        return IntStream.range(1, column.size()).allMatch(row -> column.number(row) >= column.number(row - 1));
    }
}
