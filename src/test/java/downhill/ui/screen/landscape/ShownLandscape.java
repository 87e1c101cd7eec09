package downhill.ui.screen.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.landscape.Track;
import downhill.ui.session.Demo;
import downhill.ui.window.LiveWindow;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;

/** A real window over the real engine, with the landscape in view. */
abstract class ShownLandscape extends FxTest {
    LiveWindow live;

    LandscapeController landscape() {
        return live.window().parts().landscape();
    }

    LandscapeFeed feed() {
        return landscape().feed();
    }

    void open(double width, double height) {
        live = LiveWindow.open(Demo.experiment("Iris"), width, height);
        runFx(() -> live.window().shownProperty().set(landscape()));
    }

    void step(int count) {
        long before = onFx(() -> live.session().snapshotProperty().get().step());
        runFx(() -> live.session().race().step(count));
        await("everybody is " + count + " steps further", () -> live.session().snapshotProperty().get().step() == before + count);
        settle();
        assertThat(onFx(() -> feed().tracksProperty().get().stream().map(Track::step).toList())).hasSize(4).containsOnly(before + count);
    }

    /** Until plane, heights, paths and gaps are there and laid out. */
    void settle() {
        nextFrame();
        await("the landscape is settled", () -> feed().isSettled());
        nextFrame();
    }

    @AfterEach
    void close() {
        live.close();
    }

    static List<Node> nodes(Parent root) {
        List<Node> all = new ArrayList<>();
        for (Node child : root.getChildrenUnmodifiable()) {
            all.add(child);
            if (child instanceof Parent parent) {
                all.addAll(nodes(parent));
            }
        }
        return all;
    }
}
