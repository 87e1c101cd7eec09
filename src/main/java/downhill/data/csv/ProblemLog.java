package downhill.data.csv;

import downhill.data.DataException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects problems: counts all, lists the first ones. */
final class ProblemLog {
    private final List<Problem> problems = new ArrayList<>();
    private final Map<ProblemKind, Long> counts = new EnumMap<>(ProblemKind.class);
    private final boolean stopAtFirst;

    /** @param stopAtFirst fail at the first row or cell that cannot be kept */
    ProblemLog(boolean stopAtFirst) {
        this.stopAtFirst = stopAtFirst;
    }

    void add(long line, String column, ProblemKind kind, String raw, String found, String done) {
        counts.merge(kind, 1L, Long::sum);
        String where = (line > 0 ? "line " + line + (column == null ? ": " : ", ") : "")
                + (column == null ? "" : "column \"" + column + "\": ");
        if (stopAtFirst && (kind.rejects() || kind == ProblemKind.NOT_A_NUMBER || kind == ProblemKind.NOT_A_DATE)) {
            throw new DataException(where + found);
        }
        if (problems.size() < ImportReport.MAX_PROBLEMS) {
            problems.add(new Problem(line, column, kind, raw, where + found + " " + done));
        }
    }

    /** The problems in the order of the file; those of the whole file first. */
    List<Problem> problems() {
        return problems.stream().sorted(Comparator.comparingLong(Problem::line)).toList();
    }

    Map<ProblemKind, Long> counts() {
        return counts;
    }
}
