package downhill.data.csv;

import downhill.data.DataException;
import downhill.data.Room;
import downhill.words.Said;

/** Keeps an import from filling the memory. */
final class ImportMemory {
    private static final double PART = 0.35;
    private static final int BYTES_PER_CELL = 8;

    private ImportMemory() {
    }

    /** @throws DataException if so many rows need more than a third of the memory at hand (growing arrays need it twice) */
    static void check(String name, long rows, int columns) {
        long needed = rows * columns * BYTES_PER_CELL;
        long available = Runtime.getRuntime().maxMemory();
        if (needed > PART * available) {
            throw new DataException(Said.of("memory.rows", name, rows, columns, needed >> 20, available >> 20, Room.MORE));
        }
    }
}
