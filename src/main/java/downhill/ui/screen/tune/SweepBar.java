package downhill.ui.screen.tune;

import downhill.ui.control.Buttons;
import downhill.ui.control.ProgressNote;
import downhill.ui.i18n.Messages;
import downhill.ui.tune.Sweep;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** Begins a sweep and ends it, and tells how far it is. */
final class SweepBar {
    private final ProgressNote progress;
    private final Button begin;
    private final HBox node;

    SweepBar(String key, Runnable start, Runnable stop, Node... others) {
        begin = Buttons.ghost(key, start);
        progress = new ProgressNote(stop);
        node = new HBox(8, others);
        node.getChildren().addAll(progress, begin);
        node.setAlignment(Pos.CENTER_RIGHT);
    }

    Node node() {
        return node;
    }

    Button begin() {
        return begin;
    }

    void show(Sweep<?> sweep, String obstacle) {
        boolean running = sweep != null && !sweep.isOver();
        begin.setDisable(running || !obstacle.isEmpty());
        if (running) {
            progress.show(sweep.share(), Messages.text("tune.sweep.runs"));
        } else {
            progress.clear();
        }
    }
}
