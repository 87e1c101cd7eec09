package downhill.ui.fx;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * The one timer of a window: polls its readers once a frame and measures what each frame cost the FX thread.
 * The work of a frame is all processor time that the FX thread took since the frame before, layout and events included.
 */
public final class FramePump {
    private final CopyOnWriteArrayList<Runnable> readers = new CopyOnWriteArrayList<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame(now);
        }
    };
    private FrameStats stats = new FrameStats();
    private long lastFrame;
    private long lastWork;

    /** Polls {@code reader} once a frame until the returned action is run. */
    public Runnable poll(Runnable reader) {
        readers.add(reader);
        return () -> readers.remove(reader);
    }

    /** Starts polling; FX thread. */
    public void start() {
        assert Platform.isFxApplicationThread();
        lastFrame = 0;
        timer.start();
    }

    /** Ends polling; readers stay registered. */
    public void stop() {
        timer.stop();
    }

    /** What the frames cost since the start or the last {@link #resetStats()}. */
    public FrameStats stats() {
        return stats;
    }

    /** Begins to measure anew. */
    public void resetStats() {
        stats = new FrameStats();
        lastFrame = 0;
    }

    private void frame(long now) {
        long work = threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
        if (lastFrame != 0) {
            stats.add((work - lastWork) / 1e6, (now - lastFrame) / 1e6);
        }
        lastFrame = now;
        lastWork = work;
        readers.forEach(Runnable::run);
    }
}
