package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnNames;
import downhill.data.ColumnType;
import downhill.data.Table;

/**
 * Knows columns that count the rows of a file: distinct whole numbers under the name of an id, or a run of whole numbers, in the order of
 * the file or not, under a name that does not speak of something measured. In a file sorted by its target such a column gives it away.
 */
final class RowCounter {
    /** Fewer rows than this are in a run by chance. */
    private static final int LEAST = 10;
    /** The same for a run that begins neither with 0 nor 1. */
    private static final int LEAST_ELSEWHERE = 30;
    private static final int LEAST_NAMED = 3;
    /** Rows that were left out may leave gaps. */
    private static final double STEPS_OF_ONE = 0.9;
    private static final double FIRST_YEAR = 1500;
    private static final double LAST_YEAR = 2200;

    private final Table table;
    private final Column column;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    private RowCounter(Table table, Column column) {
        this.table = table;
        this.column = column;
    }

    /** Whether a column counts the rows of its table. */
    static boolean is(Table table, Column column) {
        return column.type() == ColumnType.NUMBER && new RowCounter(table, column).counts();
    }

    private boolean counts() {
        boolean distinct = column.distinct() == column.size() - column.missing() && column.distinct() >= LEAST_NAMED;
        if (!distinct || !isWhole()) {
            return false;
        }
        if (ColumnNames.isId(column.name())) {
            return column.missing() * 2 < column.size();
        }
        if (column.missing() > 0 || !(isRun() || countsUp())) {
            return false;
        }
        return ColumnNames.isNumber(column.name()) || column.size() >= (min == 0 || min == 1 ? LEAST : LEAST_ELSEWHERE) && !isMeasured();
    }

    private boolean isWhole() {
        for (int row = 0; row < column.size(); row++) {
            double value = column.number(row);
            if (!Double.isNaN(value)) {
                if (value != Math.rint(value)) {
                    return false;
                }
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return true;
    }

    private boolean isRun() {
        return max - min == column.size() - 1;
    }

    /** By one from row to row, or down by one, but for some gaps. */
    private boolean countsUp() {
        int ones = 0;
        boolean up = column.number(1) > column.number(0);
        for (int row = 1; row < column.size(); row++) {
            double step = (column.number(row) - column.number(row - 1)) * (up ? 1 : -1);
            if (step <= 0) {
                return false;
            }
            ones += step == 1 ? 1 : 0;
        }
        return ones >= STEPS_OF_ONE * (column.size() - 1);
    }

    /** Times, years and the x of a formula may well be in a run. */
    private boolean isMeasured() {
        boolean formula = ColumnNames.isLetter(column.name())
                && (table.columns().get(0) != column || table.names().stream().allMatch(ColumnNames::isLetter));
        return formula || ColumnNames.isMeasured(column.name()) || min >= FIRST_YEAR && max <= LAST_YEAR;
    }
}
