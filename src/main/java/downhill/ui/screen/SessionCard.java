package downhill.ui.screen;

import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Session;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.VBox;

/** A few lines about the experiment at the left of the window, with a link to where they are changed. */
public abstract class SessionCard {
    protected final Session session;
    protected final Card card;
    private final Subscriptions attached = new Subscriptions();

    /** With the id and the keys of title and link; {@code action} is what the link does. */
    protected SessionCard(Session session, String id, String titleKey, String linkKey, Runnable action) {
        this.session = session;
        card = new Card(Messages.binding(titleKey));
        card.actions(Buttons.link(linkKey, action));
        card.setId(id);
        card.foldable();
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(session.dataProperty(), now -> refresh());
        attached.listen(session.problemProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
    }

    /** Puts the lines into the card; called by whoever extends it once it is made. */
    protected abstract void refresh();

    /** The card. */
    public final VBox node() {
        return card;
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
