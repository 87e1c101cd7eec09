package downhill.data;

/** What is done about a cell that does not fit the type of its column. Every such cell is counted and listed. */
public enum BadCell {
    /** The cell counts as missing; the row stays. */
    MISSING,
    /** The row is rejected. */
    REJECT_ROW,
    /** Reading ends with an error. */
    STOP
}
