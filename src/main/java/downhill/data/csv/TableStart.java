package downhill.data.csv;

import java.util.HashSet;
import java.util.List;

/** Finds the first row of the table behind titles and remarks. */
final class TableStart {
    private static final int FARTHEST = 100;

    private TableStart() {
    }

    /** Index of the row at which the table starts: the first of usual length that another follows soon, or the short header before it. */
    static int of(List<List<String>> rows, int fields, Shapes shapes) {
        int first = 0;
        while (first < Math.min(FARTHEST, rows.size()) && !starts(rows, first, fields)) {
            first++;
        }
        if (first >= Math.min(FARTHEST, rows.size())) {
            return 0;
        }
        boolean shortHeader = first > 0 && isHeaderOf(rows.get(first - 1), fields, rows.get(first), shapes);
        return shortHeader ? first - 1 : first;
    }

    private static boolean starts(List<List<String>> rows, int index, int fields) {
        return rows.get(index).size() == fields
                && (index + 1 >= rows.size() || fits(rows, index + 1, fields) || fits(rows, index + 2, fields));
    }

    private static boolean fits(List<List<String>> rows, int index, int fields) {
        return index < rows.size() && (rows.get(index).size() == fields || Candidate.onlyEmptyBeyond(rows.get(index), fields));
    }

    /** A header may lack a name (of the row names, or of an empty last column) or name one more than there is. */
    private static boolean isHeaderOf(List<String> row, int fields, List<String> next, Shapes shapes) {
        boolean length = row.size() >= Math.max(fields > 2 ? 2 : 1, (fields + 1) / 2) && row.size() <= fields + 1;
        boolean names = row.stream().limit(fields).allMatch(cell -> !cell.isEmpty() && shapes.of(cell) == Shape.TEXT)
                && new HashSet<>(row).size() == row.size();
        boolean typedBelow = next.stream().anyMatch(cell -> shapes.of(cell) != Shape.TEXT && !cell.isEmpty());
        return length && names && typedBelow && row.size() != fields;
    }
}
