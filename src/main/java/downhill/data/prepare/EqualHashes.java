package downhill.data.prepare;

import java.util.Arrays;
import java.util.List;

/**
 * Finds rows in several places that are told from others by the same number, in one pass. Of a hundred million rows two that differ share
 * one once in some thousand tables; then they stay on one side together, which costs nothing.
 */
final class EqualHashes {
    private EqualHashes() {
    }

    /** As {@link EqualGroups#firsts}, over all places one after the other. */
    static int[] firsts(List<PartOutline> outlines, int rows) {
        long[] hashes = new long[rows];
        int at = 0;
        for (PartOutline outline : outlines) {
            for (int row = 0; row < outline.usable(); row++) {
                hashes[at++] = outline.hash(row);
            }
        }
        int[] table = new int[(int) Math.min(1L << 30, Integer.highestOneBit(Math.max(1, rows)) * 4L)];
        Arrays.fill(table, -1);
        int[] firsts = new int[rows];
        for (int row = 0; row < rows; row++) {
            int slot = (int) (hashes[row] >>> 33) & table.length - 1;
            while (table[slot] >= 0 && hashes[table[slot]] != hashes[row]) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = table[slot] < 0 ? row : table[slot];
            firsts[row] = table[slot];
        }
        return firsts;
    }
}
