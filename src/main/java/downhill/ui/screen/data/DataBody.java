package downhill.ui.screen.data;

import downhill.ui.control.Rows;
import downhill.ui.theme.TypeScale;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The tables, and the settings at their right; where there is no width for both, below them, and all of it scrolls. */
final class DataBody extends HBox {
    private static final double SETTINGS = 228;
    /** Widths of the settings that both need beside each other. */
    private static final double BOTH = 2.2;

    private final VBox tables;
    private final Region settings;
    private final ScrollPane side;
    private double scale = 1;
    private boolean below;

    DataBody(VBox tables, Region settings) {
        super(14);
        this.tables = tables;
        this.settings = settings;
        side = Rows.scrolled(settings);
        HBox.setHgrow(tables, Priority.ALWAYS);
        getChildren().setAll(tables, side);
        sceneProperty().flatMap(TypeScale::of).orElse(1).addListener((source, was, now) -> rescale(now.doubleValue()));
        widthProperty().addListener((source, was, now) -> arrange());
        rescale(1);
    }

    private void rescale(double now) {
        scale = now;
        side.setMinWidth(SETTINGS * scale);
        side.setPrefWidth(SETTINGS * scale);
        arrange();
    }

    private void arrange() {
        boolean narrow = getWidth() > 0 && getWidth() < BOTH * SETTINGS * scale;
        if (narrow == below) {
            return;
        }
        below = narrow;
        getChildren().clear();
        settings.setMinHeight(below ? USE_PREF_SIZE : USE_COMPUTED_SIZE);
        if (below) {
            side.setContent(null);
            tables.getChildren().add(settings);
            getChildren().add(all());
        } else {
            tables.getChildren().remove(settings);
            side.setContent(settings);
            getChildren().addAll(tables, side);
        }
    }

    private ScrollPane all() {
        ScrollPane all = Rows.scrolled(tables);
        all.setFitToHeight(true);
        all.setMinWidth(0);
        HBox.setHgrow(all, Priority.ALWAYS);
        return all;
    }
}
