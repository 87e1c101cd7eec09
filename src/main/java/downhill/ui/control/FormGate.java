package downhill.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;

/**
 * Before a button that leads on does anything, every field of its form takes what was typed; where one cannot, nothing is done, and
 * the focus goes to the first such field, which says why. Fields that sleep or are hidden do not count.
 */
public final class FormGate {
    private FormGate() {
    }

    /** For all {@link Buttons#primary} ones within {@code form}, now or later. */
    public static void guard(Parent form) {
        form.addEventFilter(ActionEvent.ACTION, event -> {
            if (event.getTarget() instanceof Button button && Buttons.isPrimary(button)) {
                firstWrong(form).ifPresent(wrong -> {
                    event.consume();
                    show(wrong);
                });
            }
        });
    }

    private static Optional<Node> firstWrong(Parent form) {
        List<Node> fields = new ArrayList<>();
        collect(form, fields);
        fields.forEach(field -> ((Checked) field).take());
        return fields.stream().filter(field -> !((Checked) field).problemProperty().get().isEmpty()).findFirst();
    }

    private static void collect(Node node, List<Node> fields) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node instanceof Checked) {
            fields.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, fields));
        }
    }

    private static void show(Node wrong) {
        if (wrong.isFocusTraversable()) {
            wrong.requestFocus();
        }
        if (wrong instanceof TextInputControl text) {
            text.selectAll();
        }
    }
}
