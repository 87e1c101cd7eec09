package downhill.engine.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Packs values that live at different times into the same memory. Each value asks for room for the instructions between
 * its making and its last use; values whose times overlap never share an element.
 */
final class Arena {
    /** Offsets are multiples of 16 elements, so that rows begin at cache lines in either precision. */
    private static final int ALIGNMENT = 16;

    private record Block(int offset, int length, int from, int to) {
        boolean lives(int first, int last) {
            return from <= last && first <= to;
        }
    }

    private final List<Block> blocks = new ArrayList<>();
    private int size;

    /** Offset of a stretch that nobody else uses from instruction {@code from} to {@code to}, both included. */
    int place(int length, int from, int to) {
        int rounded = (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        List<Block> busy = blocks.stream().filter(block -> block.lives(from, to))
                .sorted((a, b) -> Integer.compare(a.offset, b.offset)).toList();
        int offset = 0;
        for (Block block : busy) {
            if (block.offset - offset >= rounded) {
                break;
            }
            offset = Math.max(offset, block.offset + block.length);
        }
        blocks.add(new Block(offset, rounded, from, to));
        size = Math.max(size, Math.addExact(offset, rounded));
        return offset;
    }

    int size() {
        return size;
    }
}
