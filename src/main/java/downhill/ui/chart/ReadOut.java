package downhill.ui.chart;

import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
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

    /** What the box says, row by row; empty where there is none. */
    String text() {
        return !box.isVisible() ? "" : box.lookupAll(".label").stream().map(label -> ((Label) label).getText()).filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
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
        box.getChildren().add(title(options, x));
        List<SeriesData> shown = series.stream().filter(one -> !one.points().isEmpty() && !one.muted()).toList();
        GridPane table = new GridPane(12, 0);
        table.getColumnConstraints().addAll(new ColumnConstraints(), atRight(), atRight());
        if (shown.stream().anyMatch(one -> one.role() == SeriesData.Role.SECOND)) {
            table.addRow(0, new Label(), titled(Messages.text("chart.readOut.training")), titled(Messages.text("chart.readOut.validation")));
        }
        Palette palette = Theme.of(overlay).palette();
        shown.stream().filter(one -> one.role() == SeriesData.Role.MAIN).forEach(one -> row(table, one, second(shown, one), x, palette));
        box.getChildren().add(table);
    }

    private static Label title(LineOptions options, double x) {
        return titled((options.xTitle().isEmpty() ? "" : options.xTitle() + " ") + Numbers.plain(x));
    }

    private static Label titled(String words) {
        Label title = new Label(words);
        title.getStyleClass().add("read-out-title");
        return title;
    }

    private static ColumnConstraints atRight() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    /** The thinner line of the same contender; null where there is none. */
    private static SeriesData second(List<SeriesData> series, SeriesData main) {
        return series.stream().filter(one -> one.role() == SeriesData.Role.SECOND && one.style() == main.style()).findFirst().orElse(null);
    }

    private static void row(GridPane table, SeriesData main, SeriesData second, double x, Palette palette) {
        Label name = new Label(main.name());
        name.setStyle("-fx-text-fill: " + palette.contender(main.style()).text().css());
        table.addRow(table.getRowCount(), name, new Label(value(main, x)), new Label(second == null ? "" : value(second, x)));
    }

    private static String value(SeriesData one, double x) {
        Points points = one.points();
        return x <= points.x(points.size() - 1) ? Numbers.format(points.y(points.nearest(x))) : "–";
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
