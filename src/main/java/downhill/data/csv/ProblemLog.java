package downhill.data.csv;

import downhill.data.Where;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects problems: counts all, lists the first ones. */
final class ProblemLog {
    private static final int MAX_SKIPPED_LISTED = 1000;

    private final List<ImportProblem> problems = new ArrayList<>();
    private final Consumer<? super ImportProblem> everything;
    private final Map<ProblemKind, Long> counts = new EnumMap<>(ProblemKind.class);
    private Said firstLoss;
    private long firstLossLine;

    /** @param everything is told each problem, listed or not */
    ProblemLog(Consumer<? super ImportProblem> everything) {
        this.everything = everything;
    }

    void add(long line, String column, ProblemKind kind, String raw, Said found, Said done) {
        long count = counts.merge(kind, 1L, Long::sum);
        boolean loses = kind.rejects() || CellProblems.loses(kind);
        if (loses && (firstLoss == null || line < firstLossLine)) {
            firstLossLine = line;
            firstLoss = Where.of(line, column, found);
        }
        ImportProblem problem = new ImportProblem(line, column, kind, raw, Where.of(line, column, Said.sentences(found, done)));
        everything.accept(problem);
        boolean room = kind != ProblemKind.LINE_SKIPPED || count <= MAX_SKIPPED_LISTED;
        if (room && problems.size() < ImportReport.MAX_PROBLEMS) {
            problems.add(problem);
        }
    }

    /** The problems in the order of the file; those of the whole file first. */
    List<ImportProblem> problems() {
        return problems.stream().sorted(Comparator.comparingLong(ImportProblem::line)).toList();
    }

    /** The first in the file that cost a row or a cell, or null; records are looked at ahead of the rows that they become. */
    Said firstLoss() {
        return firstLoss;
    }

    Map<ProblemKind, Long> counts() {
        return counts;
    }
}
