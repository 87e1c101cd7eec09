package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.LabelColumn;
import java.util.Arrays;
import java.util.List;

/** Finds rows that are equal in all of some columns, a missing value being equal to another, in one pass over each column. */
public final class EqualGroups {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final List<Column> columns;
    private final int[] rows;
    private final long[] hashes;
    /** Open addressing: place of the first row of a group, −1 where free. */
    private final int[] table;

    private EqualGroups(List<Column> columns, int[] rows) {
        this.columns = columns;
        this.rows = rows;
        this.hashes = new long[rows.length];
        this.table = new int[Integer.highestOneBit(Math.max(1, rows.length)) * 4];
    }

    /**
     * For each of some rows the place, among them, of the first that equals it; its own where it is the first.
     *
     * @param rows rows of the columns
     */
    public static int[] firsts(List<Column> columns, int[] rows) {
        return new EqualGroups(columns, rows).find();
    }

    /** The same where no row is looked at: each is the first of its kind. */
    static int[] alone(int rows) {
        int[] firsts = new int[rows];
        Arrays.setAll(firsts, i -> i);
        return firsts;
    }

    private int[] find() {
        Arrays.fill(table, -1);
        columns.forEach(this::hash);
        int[] firsts = new int[rows.length];
        for (int i = 0; i < firsts.length; i++) {
            int slot = slot(i);
            table[slot] = table[slot] < 0 ? i : table[slot];
            firsts[i] = table[slot];
        }
        return firsts;
    }

    private void hash(Column column) {
        for (int i = 0; i < rows.length; i++) {
            long mixed = (hashes[i] ^ key(column, rows[i])) * FACTOR;
            hashes[i] = mixed ^ mixed >>> 29;
        }
    }

    private int slot(int i) {
        int slot = (int) (hashes[i] * FACTOR >>> 33) & table.length - 1;
        while (table[slot] >= 0 && !equal(i, table[slot])) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private boolean equal(int one, int other) {
        return hashes[one] == hashes[other] && columns.stream().allMatch(column -> key(column, rows[one]) == key(column, rows[other]));
    }

    /** Equal values have one key; 0 and −0 are one number, and so are all missing values. */
    private static long key(Column column, int row) {
        return column instanceof LabelColumn labels ? labels.code(row) : Double.doubleToLongBits(column.number(row) + 0.0);
    }
}
