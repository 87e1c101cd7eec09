package downhill.ui.ask;

import downhill.data.Column;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Preprocessing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which rows of the data, or windows of a series, have the very values that were asked about, and what part of the data they are in. */
final class SameRows {
    /** What a row is to the models. */
    enum Part { TRAINING, VALIDATION, NEITHER }

    private final Preprocessing preprocessing;
    private final Table table;
    /** By row: of a series, of the window that begins there. */
    private final Part[] parts;
    private List<Column> columns;

    /** @param table the rows that {@code prepared} was made of */
    SameRows(Prepared prepared, Table table) {
        preprocessing = prepared.preprocessing();
        this.table = table;
        parts = IntStream.range(0, table.rows()).mapToObj(row -> Part.NEITHER).toArray(Part[]::new);
        mark(prepared.training().sourceRows(), Part.TRAINING);
        mark(prepared.validation().sourceRows(), Part.VALIDATION);
    }

    private void mark(int[] targets, Part part) {
        for (int row : targets) {
            parts[row - preprocessing.reach()] = part;
        }
    }

    /** Of a row of the table, from 0, or of the window that begins there. */
    Part part(int row) {
        return parts[row];
    }

    /** Whether any row is in this part. */
    boolean has(Part part) {
        return List.of(parts).contains(part);
    }

    /**
     * Rows, from 0, that are like {@code asked} in all that the model looks at; of a series, where such windows begin.
     *
     * @param asked a row, or the rows of a window
     */
    int[] like(Table asked) {
        SequenceSpec sequence = preprocessing.sequence();
        int window = sequence == null ? 1 : sequence.window();
        if (asked.rows() != window) {
            return new int[0];
        }
        List<Compared> all = compared(asked);
        return IntStream.rangeClosed(0, table.rows() - window).filter(row -> isLike(all, row, window)).toArray();
    }

    private static boolean isLike(List<Compared> all, int row, int window) {
        for (Compared one : all) {
            for (int i = 0; i < window; i++) {
                if (!one.isLike(row + i, i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Compared> compared(Table asked) {
        if (columns == null) {
            columns = preprocessing.asked().stream().map(step -> table.column(step.column()).as(step.type())).toList();
        }
        List<Compared> all = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            FeatureStep step = preprocessing.asked().get(i);
            Column own = columns.get(i);
            Column other = asked.columns().get(i);
            all.add(step instanceof FeatureStep.OneHot kinds
                    ? (row, at) -> category(kinds, own.text(row)).equals(category(kinds, other.text(at)))
                    : (row, at) -> alike(own.number(row), other.number(at)));
        }
        return all;
    }

    /** A missing value is like a missing value. */
    private static boolean alike(double one, double other) {
        return one == other || Double.isNaN(one) && Double.isNaN(other);
    }

    private String category(FeatureStep.OneHot step, String text) {
        return text == null ? "" : preprocessing.category(step, text).orElse(text);
    }

    /** One column of the data beside that of what was asked. */
    @FunctionalInterface
    private interface Compared {
        boolean isLike(int row, int at);
    }
}
