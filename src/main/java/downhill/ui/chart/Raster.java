package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Draws one chart in the background: at most one drawing under way, the newest request next, the ones between skipped.
 * All methods on the FX thread.
 */
final class Raster {
    /** Textures above this size fail on some graphics cards. */
    private static final int MAX_PIXELS = 4096;

    /** What to draw: {@code width} and {@code height} in points of {@code type} times the usual size, {@code scale} pixels a point. */
    record Job(ChartDrawing drawing, Palette palette, View view, double width, double height, double scale, double type) {
        int pixelWidth() {
            return (int) Math.ceil(width * fitScale());
        }

        int pixelHeight() {
            return (int) Math.ceil(height * fitScale());
        }

        double fitScale() {
            return Math.min(scale, MAX_PIXELS / Math.max(width, height));
        }
    }

    /** A drawn job. */
    record Result(Job job, FrameBuffer buffer, ChartFrame frame, long number, RuntimeException failure) {
    }

    private final BufferPool buffers = new BufferPool();
    private final Consumer<Result> show;
    private Job waiting;
    private boolean underWay;
    private long asked;
    private long shown;
    private boolean closed;

    Raster(Consumer<Result> show) {
        this.show = show;
    }

    /** Draws {@code job} as soon as the drawing under way is done, unless a newer one comes first. */
    void request(Job job) {
        waiting = job;
        if (!underWay) {
            next();
        }
    }

    /** Draws {@code job} and waits for it. */
    void requestNow(Job job) {
        waiting = null;
        long number = ++asked;
        Future<Result> drawn = RenderThread.executor().submit(() -> draw(job, number));
        try {
            deliver(drawn.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("The chart could not be drawn", e.getCause());
        }
    }

    void close() {
        closed = true;
        waiting = null;
        buffers.clear();
    }

    private void next() {
        Job job = waiting;
        waiting = null;
        if (job == null || closed) {
            return;
        }
        underWay = true;
        long number = ++asked;
        RenderThread.executor().execute(() -> {
            Result result = draw(job, number);
            Platform.runLater(() -> finished(result));
        });
    }

    private void finished(Result result) {
        underWay = false;
        deliver(result);
        next();
    }

    private void deliver(Result result) {
        if (closed || result.number() < shown) {
            buffers.giveBack(result.buffer());
            return;
        }
        shown = result.number();
        buffers.shown(result.buffer());
        show.accept(result);
    }

    private Result draw(Job job, long number) {
        FrameBuffer buffer = buffers.take(job.pixelWidth(), job.pixelHeight());
        Graphics2D g = buffer.begin(job.fitScale());
        try {
            Rectangle2D area = new Rectangle2D.Double(0, 0, job.width(), job.height());
            return new Result(job, buffer, job.drawing().draw(g, area, job.palette(), job.view()), number, null);
        } catch (RuntimeException e) {
            return new Result(job, buffer, null, number, e);
        } finally {
            g.dispose();
        }
    }
}
