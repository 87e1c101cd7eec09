package downhill.ui.chart;

import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** The upright line at the step under the mouse and the box with every series' value there. */
final class ReadOut {
    private static final double GAP = 14;

    private final Pane overlay;
    private final Line line = new Line();
    private final VBox box = new VBox();

    ReadOut(Pane overlay) {
        this.overlay = overlay;
        line.getStyleClass().add("hover-line");
        box.getStyleClass().add("read-out");
        overlay.getChildren().addAll(line, box);
        hide();
    }

    void hide() {
        line.setVisible(false);
        box.setVisible(false);
    }

    /** Shows the values nearest to {@code x}; the box only where the mouse is. */
    void show(ChartFrame frame, LineOptions options, List<SeriesData> series, double x, boolean withBox) {
        double nearest = nearest(series, x);
        if (Double.isNaN(nearest)) {
            hide();
            return;
        }
        double pixel = frame.x().toPixel(nearest);
        line.setStartX(pixel);
        line.setEndX(pixel);
        line.setStartY(frame.plot().getMinY());
        line.setEndY(frame.plot().getMaxY());
        line.setVisible(true);
        box.setVisible(withBox);
        if (withBox) {
            fill(options, series, nearest);
            place(frame, pixel);
        }
    }

    private static double nearest(List<SeriesData> series, double x) {
        return series.stream().map(SeriesData::points).filter(points -> !points.isEmpty())
                .map(points -> points.x(points.nearest(x))).min(Comparator.comparingDouble(at -> Math.abs(at - x))).orElse(Double.NaN);
    }

    private void fill(LineOptions options, List<SeriesData> series, double x) {
        box.getChildren().clear();
        Label title = new Label((options.xTitle().isEmpty() ? "" : options.xTitle() + " ") + Numbers.plain(x));
        title.getStyleClass().add("read-out-title");
        box.getChildren().add(title);
        Palette palette = Theme.of(overlay).palette();
        series.stream().filter(one -> !one.points().isEmpty() && !one.muted()).forEach(one -> box.getChildren().add(row(one, x, palette)));
    }

    private static HBox row(SeriesData one, double x, Palette palette) {
        Label name = new Label(one.name());
        name.setStyle("-fx-text-fill: " + palette.contender(one.style()).text().css());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Points points = one.points();
        int at = points.nearest(x);
        boolean reached = x <= points.x(points.size() - 1);
        return new HBox(12, name, space, new Label(reached ? Numbers.format(points.y(at)) : "–"));
    }

    private void place(ChartFrame frame, double pixel) {
        box.applyCss();
        double width = box.prefWidth(-1);
        double height = box.prefHeight(-1);
        boolean right = pixel + GAP + width < overlay.getWidth();
        box.resizeRelocate(right ? pixel + GAP : Math.max(0, pixel - GAP - width), Math.max(0, Math.min(frame.plot().getMinY() + 8,
                overlay.getHeight() - height)), width, height);
    }
}
