package downhill.ui.screen.compare;

import downhill.ui.control.Buttons;
import downhill.ui.control.EmptyState;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fx.Subscriptions;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.panel.PanelBar;
import downhill.ui.panel.PanelForm;
import downhill.ui.panel.PanelView;
import downhill.ui.panel.Panels;
import downhill.ui.screen.Screen;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Session;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** All contenders side by side on equal axes; hovering, zooming and ordering one does it to all. */
public final class CompareController implements Screen {
    private final Session session;
    private final Panels panels;
    private final PanelBar bar;
    private final Node empty = new EmptyState("compare.none", "compare.none.how");
    private final StackPane content;
    private final Subscriptions attached = new Subscriptions();

    /** The screen of {@code session}; {@code glass} makes a contender's step, term by term. */
    public CompareController(Session session, CurveFeed curves, LandscapeFeed landscapes, ModelFeed models,
            Function<String, PanelView> glass) {
        this.session = session;
        panels = new Panels(session, curves, landscapes, models, glass);
        bar = new PanelBar(session, panels, Buttons.icon(Feather.MAXIMIZE, "panels.whole", panels::resetView));
        content = new StackPane(panels.node());
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(session.selection().revisionProperty(), now -> refresh());
        refresh();
    }

    /** What every panel shows. */
    public ObjectProperty<PanelForm> formProperty() {
        return panels.formProperty();
    }

    /** Who has a panel, in order. */
    public java.util.List<String> contenders() {
        return panels.contenders();
    }

    @Override
    public String titleKey() {
        return "tab.compare";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node options() {
        return bar.node();
    }

    @Override
    public boolean overMultiples() {
        return false;
    }

    @Override
    public void setActive(boolean on) {
        panels.setActive(on);
    }

    @Override
    public void dispose() {
        attached.dispose();
        bar.dispose();
        panels.dispose();
    }

    private void refresh() {
        boolean nobody = session.experiment() == null || session.experiment().contenders().stream().noneMatch(session.selection()::isShown);
        content.getChildren().setAll(nobody ? empty : panels.node());
    }
}
