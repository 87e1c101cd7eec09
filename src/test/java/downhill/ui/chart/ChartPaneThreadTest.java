package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

/** Charts are drawn on a thread of their own: the newest request, and only where it is seen. */
class ChartPaneThreadTest extends ShownChart {
    private final List<String> drawn = Collections.synchronizedList(new ArrayList<>());

    @Test
    void nothingIsDrawnOnTheFxThread() {
        List<Boolean> onFxThread = Collections.synchronizedList(new ArrayList<>());
        runFx(() -> chart.show(new Probe("a", () -> onFxThread.add(Platform.isFxApplicationThread()))));
        await("it is drawn", () -> !onFxThread.isEmpty());
        assertThat(onFxThread).containsOnly(false);
    }

    @Test
    void ofManyRequestsTheNewestIsDrawnAndThoseBetweenAreSkipped() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        runFx(() -> chart.show(new Probe("first", () -> {
            begun.countDown();
            awaitQuietly(goOn);
        })));
        begun.await();
        runFx(() -> {
            for (int i = 0; i < 20; i++) {
                chart.show(new Probe("between", () -> { }));
            }
            chart.show(new Probe("last", () -> { }));
        });
        goOn.countDown();
        await("the last is drawn", () -> drawn.contains("last"));
        assertThat(drawn).containsExactly("first", "last");
    }

    @Test
    void aHiddenChartIsNotDrawnUntilItIsSeenAgain() {
        runFx(() -> {
            root.setVisible(false);
            chart.show(new Probe("hidden", () -> { }));
        });
        nextFrame();
        assertThat(drawn).isEmpty();
        runFx(() -> root.setVisible(true));
        await("it is drawn once seen", () -> drawn.contains("hidden"));
    }

    @Test
    void aChartOutsideAWindowIsNotDrawn() {
        runFx(() -> {
            root.getChildren().clear();
            chart.show(new Probe("detached", () -> { }));
        });
        nextFrame();
        assertThat(drawn).isEmpty();
    }

    @Test
    void aDrawingThatFailsLeavesTheLastPictureAndTheNextIsDrawn() {
        ChartFrame before = onFx(chart::frame);
        runFx(() -> chart.show(new Probe("broken", () -> {
            throw new IllegalStateException("on purpose");
        })));
        await("it was tried", () -> drawn.contains("broken"));
        assertThat(onFx(chart::frame)).isSameAs(before);
        runFx(() -> chart.show(new Probe("whole", () -> { })));
        await("the next is drawn", () -> drawn.contains("whole"));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes that it was drawn. */
    private final class Probe implements ChartDrawing {
        private final String name;
        private final Runnable work;

        Probe(String name, Runnable work) {
            this.name = name;
            this.work = work;
        }

        @Override
        public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
            drawn.add(name);
            work.run();
            Range unit = new Range(0, 1);
            return new ChartFrame(area, new AxisScale(unit, false, 0, area.getWidth()), new AxisScale(unit, false, area.getHeight(), 0));
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public String summary() {
            return name;
        }
    }
}
