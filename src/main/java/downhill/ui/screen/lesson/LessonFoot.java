package downhill.ui.screen.lesson;

import downhill.lesson.LessonWork;
import downhill.lesson.Step;
import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.control.Tip;
import downhill.ui.i18n.Messages;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Back, a dot for each step, skip and next. */
final class LessonFoot {
    private static final double GAP = 12;

    private final LessonModel model;
    private final HBox dots = new HBox();
    private final Button back;
    private final Button skip;
    private final Button next;
    private final HBox node;

    LessonFoot(LessonModel model) {
        this.model = model;
        back = Buttons.ghost("lesson.back", model::back);
        back.setId("lesson-back");
        skip = Buttons.ghost("lesson.skip", model::skip);
        skip.setId("lesson-skip");
        next = Buttons.primary("lesson.next", model::next);
        next.setId("lesson-next");
        dots.setAlignment(Pos.CENTER);
        dots.setAccessibleRole(AccessibleRole.TOOL_BAR);
        dots.accessibleTextProperty().bind(Messages.binding("lesson.dots"));
        dots.setMinWidth(0);
        HBox.setHgrow(dots, Priority.ALWAYS);
        node = new HBox(GAP, back, Rows.space(), dots, Rows.space(), skip, next);
        node.setAlignment(Pos.CENTER_LEFT);
        node.getStyleClass().addAll("transport-bar");
    }

    Node node() {
        return node;
    }

    Button next() {
        return next;
    }

    void refresh() {
        boolean open = model.lesson() != null;
        List.of(back, skip, next, dots).forEach(one -> one.setVisible(open));
        dots.getChildren().clear();
        if (!open) {
            return;
        }
        int last = model.lesson().steps().size() - 1;
        back.setDisable(model.at() == 0);
        next.setDisable(model.at() == last);
        boolean asks = model.step().predict() != null || model.step().task() != null;
        boolean waits = asks && model.answered().filter(one -> one.right() != null).isEmpty();
        skip.setVisible(waits && model.at() < last);
        next.setDisable(model.at() == last || waits);
        for (int i = 0; i <= last; i++) {
            if (i > 0) {
                Region line = new Region();
                line.getStyleClass().addAll("lesson-line-between", i <= model.at() ? "passed" : "ahead");
                HBox.setHgrow(line, Priority.ALWAYS);
                dots.getChildren().add(line);
            }
            dots.getChildren().add(dot(i));
        }
    }

    private ToggleButton dot(int place) {
        Step step = model.lesson().steps().get(place);
        ToggleButton dot = new ToggleButton();
        dot.getStyleClass().add("lesson-dot");
        dot.setSelected(place == model.at());
        dot.setFocusTraversable(place == model.at());
        LessonWork.Answered done = model.done().of(step.id()).orElse(null);
        if (place < model.at() || done != null && done.right() != null) {
            dot.getStyleClass().add("passed");
        }
        if (done != null && Boolean.FALSE.equals(done.right())) {
            dot.getStyleClass().add("missed");
        }
        String words = Messages.text("lesson.dot", String.valueOf(place + 1), model.text().steps().get(step.id()).title());
        dot.setAccessibleText(words);
        Tip.on(dot, new javafx.beans.property.SimpleStringProperty(words));
        dot.setOnAction(event -> {
            dot.setSelected(place == model.at());
            if (place != model.at()) {
                model.show(place);
            }
        });
        return dot;
    }
}
