package downhill.engine.host;

/**
 * Equal work dealt out in shares.
 *
 * @param items  all of it
 * @param each   items of a share; the last may have fewer
 * @param shares 1 where it is too little to be dealt out
 * @param large  whether threads are woken for it
 */
record Deal(int items, int each, int shares, boolean large) {
    /** Numbers moved or computed in about four microseconds. */
    private static final long SHARE = 1L << 15;
    /** Shares that others are asked for while they are awake, and for which they are woken. */
    private static final int WORTH = 8;
    private static final int LARGE = 32;
    /** For each worker, so that one that comes late or is put aside holds up little. */
    private static final int SHARES_EACH = 4;

    /** @param work numbers moved or computed for an item */
    static Deal of(int items, long work, Helpers helpers) {
        long shares = Math.min(Math.min(items, work * items / SHARE), (long) helpers.workers() * SHARES_EACH);
        if (helpers.workers() == 1 || shares < 2 || work * items < WORTH * SHARE) {
            return new Deal(items, items, 1, false);
        }
        int each = (int) ((items + shares - 1) / shares);
        return new Deal(items, each, (items + each - 1) / each, work * items >= LARGE * SHARE);
    }

    int from(int share) {
        return share * each;
    }

    int to(int share) {
        return Math.min(items, (share + 1) * each);
    }
}
