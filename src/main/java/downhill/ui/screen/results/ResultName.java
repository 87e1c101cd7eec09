package downhill.ui.screen.results;

import downhill.race.Outcome;
import downhill.ui.control.Labels;
import downhill.ui.control.StyleSample;
import downhill.ui.control.Tip;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A contender's line and name, and where there is room how it goes or how it ended below. */
final class ResultName extends VBox {
    private static final String DANGER = "danger-text";
    /** Short: beside it the usual names are whole in the narrow card. */
    private static final double SAMPLE = 20;

    private final StyleSample sample = new StyleSample(0, SAMPLE);
    private final Label name = new Label();
    private final Label outcome = Labels.plain("", "secondary", "small");

    ResultName(boolean withOutcome) {
        Tip.on(this, accessibleTextProperty());
        HBox head = new HBox(3, sample, name);
        head.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        outcome.setMinWidth(0);
        getChildren().add(head);
        if (withOutcome) {
            getChildren().add(outcome);
        }
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Shows what {@code row} has, and what it will have. */
    void follow(ObservableValue<ResultRow> row) {
        row.addListener((source, old, now) -> {
            if (now != null) {
                show(now);
            }
        });
    }

    void show(ResultRow row) {
        setAccessibleText(row.name() + ": " + Stream.of(row.outcomeInFull(), row.spread(), row.best()).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(". ")));
        sample.setStyleIndex(row.contender().style());
        name.setText(row.name());
        outcome.setText(row.outcome() + (row.contender().seeds() > 1
                ? " · " + Messages.text("contenders.seeds.count", row.contender().seeds()) : ""));
        boolean diverged = row.standing() != null && row.standing().outcome() == Outcome.DIVERGED;
        if (diverged != outcome.getStyleClass().contains(DANGER)) {
            outcome.getStyleClass().removeAll(DANGER);
            outcome.getStyleClass().addAll(diverged ? List.of(DANGER) : List.of());
        }
    }
}
