package downhill.data.csv;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of one of several files was not taken as it stands: all are counted, the first ones are kept. */
public final class PartProblems implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 200;

    private final List<ImportProblem> first = new ArrayList<>();
    private final Map<ProblemKind, Long> counts = new EnumMap<>(ProblemKind.class);
    private final Map<String, Long> bad = new HashMap<>();
    private long rows;

    /** Adds one. */
    public void add(ImportProblem problem) {
        counts.merge(problem.kind(), 1L, Long::sum);
        if (CellProblems.loses(problem.kind()) && problem.column() != null) {
            bad.merge(problem.column(), 1L, Long::sum);
        }
        if (first.size() < MOST) {
            first.add(problem);
        }
    }

    /** Adds those of the next piece of the same file. */
    public void add(PartProblems next) {
        next.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
        next.bad.forEach((column, count) -> bad.merge(column, count, Long::sum));
        first.addAll(next.first.subList(0, Math.min(next.first.size(), MOST - first.size())));
        rows += next.rows;
    }

    /** Counts rows that were taken. */
    public void taken(int more) {
        rows += more;
    }

    long rows() {
        return rows;
    }

    /** In the order of the file. */
    List<ImportProblem> first() {
        return first.stream().sorted(Comparator.comparingLong(ImportProblem::line)).toList();
    }

    Map<ProblemKind, Long> counts() {
        return counts;
    }

    /** Cells of a column that do not fit it. */
    long bad(String column) {
        return bad.getOrDefault(column, 0L);
    }
}
