package downhill.ui.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;

/** Base of all tests that need the toolkit: starts it once, in memory, and keeps it running. */
public abstract class FxTest {
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

    /** Waits until {@code condition}, asked on the FX thread, holds; fails after ten seconds. */
    protected static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                Assertions.fail("Waited 10 s in vain until " + what);
            }
            nextFrame();
        }
    }

    /** Waits until the toolkit has gone through its queue and one more frame. */
    protected static void nextFrame() {
        CountDownLatch passed = new CountDownLatch(1);
        Platform.runLater(() -> {
            Platform.requestNextPulse();
            Platform.runLater(passed::countDown);
        });
        try {
            passed.await(1, TimeUnit.SECONDS);
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
