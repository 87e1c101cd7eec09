package downhill.ui.panel;

import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.WrapRow;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Session;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** What the panels show, and who is left out. */
public final class PanelBar {
    private final Panels panels;
    private final Button hidden;
    private final WrapRow node;
    private final HBox choices = new HBox();
    private final Subscriptions attached = new Subscriptions();
    private Choice<PanelForm> choice;
    private List<PanelForm> offered = List.of();

    /** {@code more} comes last. */
    public PanelBar(Session session, Panels panels, Node... more) {
        this.panels = panels;
        hidden = Buttons.link("panels.all", panels::showAll);
        hidden.textProperty().unbind();
        hidden.managedProperty().bind(hidden.visibleProperty());
        node = new WrapRow(8);
        node.getChildren().addAll(hidden, Labels.secondary("multiples.form"), choices);
        node.getChildren().addAll(more);
        node.setAlignment(Pos.CENTER_RIGHT);
        choices.setAlignment(Pos.CENTER_LEFT);
        attached.listen(panels.formProperty(), now -> refresh());
        attached.listen(panels.revisionProperty(), now -> refresh());
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(session.selection().revisionProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
        refresh();
    }

    /** The line. */
    public WrapRow node() {
        return node;
    }

    /** Detaches everything. */
    public void dispose() {
        attached.dispose();
    }

    private void refresh() {
        hidden.setVisible(panels.hidden() > 0);
        hidden.setText(Messages.text("panels.hidden", Numbers.count(panels.hidden())));
        if (!panels.forms().equals(offered)) {
            offered = panels.forms();
            choice = new Choice<PanelForm>(Messages.binding("panels.form"), offered, PanelForm::words);
            choice.getStyleClass().add("quiet");
            choice.setVisibleRowCount(offered.size());
            choice.valueProperty().set(panels.formProperty().get());
            choice.valueProperty().addListener((source, old, now) -> panels.formProperty().set(now));
            choices.getChildren().setAll(choice);
        }
        choice.setValue(panels.formProperty().get());
    }
}
