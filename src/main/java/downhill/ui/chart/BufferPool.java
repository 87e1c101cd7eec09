package downhill.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Buffers of one chart. The one on show and the one before it are never drawn into: the toolkit's own render thread
 * may still be reading the latter.
 */
final class BufferPool {
    private final List<FrameBuffer> free = new ArrayList<>();
    private FrameBuffer shown;
    private FrameBuffer before;

    /** A buffer to draw into. */
    synchronized FrameBuffer take(int width, int height) {
        free.removeIf(buffer -> !buffer.hasSize(width, height));
        return free.isEmpty() ? new FrameBuffer(width, height) : free.remove(free.size() - 1);
    }

    /** The taken buffer is on show now. */
    synchronized void shown(FrameBuffer buffer) {
        if (before != null) {
            free.add(before);
        }
        before = shown;
        shown = buffer;
    }

    /** The taken buffer is not needed after all. */
    synchronized void giveBack(FrameBuffer buffer) {
        free.add(buffer);
    }

    synchronized void clear() {
        free.clear();
        shown = null;
        before = null;
    }
}
