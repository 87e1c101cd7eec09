package downhill.ui.screen.multiples;

import downhill.race.ContenderSpec;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Pace;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A small panel for each contender, all on the same axes, below the large view. */
public final class MultiplesController {
    private static final double GAP = 12;
    private static final double SMALL = 6;

    private final Session session;
    private final CurveFeed curves;
    private final LandscapeFeed landscapes;
    private final BooleanProperty showLandscapes = new SimpleBooleanProperty(this, "showLandscapes", true);
    private final HBox row = new HBox(GAP);
    private final List<SmallPanel> panels = new ArrayList<>();
    private final Subscriptions attached = new Subscriptions();
    private final Pace pace = new Pace(SMALL);
    private boolean log = true;
    private boolean active;

    /** The panels of {@code session}. */
    public MultiplesController(Session session, CurveFeed curves, LandscapeFeed landscapes) {
        this.session = session;
        this.curves = curves;
        this.landscapes = landscapes;
        row.setFillHeight(true);
        attached.listen(session.snapshotProperty(), now -> {
            if (!Snapshots.isRunning(now) || pace.isTime()) {
                refresh();
            }
        });
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(session.selection().revisionProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
        attached.listen(landscapes.wholeProperty(), now -> refresh());
        attached.listen(landscapes.tracksProperty(), now -> refresh());
        attached.listen(showLandscapes, now -> setActive(active));
    }

    /** Whether each panel is a landscape with its contender's path, rather than curves of the loss. */
    public BooleanProperty showLandscapesProperty() {
        return showLandscapes;
    }

    /** The row of panels. */
    public Node node() {
        return row;
    }

    /** Whether the loss has a scale of equal ratios. */
    public void setLog(boolean on) {
        log = on;
        refresh();
    }

    /** Out of view it costs nothing. */
    public void setActive(boolean on) {
        active = on;
        landscapes.setActive(this, on && showLandscapes.get());
        refresh();
    }

    /** Detaches everything. */
    public void dispose() {
        landscapes.setActive(this, false);
        attached.dispose();
        panels.forEach(SmallPanel::dispose);
    }

    private void refresh() {
        if (!active || session.experiment() == null) {
            return;
        }
        List<ContenderSpec> shown = session.experiment().contenders().stream().filter(session.selection()::isShown).toList();
        if (!shown.stream().map(ContenderSpec::id).toList().equals(panels.stream().map(SmallPanel::contender).toList())) {
            rebuild(shown);
        }
        if (showLandscapes.get()) {
            for (int i = 0; i < panels.size(); i++) {
                panels.get(i).show(shown.get(i), landscapes);
            }
            return;
        }
        PanelAxes axes = PanelAxes.of(shown, curves, session);
        for (int i = 0; i < panels.size(); i++) {
            panels.get(i).show(shown.get(i), curves, axes, log, session);
        }
    }

    private void rebuild(List<ContenderSpec> shown) {
        panels.forEach(SmallPanel::dispose);
        panels.clear();
        row.getChildren().clear();
        for (ContenderSpec one : shown) {
            SmallPanel panel = new SmallPanel(one.id());
            HBox.setHgrow(panel.node(), Priority.ALWAYS);
            panel.node().setPrefWidth(160);
            panels.add(panel);
            row.getChildren().add(panel.node());
        }
    }
}
