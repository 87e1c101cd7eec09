package downhill.ui.window;

import downhill.ui.screen.lecture.CaptionBar;
import javafx.scene.layout.StackPane;

/** The caption of the lecture: of the experiment in view, which in some workspaces is not the race. */
final class Captions {
    private final CaptionBar race;
    private final StackPane node = new StackPane();
    private CaptionBar present;
    private boolean shown;

    /** That of the race is in view, until another is. */
    Captions(CaptionBar race) {
        this.race = race;
        put(race);
    }

    StackPane node() {
        return node;
    }

    CaptionBar race() {
        return race;
    }

    CaptionBar present() {
        return present;
    }

    /** The captions of the workspace in view. */
    void put(CaptionBar now) {
        if (now == present) {
            return;
        }
        if (present != null) {
            present.setShown(false);
        }
        present = now;
        node.getChildren().setAll(now.node());
        now.setShown(shown);
    }

    /** Shows or hides them, whichever is in view. */
    void setShown(boolean on) {
        shown = on;
        present.setShown(on);
    }
}
