package downhill.ui.window;

import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.fx.Subscriptions;
import downhill.ui.theme.TypeScale;
import javafx.beans.property.BooleanProperty;
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
    private final BooleanProperty projected;
    private final Subscriptions attached = new Subscriptions();

    Zones(WindowModel model, VBox left, Node middle, VBox right) {
        projected = model.projectedProperty();
        StackPane leftZone = zone(left, LEFT, model.leftProperty(), true);
        StackPane rightZone = zone(right, RIGHT, model.rightProperty(), false);
        HBox.setHgrow(middle, Priority.ALWAYS);
        box.getStyleClass().add("page");
        box.setPadding(new javafx.geometry.Insets(GAP, 0, GAP, 0));
        box.getChildren().addAll(leftZone, middle, rightZone);
    }

    HBox node() {
        return box;
    }

    void dispose() {
        attached.dispose();
    }

    private StackPane zone(VBox cards, double width, BooleanProperty open, boolean atLeft) {
        ScrollPane scroll = Rows.scrolled(cards);
        scroll.setFitToHeight(true);
        cards.setSpacing(GAP);
        Button handle = Buttons.icon(atLeft ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_LEFT, atLeft ? "zone.left" : "zone.right",
                () -> open.set(!open.get()));
        handle.getStyleClass().add("zone-handle");
        StackPane zone = atLeft ? new StackPane(scroll, handle) : new StackPane(handle, scroll); // Tab goes from left to right
        handle.setViewOrder(-1);
        StackPane.setAlignment(handle, Pos.CENTER);
        attached.listen(projected, now -> resize(zone, open.get() ? width : 0));
        attached.follow(open, now -> {
            resize(zone, now ? width : 0);
            scroll.setVisible(now);
            scroll.setManaged(now);
            StackPane.setMargin(scroll, new javafx.geometry.Insets(0, GAP, 0, GAP));
            StackPane.setAlignment(handle, now ? atLeft ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT : Pos.CENTER);
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
