package downhill.report;

import java.util.List;

/**
 * What is asked of a report.
 *
 * @param purpose   what the model is for, typed by a person; null where nobody has
 * @param verdict   whether contenders are judged by rows held out, which trains them anew on each fold
 * @param why       whether a contender is explained
 * @param contender name of the one that is explained; null for the best
 * @param rows      of the table, from 0, whose answers are explained one by one; none for three that differ
 */
public record ReportWishes(String purpose, boolean verdict, boolean why, String contender, List<Integer> rows) {
    /** All of it. */
    public static final ReportWishes ALL = new ReportWishes(null, true, true, null);

    public ReportWishes {
        rows = List.copyOf(rows);
    }

    /** With three rows that differ. */
    public ReportWishes(String purpose, boolean verdict, boolean why, String contender) {
        this(purpose, verdict, why, contender, List.of());
    }
}
