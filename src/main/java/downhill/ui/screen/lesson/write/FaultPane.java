package downhill.ui.screen.lesson.write;

import downhill.lesson.draft.DraftFault;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is wrong, each with its place, to which it leads; or that nothing is. */
final class FaultPane {
    private static final double HEIGHT = 148;

    private final DraftModel model;
    private final Consumer<DraftFault> lead;
    private final Label head = Labels.plain("", "strong");
    private final VBox lines = new VBox();
    private final VBox box;

    FaultPane(DraftModel model, Consumer<DraftFault> lead) {
        this.model = model;
        this.lead = lead;
        ScrollPane scroll = Rows.scrolled(lines);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        box = new VBox(4, head, scroll);
        box.setId("draft-faults");
    }

    Node node() {
        return box;
    }

    void show() {
        int count = model.faults().size();
        String none = model.isProved() ? Messages.text("draft.proved") : Messages.text("draft.faultless");
        head.setText(count == 0 ? none : Messages.text("draft.faults", String.valueOf(count)));
        box.setMinHeight(count == 0 ? VBox.USE_COMPUTED_SIZE : HEIGHT);
        box.setPrefHeight(count == 0 ? VBox.USE_COMPUTED_SIZE : HEIGHT);
        lines.getChildren().setAll(model.faults().stream().map(this::line).toList());
    }

    private Node line(DraftFault fault) {
        Button line = new Button(place(fault) + Spoken.text(fault.what()));
        line.getStyleClass().add("list-button");
        line.setWrapText(true);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setMinWidth(0);
        line.setOnAction(event -> lead.accept(fault));
        return line;
    }

    private String place(DraftFault fault) {
        String step = fault.step() < 0 ? Messages.text("draft.head") : Messages.text("draft.at", String.valueOf(fault.step() + 1));
        if (fault.language() == null) {
            return step + ": ";
        }
        String language = Messages.text("draft.language." + fault.language());
        return Messages.text(fault.line() > 0 ? "draft.at.line" : "draft.at.title", step, language, String.valueOf(fault.line())) + " ";
    }
}
