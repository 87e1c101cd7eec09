package downhill.analysis.curve;

/**
 * One place of a curve, as a table has it.
 *
 * @param curve     which, such as {@code roc}
 * @param contender as it is shown
 * @param of        the class that is told from the rest, the column that makes groups, or the setting; empty where it is none
 * @param x         place, as text
 * @param mean      over the runs
 * @param low       lower end of the band
 * @param high      its upper end
 * @param runs      that have a value there
 */
public record CurveRow(String curve, String contender, String of, String x, double mean, double low, double high, int runs) {
}
