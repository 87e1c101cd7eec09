package downhill.ui.screen.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.RuleLibrary;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.FxTest;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.session.Feed;
import downhill.ui.session.Session;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** A landscape screen that was disposed of is gone, though session and feed live on. */
class LandscapeLeakTest extends FxTest {
    private static final int TIMES = 50;

    @Test
    void screensAreGone() {
        Session session = onFx(() -> new Session((document, data, from) -> null, FxExecutor.immediate(), RuleLibrary.builtIn()));
        LandscapeFeed feed = onFx(() -> new LandscapeFeed(session, new Feed(Runnable::run, System::nanoTime)));
        StackPane root = onFx(() -> new StackPane());
        Stage stage = show(root, 400, 300);
        List<WeakReference<LandscapeController>> gone = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            gone.add(openAndClose(session, feed, root));
        }
        awaitCollected("all screens are collected", () -> gone.stream().allMatch(one -> one.get() == null));
        assertThat(gone).hasSize(TIMES);
        runFx(stage::close);
    }

    private static WeakReference<LandscapeController> openAndClose(Session session, LandscapeFeed feed, StackPane root) {
        WeakReference<LandscapeController> screen = onFx(() -> {
            LandscapeController made = new LandscapeController(session, feed, null);
            root.getChildren().setAll(made.content(), new Pane(made.options()));
            made.setActive(true);
            return new WeakReference<>(made);
        });
        nextFrame();
        runFx(() -> {
            screen.get().setActive(false);
            screen.get().dispose();
            root.getChildren().clear();
        });
        return screen;
    }
}
