package downhill.report;

/**
 * What is asked of a report.
 *
 * @param purpose   what the model is for, typed by a person; null where nobody has
 * @param verdict   whether contenders are judged by rows held out, which trains them anew on each fold
 * @param why       whether a contender is explained
 * @param contender name of the one that is explained; null for the best
 */
public record ReportWishes(String purpose, boolean verdict, boolean why, String contender) {
    /** All of it. */
    public static final ReportWishes ALL = new ReportWishes(null, true, true, null);
}
