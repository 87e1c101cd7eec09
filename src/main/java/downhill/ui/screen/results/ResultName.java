package downhill.ui.screen.results;

import downhill.race.Outcome;
import downhill.ui.control.Labels;
import downhill.ui.control.StyleSample;
import downhill.ui.i18n.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A contender's line and name, and where there is room how it goes or how it ended below. */
final class ResultName extends VBox {
    private final StyleSample sample = new StyleSample(0);
    private final Label name = new Label();
    private final Label outcome = Labels.plain("", "secondary", "small");

    private final Tooltip tip = new Tooltip();

    ResultName(boolean withOutcome) {
        Tooltip.install(this, tip);
        HBox head = new HBox(4, sample, name);
        head.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        outcome.setMinWidth(0);
        getChildren().add(head);
        if (withOutcome) {
            getChildren().add(outcome);
        }
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(ResultRow row) {
        tip.setText(row.name() + ": " + row.outcome() + (row.spread().isEmpty() ? "" : ". " + row.spread()));
        setAccessibleText(tip.getText());
        sample.setStyleIndex(row.contender().style());
        name.setText(row.name());
        outcome.setText(row.outcome() + (row.contender().seeds() > 1 ? " · " + Messages.text("contenders.seeds.count", row.contender().seeds()) : ""));
        outcome.getStyleClass().remove("danger-text");
        if (row.standing() != null && row.standing().outcome() == Outcome.DIVERGED) {
            outcome.getStyleClass().add("danger-text");
        }
    }
}
