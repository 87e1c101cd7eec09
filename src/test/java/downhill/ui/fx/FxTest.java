package downhill.ui.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;

/** Base of all tests that need the toolkit: starts it once, in memory, and keeps it running. */
public abstract class FxTest {
    private static final int PATIENCE_SECONDS = 20;
    private static final int OFTEN = 100;
    /** What the process has to have worked meanwhile, unless it waits three times as long: where many share the processors it is given little. */
    private static final long WORKED_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(3L * PATIENCE_SECONDS);
    /** Frames between two collections of garbage, each of which takes far longer than they do. */
    private static final int COLLECTED_EACH = 10;
    private static final int FRAME_SLICES = 300;
    private static final int SLICE_MILLIS = 200;

    @BeforeAll
    static void startToolkit() {
        System.setProperty(Headless.FORCED, "true");
        FxToolkit.start();
    }

    /** Runs on the FX thread and waits for the result. */
    protected static <T> T onFx(Callable<T> work) {
        return FxToolkit.call(work);
    }

    /** Runs on the FX thread and waits. */
    protected static void runFx(Runnable work) {
        FxToolkit.run(work);
    }

    /**
     * Waits until {@code condition}, asked on the FX thread, holds; fails after {@value #PATIENCE_SECONDS} seconds in which it
     * was asked often and the process was given time to work: one that was stopped for a while, or had a tenth of a processor, has not
     * waited.
     */
    protected static void await(String what, BooleanSupplier condition) {
        await(what, PATIENCE_SECONDS, condition);
    }

    /** The same with more patience, for what other programs do. */
    protected static void await(String what, int seconds, BooleanSupplier condition) {
        long from = System.nanoTime();
        long worked = worked();
        for (int asked = 0; !onFx(condition::getAsBoolean); asked++) {
            long waited = System.nanoTime() - from;
            if (waited > TimeUnit.SECONDS.toNanos(seconds) && asked > OFTEN
                    && (worked() - worked > WORKED_NANOS || waited > IDLE_NANOS)) {
                Assertions.fail("Waited " + seconds + " s in vain until " + what);
            }
            nextFrame();
        }
    }

    /** Nanoseconds of all processors that this process has had. */
    private static long worked() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    /** Waits until {@code gone} holds, which asks whether objects that nobody needs are collected, and has garbage collected meanwhile. */
    protected static void awaitCollected(String what, BooleanSupplier gone) {
        nextFrame(); // the toolkit lets go of what it drew last
        int[] asked = {0};
        await(what, () -> {
            if (!gone.getAsBoolean() && asked[0]++ % COLLECTED_EACH == 0) {
                System.gc();
            }
            return gone.getAsBoolean();
        });
    }

    /** Waits until everything that was asked of the toolkit before is done and one more frame has been laid out. */
    public static void nextFrame() {
        CountDownLatch passed = new CountDownLatch(1);
        Platform.runLater(() -> {
            new AnimationTimer() {
                @Override
                public void handle(long now) { // at the start of a frame; what is run later comes after its layout
                    stop();
                    Platform.runLater(passed::countDown);
                }
            }.start();
            Platform.requestNextPulse();
        });
        try {
            boolean done = false;
            for (int slice = 0; !done && slice < FRAME_SLICES; slice++) { // a stop of the whole process uses up one slice
                done = passed.await(SLICE_MILLIS, TimeUnit.MILLISECONDS);
            }
            Assertions.assertTrue(done, "the toolkit makes frames");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shows {@code root} in a window of the given size; the caller closes it. */
    protected static Stage show(Parent root, double width, double height) {
        return onFx(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(root, width, height));
            stage.show();
            return stage;
        });
    }
}
