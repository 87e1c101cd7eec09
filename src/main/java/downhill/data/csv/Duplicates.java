package downhill.data.csv;

import downhill.data.Column;
import downhill.data.DistinctNumbers;
import downhill.data.LabelColumn;
import downhill.data.Table;
import java.util.stream.IntStream;

/** Counts rows that equal another one, by a hash of 64 bits. */
final class Duplicates {
    private static final int BLOCK = 1 << 16;

    private Duplicates() {
    }

    static int count(Table table) {
        long[] hashes = new long[table.rows()];
        int blocks = (hashes.length + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> mix(table, hashes, block * BLOCK,
                Math.min(hashes.length, (block + 1) * BLOCK)));
        return hashes.length - DistinctNumbers.count(hashes, hashes.length);
    }

    private static void mix(Table table, long[] hashes, int from, int to) {
        for (Column column : table.columns()) {
            for (int row = from; row < to; row++) {
                long value = column instanceof LabelColumn labels ? labels.code(row) : Double.doubleToLongBits(column.number(row));
                long mixed = (hashes[row] ^ value) * 0x9E3779B97F4A7C15L;
                hashes[row] = mixed ^ mixed >>> 29;
            }
        }
    }
}
