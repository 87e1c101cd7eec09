package downhill.data.csv;

import downhill.data.Column;
import downhill.data.LabelColumn;
import downhill.data.Table;
import java.util.Arrays;

/** Counts rows that equal another one, by a hash of 64 bits. */
final class Duplicates {
    private Duplicates() {
    }

    static int count(Table table) {
        long[] hashes = new long[table.rows()];
        for (Column column : table.columns()) {
            for (int row = 0; row < hashes.length; row++) {
                long value = column instanceof LabelColumn labels ? labels.code(row) : Double.doubleToLongBits(column.number(row));
                long mixed = (hashes[row] ^ value) * 0x9E3779B97F4A7C15L;
                hashes[row] = mixed ^ mixed >>> 29;
            }
        }
        Arrays.parallelSort(hashes);
        int count = 0;
        for (int i = 1; i < hashes.length; i++) {
            count += hashes[i] == hashes[i - 1] ? 1 : 0;
        }
        return count;
    }
}
