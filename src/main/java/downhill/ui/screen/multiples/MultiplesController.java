package downhill.ui.screen.multiples;

import downhill.ui.control.Buttons;
import downhill.ui.fit.ModelFeed;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.panel.PanelBar;
import downhill.ui.panel.PanelForm;
import downhill.ui.panel.Panels;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Session;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A small panel for each contender, all on the same axes, below the large view. */
public final class MultiplesController {
    private static final double LINE = 26;

    private final Panels panels;
    private final PanelBar bar;
    private final VBox node;

    /** The panels of {@code session}; {@code enlarge} shows them large. */
    public MultiplesController(Session session, CurveFeed curves, LandscapeFeed landscapes, ModelFeed models, Runnable enlarge) {
        panels = new Panels(session, curves, landscapes, models);
        bar = new PanelBar(session, panels, Buttons.icon(Feather.MAXIMIZE_2, "panels.enlarge", enlarge));
        bar.node().setMinHeight(LINE);
        bar.node().setMaxHeight(LINE);
        VBox.setVgrow(panels.node(), Priority.ALWAYS);
        node = new VBox(panels.node(), bar.node());
    }

    /** What every panel shows. */
    public ObjectProperty<PanelForm> formProperty() {
        return panels.formProperty();
    }

    /** The row of panels and its choices. */
    public Node node() {
        return node;
    }

    /** Who has a panel, in order. */
    public java.util.List<String> contenders() {
        return panels.contenders();
    }

    /** Whether the loss has a scale of equal ratios. */
    public void setLog(boolean on) {
        panels.setLog(on);
    }

    /** Out of view it costs nothing. */
    public void setActive(boolean on) {
        panels.setActive(on);
    }

    /** Detaches everything. */
    public void dispose() {
        bar.dispose();
        panels.dispose();
    }
}
