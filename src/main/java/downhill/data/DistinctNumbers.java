package downhill.data;

import java.util.Arrays;

/**
 * Counts different numbers by open addressing on their bits; sorting or boxing them would cost more than reading the file. Many numbers
 * are dealt out into parts first, by their hash: a table that the cache holds takes a fraction of the time of one that it does not.
 */
public final class DistinctNumbers {
    private static final long EMPTY = Double.doubleToRawLongBits(Double.NaN);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int USUAL_PART = 1 << 14;
    private static final int MOST_PART_BITS = 8;

    private DistinctNumbers() {
    }

    /** How many different numbers there are; NaN is none, −0 and 0 are the same. */
    static int count(double[] values) {
        long[] bits = new long[values.length];
        int numbers = 0;
        for (double value : values) {
            bits[numbers] = Double.doubleToRawLongBits(value + 0.0);
            numbers += Double.isNaN(value) ? 0 : 1;
        }
        return count(bits, numbers);
    }

    /** How many different numbers there are among the first {@code length}, which are in another order then. */
    public static int count(long[] values, int length) {
        int bits = Math.min(MOST_PART_BITS, 32 - Integer.numberOfLeadingZeros(length / USUAL_PART));
        int[] starts = starts(values, length, bits);
        if (bits > 0) {
            deal(values, starts, bits);
        }
        int largest = 0;
        for (int part = 0; part < 1 << bits; part++) {
            largest = Math.max(largest, starts[part + 1] - starts[part]);
        }
        long[] table = new long[1 << Math.min(30, Math.max(4, 33 - Integer.numberOfLeadingZeros(largest)))];
        int count = 0;
        for (int part = 0; part < 1 << bits; part++) {
            count += part(values, starts[part], starts[part + 1], table);
        }
        return count;
    }

    /** In place: each number goes where its part has room, and what stood there goes on likewise (McIlroy, Bostic and McIlroy 1993). */
    private static void deal(long[] values, int[] starts, int bits) {
        int[] places = starts.clone();
        for (int part = 0; part < 1 << bits; part++) {
            while (places[part] < starts[part + 1]) {
                long value = values[places[part]];
                for (int other = partOf(value, bits); other != part; other = partOf(value, bits)) {
                    int place = places[other]++;
                    long next = values[place];
                    values[place] = value;
                    value = next;
                }
                values[places[part]++] = value;
            }
        }
    }

    private static int[] starts(long[] values, int length, int bits) {
        int[] starts = new int[(1 << bits) + 1];
        for (int i = 0; i < length; i++) {
            starts[partOf(values[i], bits) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    private static int partOf(long value, int bits) {
        return bits == 0 ? 0 : (int) (value * MULTIPLIER >>> 64 - bits);
    }

    private static int part(long[] values, int from, int to, long[] table) {
        Arrays.fill(table, EMPTY);
        int mask = table.length - 1;
        int count = 0;
        int empty = 0;
        for (int i = from; i < to; i++) {
            if (values[i] == EMPTY) {
                empty = 1;
            } else {
                count += add(table, mask, values[i]) ? 1 : 0;
            }
        }
        return count + empty;
    }

    private static boolean add(long[] table, int mask, long value) {
        long hash = value * MULTIPLIER;
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
