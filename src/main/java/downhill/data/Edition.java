package downhill.data;

/**
 * By which rules is decided what a {@link DataSpec} leaves open. A document keeps the edition that it was made under, so that better
 * rules never change what an older document computes.
 */
public enum Edition {
    /**
     * Of documents that name none: only columns of ids that count up by one step are left out, and a spread is constant only if
     * it is 0.
     */
    FIRST,
    /**
     * Counters of rows are known by their values too, columns that vary by rounding at most are constant, spreads may be of
     * any size, a target is never a day or an id, and a series is put in the order of its dates.
     */
    SECOND;

    /** Whether these rules have come in with {@link #SECOND} or are later. */
    public boolean isSecond() {
        return this != FIRST;
    }
}
