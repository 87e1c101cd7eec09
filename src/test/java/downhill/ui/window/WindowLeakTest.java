package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Windows that were closed are gone: nothing keeps listening to the language, the theme or the race. */
class WindowLeakTest extends FxTest {
    private static final int TIMES = 16;

    @Test
    void aClosedWindowIsCollected() {
        List<WeakReference<MainWindow>> gone = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            gone.add(openAndClose(i));
        }
        await("at most the last window is still held by the toolkit", () -> {
            System.gc();
            return gone.stream().filter(one -> one.get() != null).count() <= 1;
        });
        assertThat(gone).hasSize(TIMES);
    }

    private static WeakReference<MainWindow> openAndClose(int which) {
        OpenWindow open = new OpenWindow(1100, 700);
        open.open(Demo.experiment("Demo"));
        await("the race is ready", () -> open.session.race().isOpen());
        runFx(() -> open.window.shownProperty().set(open.window.screens().get(which % open.window.screens().size()))); // each screen in some of them
        nextFrame();
        open.close();
        return new WeakReference<>(open.window);
    }
}
