package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Windows that were closed are gone: nothing keeps listening to the language, the theme or the race. */
class WindowLeakTest extends FxTest {
    private static final int TIMES = 16;

    @Test
    void aClosedWindowIsCollected() {
        allGo(IntStream.range(0, TIMES));
    }

    @Test
    void aWindowInWhichNothingWasLookedAtIsCollected() {
        allGo(IntStream.generate(() -> 0).limit(4));
    }

    private static void allGo(IntStream which) {
        List<WeakReference<MainWindow>> gone = new ArrayList<>();
        which.forEach(one -> gone.add(openAndClose(one)));
        awaitCollected("at most the last window is still held by the toolkit",
                () -> gone.stream().filter(one -> one.get() != null).count() <= 1);
        assertThat(gone).isNotEmpty();
    }

    private static WeakReference<MainWindow> openAndClose(int which) {
        OpenWindow open = new OpenWindow(1100, 700);
        open.open(Demo.experiment("Demo"));
        await("the race is ready", () -> open.session.race().isOpen());
        if (which > 0) { // in the first nothing is looked at, in the others each screen
            runFx(() -> open.window.shownProperty().set(open.window.screens().get(which % open.window.screens().size())));
        }
        nextFrame();
        open.close();
        return new WeakReference<>(open.window);
    }
}
