package downhill.ui.screen.tune;

import downhill.study.space.Knob;
import downhill.ui.control.Card;
import downhill.ui.control.CommandButton;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.Tip;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.tune.KnobWords;
import downhill.ui.tune.TuneBase;
import downhill.ui.tune.TuneModel;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is searched over: a line for each knob with what it may be; a line opens its editor. */
final class SpaceCard {
    private final TuneModel model;
    private final Consumer<Knob> edit;
    private final VBox rows = new VBox();
    private final Label problem = Labels.plain("", "danger-text");
    private final Card card;
    private final Subscriptions attached = new Subscriptions();

    SpaceCard(TuneModel model, TuneCommands commands, Consumer<Knob> edit) {
        this.model = model;
        this.edit = edit;
        card = new Card(Messages.binding("tune.space"));
        card.actions(CommandButton.link("tune.knob.add", commands.of(TuneDeed.KNOB)));
        card.setId("tune-space");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        ScrollPane scroll = Rows.scrolled(rows);
        scroll.setMinHeight(60);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        card.setContent(scroll, problem);
        attached.listen(model.planProperty(), now -> show());
        attached.listen(model.session().experimentProperty(), now -> show());
        attached.listen(model.session().dataProperty(), now -> show());
        attached.listen(Messages.languageProperty(), now -> show());
        show();
    }

    Card node() {
        return card;
    }

    void dispose() {
        attached.dispose();
    }

    private void show() {
        TuneBase base = TuneBase.of(model.session());
        KnobWords words = new KnobWords(base == null ? List.of() : base.searchable());
        List<Knob> knobs = model.planProperty().get().knobs();
        rows.getChildren().setAll(knobs.stream().map(knob -> row(knob, words)).toList());
        if (knobs.isEmpty()) {
            Label none = Labels.secondary("tune.space.none");
            none.setWrapText(true);
            rows.getChildren().add(none);
        }
        problem.setText(base == null || knobs.isEmpty() ? "" : Spoken.text(base.problem(knobs)));
    }

    private Node row(Knob knob, KnobWords words) {
        Label name = Labels.plain(words.label(knob.name()), "row-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label range = Labels.plain(words.range(knob), "secondary", "small");
        range.setMinWidth(0);
        HBox line = new HBox(8, name, Rows.space(), range);
        line.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button();
        row.getStyleClass().add("knob-row");
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setGraphic(line);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(Messages.text("tune.knob.row", name.getText(), range.getText()));
        Tip.on(row, new SimpleStringProperty(row.getAccessibleText()));
        line.prefWidthProperty().bind(row.widthProperty().subtract(2));
        row.setOnAction(event -> edit.accept(knob));
        return row;
    }
}
