package downhill.data.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects problems: counts all, lists the first ones. */
final class ProblemLog {
    private static final int MAX_SKIPPED_LISTED = 1000;

    private final List<Problem> problems = new ArrayList<>();
    private final Consumer<? super Problem> everything;
    private final Map<ProblemKind, Long> counts = new EnumMap<>(ProblemKind.class);
    private String firstLoss;

    /** @param everything is told each problem, listed or not */
    ProblemLog(Consumer<? super Problem> everything) {
        this.everything = everything;
    }

    void add(long line, String column, ProblemKind kind, String raw, String found, String done) {
        long count = counts.merge(kind, 1L, Long::sum);
        String where = (line > 0 ? "line " + line + (column == null ? ": " : ", ") : "")
                + (column == null ? "" : "column \"" + column + "\": ");
        if (firstLoss == null && (kind.rejects() || CellProblems.loses(kind))) {
            firstLoss = where + found;
        }
        Problem problem = new Problem(line, column, kind, raw, where + found + " " + done);
        everything.accept(problem);
        boolean room = kind != ProblemKind.LINE_SKIPPED || count <= MAX_SKIPPED_LISTED;
        if (room && problems.size() < ImportReport.MAX_PROBLEMS) {
            problems.add(problem);
        }
    }

    /** The problems in the order of the file; those of the whole file first. */
    List<Problem> problems() {
        return problems.stream().sorted(Comparator.comparingLong(Problem::line)).toList();
    }

    /** What was first found that cost a row or a cell, or null. */
    String firstLoss() {
        return firstLoss;
    }

    Map<ProblemKind, Long> counts() {
        return counts;
    }
}
