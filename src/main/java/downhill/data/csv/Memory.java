package downhill.data.csv;

import downhill.data.DataException;
import downhill.data.Room;

/** Keeps an import from filling the memory. */
final class Memory {
    private static final double PART = 0.35;
    private static final int BYTES_PER_CELL = 8;

    private Memory() {
    }

    /** @throws DataException if so many rows need more than a third of the memory at hand (growing arrays need it twice) */
    static void check(String name, long rows, int columns) {
        long needed = rows * columns * BYTES_PER_CELL;
        long available = Runtime.getRuntime().maxMemory();
        if (needed > PART * available) {
            throw new DataException(name + ": The first " + rows + " rows of " + columns + " columns already need " + (needed >> 20)
                    + " MB of the " + (available >> 20) + " MB at hand. Read a sample of the rows (--sample). " + Room.MORE);
        }
    }
}
