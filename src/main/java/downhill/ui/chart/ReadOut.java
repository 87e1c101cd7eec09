package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Theme;
import downhill.ui.theme.TypeScale;
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
    /** Height of a row, and of what is above the rows. */
    private static final double ROW = 17;
    private static final double ABOVE = 46;
    /** What the numbers beside a name take. */
    private static final double NUMBERS = 170;
    private static final double SHORTEST = 48;
    /** Of the box, left and right of what is in it. */
    private static final double SIDES = 24;

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
        return !box.isVisible() ? "" : box.lookupAll(".label").stream().map(label -> ((Label) label).getText())
                .filter(words -> !words.isEmpty())
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
        boolean inView = pixel >= frame.plot().getMinX() - 1 && pixel <= frame.plot().getMaxX() + 1;
        line.setStartX(pixel);
        line.setEndX(pixel);
        line.setStartY(frame.plot().getMinY());
        line.setEndY(frame.plot().getMaxY());
        line.setVisible(inView); // between two points far apart the nearest may lie outside the part that is zoomed to
        box.setVisible(withBox);
        if (withBox) {
            fill(options, series, nearest, false);
            if (width() > overlay.getWidth()) {
                fill(options, series, nearest, true);
            }
            place(frame, Math.max(frame.plot().getMinX(), Math.min(frame.plot().getMaxX(), pixel)));
        }
    }

    private static double nearest(List<SeriesData> series, double x) {
        return series.stream().filter(one -> !one.points().isEmpty())
                .map(one -> one.told() == null ? one.points().x(one.points().nearest(x)) : one.told().nearest(x))
                        .min(Comparator.comparingDouble(at -> Math.abs(at - x))).orElse(Double.NaN);
    }

    private double width() {
        box.applyCss();
        return box.prefWidth(-1);
    }

    /** @param beneath for a chart that is narrower than a row: the values stand beneath each name, not beside it */
    private void fill(LineOptions options, List<SeriesData> series, double x, boolean beneath) {
        box.getChildren().clear();
        box.getChildren().add(title(options, x));
        List<SeriesData> shown = series.stream().filter(one -> !one.points().isEmpty() && !one.muted()).toList();
        GridPane table = new GridPane(12, 0);
        table.getColumnConstraints().addAll(new ColumnConstraints(), atRight(), atRight());
        if (!beneath && shown.stream().anyMatch(one -> one.role() == SeriesData.Role.SECOND)) {
            table.addRow(0, new Label(), titled(Messages.text("chart.readOut.training")),
                    titled(Messages.text("chart.readOut.validation")));
        }
        List<SeriesData> named = shown.stream().filter(one -> one.role() == SeriesData.Role.MAIN && x >= one.points().x(0)).toList();
        List<SeriesData> fitting = fitting(named, x);
        fitting.forEach(one -> {
            if (beneath) {
                rows(table, one, second(shown, one), x);
            } else {
                row(table, one, second(shown, one), x);
            }
        });
        box.getChildren().add(table);
        if (fitting.size() < named.size()) {
            box.getChildren().add(titled(Messages.text("data.more", Numbers.count(named.size() - fitting.size()))));
        }
    }

    /** All where they have room, in their order; else those with the least values. */
    private List<SeriesData> fitting(List<SeriesData> named, double x) {
        int most = (int) Math.max(1, (overlay.getHeight() / TypeScale.of(overlay) - ABOVE) / ROW);
        if (named.size() <= most) {
            return named;
        }
        return named.stream().sorted(Comparator.comparingDouble(one -> number(one, x))).limit(Math.max(1, most - 1)).toList();
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

    private void row(GridPane table, SeriesData main, SeriesData second, double x) {
        Label name = name(main, overlay.getWidth() - NUMBERS * TypeScale.of(overlay));
        table.addRow(table.getRowCount(), name, new Label(value(main, x)), new Label(second == null ? "" : value(second, x)));
    }

    private void rows(GridPane table, SeriesData main, SeriesData second, double x) {
        table.add(name(main, overlay.getWidth() - SIDES), 0, table.getRowCount(), 2, 1);
        Label training = second == null ? new Label() : titled(Messages.text("chart.readOut.training"));
        table.addRow(table.getRowCount(), training, new Label(value(main, x)));
        if (second != null) {
            table.addRow(table.getRowCount(), titled(Messages.text("chart.readOut.validation")), new Label(value(second, x)));
        }
    }

    private Label name(SeriesData main, double room) {
        Label name = new Label(main.name());
        name.setMaxWidth(Math.max(SHORTEST, room));
        name.setStyle("-fx-text-fill: " + Theme.of(overlay).palette().contender(main.style()).text().css());
        return name;
    }

    private static String value(SeriesData one, double x) {
        double number = number(one, x);
        return Double.isNaN(number) ? "–" : Numbers.format(number);
    }

    /** NaN where the curve has not begun or has ended. */
    private static double number(SeriesData one, double x) {
        Points points = one.points();
        if (one.told() != null) {
            return one.told().at(x);
        }
        return x >= points.x(0) && x <= points.x(points.size() - 1) ? points.y(points.nearest(x)) : Double.NaN;
    }

    private void place(ChartFrame frame, double pixel) {
        double width = width();
        double height = box.prefHeight(-1);
        double wanted = pixel + GAP + width < overlay.getWidth() ? pixel + GAP : pixel - GAP - width;
        double x = Math.max(0, Math.min(wanted, overlay.getWidth() - width));
        double y = Math.max(0, Math.min(frame.plot().getMinY() + 8, overlay.getHeight() - height));
        box.resizeRelocate(x, y, width, height);
    }
}
