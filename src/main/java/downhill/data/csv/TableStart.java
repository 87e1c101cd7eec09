package downhill.data.csv;

import java.util.HashSet;
import java.util.List;

/** Finds the first row of the table behind titles and remarks. */
final class TableStart {
    private static final int FARTHEST = 100;

    private TableStart() {
    }

    /** Index of the row at which the table starts: the first of usual length that another follows soon, or the short header before it. */
    static int of(List<List<String>> rows, int fields, CellShapes shapes) {
        int first = 0;
        while (first < Math.min(FARTHEST, rows.size()) && !starts(rows, first, fields)) {
            first++;
        }
        if (first >= Math.min(FARTHEST, rows.size())) {
            return 0;
        }
        first = behindTitles(rows, first, fields, shapes);
        boolean shortHeader = first > 0 && isHeaderOf(rows.get(first - 1), fields, rows.get(first), shapes);
        return shortHeader ? first - 1 : first;
    }

    /**
     * A spreadsheet fills the lines of a title up with empty cells, and puts names of groups of columns above their names: rows at most
     * half filled are no part of the table if a full row of names above values follows them.
     */
    private static int behindTitles(List<List<String>> rows, int first, int fields, CellShapes shapes) {
        int start = first;
        while (start < Math.min(FARTHEST, rows.size()) && isHalfEmpty(rows.get(start), fields)) {
            start++;
        }
        boolean names = start > first && start + 1 < rows.size() && isNames(rows.get(start), fields, shapes)
                && hasValues(rows.get(start + 1), shapes);
        return names ? start : first;
    }

    private static boolean isHalfEmpty(List<String> row, int fields) {
        return fields > 2 && row.size() == fields && row.stream().filter(cell -> !cell.isEmpty()).count() * 2 <= fields;
    }

    private static boolean isNames(List<String> row, int fields, CellShapes shapes) {
        return row.size() == fields && allText(row, shapes) && new HashSet<>(row).size() == fields;
    }

    private static boolean allText(List<String> row, CellShapes shapes) {
        return row.stream().allMatch(cell -> !cell.isEmpty() && shapes.of(cell) == Shape.TEXT);
    }

    private static boolean hasValues(List<String> row, CellShapes shapes) {
        return row.stream().anyMatch(cell -> shapes.of(cell) != Shape.TEXT && !cell.isEmpty());
    }

    private static boolean starts(List<List<String>> rows, int index, int fields) {
        return rows.get(index).size() == fields
                && (index + 1 >= rows.size() || fits(rows, index + 1, fields) || fits(rows, index + 2, fields));
    }

    private static boolean fits(List<List<String>> rows, int index, int fields) {
        return index < rows.size() && (rows.get(index).size() == fields || Candidate.onlyEmptyBeyond(rows.get(index), fields));
    }

    /** A header may lack a name (of the row names, or of an empty last column) or name one more than there is. */
    private static boolean isHeaderOf(List<String> row, int fields, List<String> next, CellShapes shapes) {
        boolean length = row.size() >= Math.max(fields > 2 ? 2 : 1, (fields + 1) / 2) && row.size() <= fields + 1;
        boolean names = allText(row.subList(0, Math.min(row.size(), fields)), shapes) && new HashSet<>(row).size() == row.size();
        return length && names && hasValues(next, shapes) && row.size() != fields;
    }
}
