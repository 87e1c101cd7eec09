package downhill.data;

/** Counts different numbers by open addressing on their bits; sorting or boxing them would cost more than reading the file. */
final class DistinctNumbers {
    private static final long EMPTY = Double.doubleToRawLongBits(Double.NaN);

    private DistinctNumbers() {
    }

    /** How many different numbers there are; NaN is none, −0 and 0 are the same. */
    static int count(double[] values) {
        int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(Math.max(1, values.length)));
        int mask = (1 << Math.min(30, bits)) - 1;
        long[] table = new long[mask + 1];
        java.util.Arrays.fill(table, EMPTY);
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                count += add(table, mask, Double.doubleToRawLongBits(value + 0.0)) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean add(long[] table, int mask, long value) {
        long hash = value * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash ^ hash >>> 32) & mask;
        while (table[slot] != EMPTY) {
            if (table[slot] == value) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        table[slot] = value;
        return true;
    }
}
