package downhill.ui.window;

import downhill.ui.control.Buttons;
import downhill.ui.control.Enclosure;
import downhill.ui.control.Rows;
import downhill.ui.fx.Subscriptions;
import downhill.ui.theme.TypeScale;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Left column, middle, right column; each column folds behind a handle. */
final class Zones {
    static final double LEFT = 288;
    static final double RIGHT = 350;
    private static final double GAP = 12;

    private final HBox box = new HBox();
    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private final StackPane stage = new Enclosure();
    private final StackPane rightZone;
    private final DoubleProperty leftWidth = new SimpleDoubleProperty(this, "leftWidth", LEFT);
    private final DoubleProperty rightWidth = new SimpleDoubleProperty(this, "rightWidth", RIGHT);
    private final BooleanProperty projected;
    private final Subscriptions attached = new Subscriptions();

    /** {@code notice} stands above whatever is in the middle. */
    Zones(WindowModel model, Node notice) {
        projected = model.projectedProperty();
        StackPane leftZone = zone(left, leftWidth, model.leftProperty(), true);
        rightZone = zone(right, rightWidth, model.rightProperty(), false);
        rightZone.managedProperty().bind(rightZone.visibleProperty());
        VBox middle = new VBox(GAP, notice, stage);
        VBox.setVgrow(stage, Priority.ALWAYS);
        stage.setMinSize(0, 0);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        box.getStyleClass().add("page");
        box.setPadding(new javafx.geometry.Insets(GAP, 0, GAP, 0));
        box.getChildren().addAll(leftZone, middle, rightZone);
    }

    /** Puts what belongs to a workspace into its places. */
    void show(Workspace now) {
        replace(left, now.left());
        stage.getChildren().setAll(now.middle());
        replace(right, now.right());
        rightZone.setVisible(!now.right().isEmpty());
        box.setPadding(new javafx.geometry.Insets(GAP, now.right().isEmpty() ? GAP : 0, GAP, 0));
        leftWidth.set(now.leftWidth());
        rightWidth.set(now.rightWidth());
    }

    /** Cards that stay are left alone, with the focus that one of them may have. */
    private static void replace(VBox column, List<Node> cards) {
        if (!column.getChildren().equals(cards)) {
            column.getChildren().setAll(cards);
        }
    }

    HBox node() {
        return box;
    }

    void dispose() {
        attached.dispose();
    }

    private StackPane zone(VBox cards, DoubleProperty width, BooleanProperty open, boolean atLeft) {
        ScrollPane scroll = Rows.scrolled(cards);
        scroll.setFitToHeight(true);
        cards.setSpacing(GAP);
        Button handle = Buttons.icon(atLeft ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_LEFT, atLeft ? "zone.left" : "zone.right",
                () -> open.set(!open.get()));
        handle.getStyleClass().add("zone-handle");
        StackPane zone = atLeft ? new Enclosure(scroll, handle) : new Enclosure(handle, scroll); // Tab goes from left to right
        handle.setViewOrder(-1);
        StackPane.setAlignment(handle, Pos.CENTER);
        attached.listen(projected, now -> resize(zone, open.get() ? width.get() : 0));
        attached.listen(width, now -> resize(zone, open.get() ? now.doubleValue() : 0));
        attached.follow(open, now -> {
            resize(zone, now ? width.get() : 0);
            scroll.setVisible(now);
            scroll.setManaged(now);
            StackPane.setMargin(scroll, new javafx.geometry.Insets(0, GAP, 0, GAP));
            Pos edge = atLeft ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT;
            StackPane.setAlignment(handle, now ? edge : Pos.CENTER);
            boolean towardsRight = atLeft != now;
            ((FontIcon) handle.getGraphic()).setIconCode(towardsRight ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_LEFT);
        });
        return zone;
    }

    private void resize(StackPane zone, double width) {
        double whole = width * (projected.get() ? TypeScale.LECTURE : 1) + 2 * GAP;
        zone.setMinWidth(whole);
        zone.setPrefWidth(whole);
        zone.setMaxWidth(whole);
    }
}
