package downhill.ui.screen;

import downhill.ui.command.Command;
import downhill.ui.control.Card;
import downhill.ui.control.CommandButton;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Session;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.VBox;

/** A few lines about the experiment at the left of the window, with a link to where they are changed. */
public abstract class SessionCard {
    protected final Session session;
    protected final Card card;
    private final Subscriptions attached = new Subscriptions();

    private final Command command;

    /** With the id and the keys of title and link; {@code command} is what the link does. */
    protected SessionCard(Session session, String id, String titleKey, String linkKey, Command command) {
        this.session = session;
        this.command = command.unless(() -> Obstacles.noExperiment(session));
        card = new Card(Messages.binding(titleKey));
        card.actions(CommandButton.link(linkKey, this.command));
        card.setId(id);
        card.foldable();
        card.foldedProperty().set(true); // the contenders have the room; who wants to read it opens it, and it stays so
        attached.listen(session.experimentProperty(), now -> show());
        attached.listen(session.dataProperty(), now -> show());
        attached.listen(session.problemProperty(), now -> show());
        attached.listen(Messages.languageProperty(), now -> show());
    }

    /** Puts the lines into the card. */
    protected abstract void refresh();

    /** The same in a few words, for the card as one line; empty before there is an experiment. */
    protected abstract String gist();

    /** Called by whoever extends it once it is made. */
    protected final void show() {
        refresh();
        card.setGist(session.experiment() == null ? "" : gist());
    }

    /** The card. */
    public final VBox node() {
        return card;
    }

    /** What its link does. */
    public final Command command() {
        return command;
    }

    /** Whether only the title is shown. */
    public final BooleanProperty foldedProperty() {
        return card.foldedProperty();
    }

    /** Detaches everything. */
    public final void dispose() {
        attached.dispose();
    }
}
