package downhill.ui.window;

import downhill.ui.control.Rows;
import downhill.ui.fx.Subscriptions;
import downhill.ui.panel.PanelView;
import downhill.ui.screen.glass.GlassCard;
import downhill.ui.session.Session;
import downhill.ui.session.StepFeed;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;

/** The glass box of one contender in a panel; all of them tell of the same parameter as the card at the side. */
final class GlassPanel implements PanelView {
    private final StepFeed steps;
    private final GlassCard card;
    private final Node node;
    private final Subscriptions attached = new Subscriptions();
    private final Consumer<GlassPanel> gone;

    GlassPanel(Session session, String contender, GlassCard leader, Consumer<GlassPanel> gone) {
        this.gone = gone;
        steps = new StepFeed(session, new ReadOnlyStringWrapper(contender).getReadOnlyProperty());
        card = new GlassCard(session, steps);
        card.embed();
        attached.bindBoth(card.parameterProperty(), leader.parameterProperty());
        node = Rows.scrolled(card.node());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void setActive(boolean on) {
        card.setActive(on);
    }

    void frame() {
        steps.frame();
    }

    @Override
    public void dispose() {
        attached.dispose();
        card.dispose();
        steps.close();
        gone.accept(this);
    }
}
