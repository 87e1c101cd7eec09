package downhill.ui.screen.deploy;

import downhill.compress.FormWish;
import downhill.ui.command.Command;
import downhill.ui.control.Card;
import downhill.ui.control.CommandButton;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.Tip;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
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

/** What is to be made of the model: a line for each form with how it is made; a line opens its editor. */
final class ShrinkCard {
    private final DeployModel model;
    private final Consumer<FormWish> edit;
    private final VBox rows = new VBox();
    private final Card card = new Card(Messages.binding("deploy.shrink"));
    private final Subscriptions attached = new Subscriptions();

    ShrinkCard(DeployModel model, Command add, Consumer<FormWish> edit) {
        this.model = model;
        this.edit = edit;
        card.setId("deploy-shrink");
        Button more = CommandButton.link("deploy.add.short", add);
        more.setId("deploy-add");
        card.actions(more);
        ScrollPane scroll = Rows.scrolled(rows);
        scroll.setMinHeight(60);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        card.setContent(scroll);
        attached.listen(model.wishesProperty(), now -> show());
        attached.listen(model.madeProperty(), now -> show());
        attached.listen(Messages.languageProperty(), now -> show());
        show();
    }

    Card node() {
        return card;
    }

    private void show() {
        List<FormWish> wishes = model.wishesProperty().get();
        if (wishes == null || wishes.isEmpty()) {
            rows.getChildren().setAll(Rows.paragraph(Messages.binding(wishes == null ? "deploy.shrink.soon" : "deploy.shrink.none")));
            return;
        }
        rows.getChildren().setAll(wishes.stream().map(this::row).toList());
    }

    private Node row(FormWish wish) {
        Label name = Labels.plain(FormWords.kind(wish.kind()), "row-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label how = Labels.plain(FormWords.settings(wish), "secondary", "small");
        how.setMinWidth(0);
        HBox line = new HBox(8, name, Rows.space(), how);
        line.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button();
        row.getStyleClass().add("knob-row");
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(Messages.text("deploy.shrink.row", name.getText(), how.getText()));
        row.setOnAction(event -> edit.accept(wish));
        String problem = model.madeProperty().get() == null ? ""
                : model.madeProperty().get().of(wish).filter(each -> !each.isMade())
                        .map(each -> downhill.ui.i18n.Spoken.text(each.problem())).orElse("");
        Tip.on(row, new SimpleStringProperty(problem.isEmpty() ? row.getAccessibleText() : problem));
        row.setGraphic(problem.isEmpty() ? line : failing(line, problem));
        line.prefWidthProperty().bind(row.widthProperty().subtract(2));
        return row;
    }

    private static VBox failing(HBox line, String problem) {
        Label words = Labels.plain(problem, "warning-text", "small");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.maxWidthProperty().bind(line.prefWidthProperty());
        return new VBox(2, line, words);
    }

    void dispose() {
        attached.dispose();
    }
}
