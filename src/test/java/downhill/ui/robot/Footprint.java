package downhill.ui.robot;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/**
 * What the program takes when no window is open.
 *
 * @param threads that are alive
 * @param bytes   of the heap that are held
 */
record Footprint(int threads, long bytes) {
    private static final int MORE_THREADS = 12;
    private static final long MORE_BYTES = 60L << 20;
    private static final int SWEEPS = 5;
    private static final int MORE_THAN_THERE_IS = Integer.MAX_VALUE - 8;

    static Footprint now() {
        Runtime runtime = Runtime.getRuntime();
        forgetTheLast();
        letGo();
        for (int i = 0; i < SWEEPS; i++) {
            System.gc();
        }
        return new Footprint(Thread.getAllStackTraces().size(), runtime.totalMemory() - runtime.freeMemory());
    }

    /**
     * What stands for a display keeps the window that was closed last and the one that the mouse was in, 300 MB where their pictures are
     * large, and the clipboard keeps what was copied last: none of it piles up. Small windows, which the mouse enters, and a word take
     * their places.
     */
    private static void forgetTheLast() {
        for (int i = 0; i < 2; i++) {
            Stage small = FxToolkit.call(Stage::new);
            FxToolkit.run(() -> {
                small.setScene(new Scene(new Label("small"), 40, 40));
                small.show();
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "small"));
            });
            FxTest.nextFrame();
            FxToolkit.run(() -> new Robot().mouseMove(small.getX() + 20, small.getY() + 20));
            FxTest.nextFrame();
            FxToolkit.run(small::close);
            FxTest.nextFrame();
        }
    }

    /**
     * JavaFX keeps the pictures of shadows softly, 320 MB of them after 300 deeds where it draws without a graphics card: they go when
     * memory runs short, and so they are no use of it. Asking for more than there is makes them go.
     */
    private static void letGo() {
        try {
            assertThat(new long[MORE_THAN_THERE_IS]).hasSize(MORE_THAN_THERE_IS);
        } catch (OutOfMemoryError expected) {
            assertThat(expected).hasMessageContaining("heap");
        }
    }

    /** However often the window was used: what one use leaves does not pile up. */
    void assertNotAbove(Footprint first) {
        assertThat(threads).as("threads").isLessThanOrEqualTo(first.threads + MORE_THREADS);
        assertThat(bytes).as("bytes of the heap").isLessThanOrEqualTo(first.bytes + MORE_BYTES);
    }
}
