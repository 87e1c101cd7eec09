package downhill.ui.screen.evaluate;

import downhill.ui.control.Card;
import downhill.ui.control.Labels;
import downhill.ui.control.Tip;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The protocol: what makes the comparison fair, with a tick or a mark. */
final class FairCard {
    private final EvaluateModel model;
    private final Card card = new Card(Messages.binding("evaluate.fair"));
    private final Subscriptions attached = new Subscriptions();

    FairCard(EvaluateModel model) {
        this.model = model;
        card.setId("fair-card");
        attached.listen(model.stateProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
        refresh();
    }

    VBox node() {
        return card;
    }

    private void refresh() {
        boolean judged = model.state().verdict() != null;
        card.setVisible(judged);
        card.setManaged(judged);
        if (judged) {
            card.setContent(Fairness.of(model.state()).stream().map(FairCard::row).toArray(HBox[]::new));
        }
    }

    private static HBox row(Fairness.Point point) {
        ObservableValue<String> why = new SimpleStringProperty(point.why());
        Label words = Labels.plain(point.words());
        words.setMinWidth(0);
        Label mark = Labels.plain(point.fair() ? "✓" : "!", "strong", point.fair() ? "good-text" : "warning-text");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, words, space, mark);
        row.getStyleClass().add("value-row");
        Tip.on(words, why);
        Tip.on(mark, why);
        words.setAccessibleText(Messages.text(point.fair() ? "evaluate.fair.yes" : "evaluate.fair.no", point.words(), point.why()));
        return row;
    }

    void dispose() {
        attached.dispose();
    }
}
