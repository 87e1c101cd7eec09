package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.PathFigures;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;

/** What is under the mouse in the plane: a point of a path with its true loss and the plane's, else the plane's height. */
final class PathReadOut {
    private static final double REACH = 9;
    private static final double GAP = 14;

    /** A point of a path near the mouse. */
    private record Found(PathData path, int index, double x, double y, double distance) {
    }

    private final Pane overlay;
    private final Label words = new Label();
    private final Circle ring = new Circle(5);

    PathReadOut(Pane overlay) {
        this.overlay = overlay;
        words.getStyleClass().addAll("read-out", "small");
        ring.setFill(null);
        ring.setStrokeWidth(2);
        overlay.getChildren().addAll(ring, words);
        hide();
    }

    void hide() {
        words.setVisible(false);
        ring.setVisible(false);
    }

    /** What is said; empty while nothing is. */
    String text() {
        return words.isVisible() ? words.getText() : "";
    }

    void show(ChartFrame frame, List<PathData> paths, Landscape landscape, double x, double y) {
        Found found = nearest(frame, paths, x, y);
        ring.setVisible(found != null);
        if (found != null) {
            Palette palette = Theme.of(overlay).palette();
            ring.setCenterX(found.x());
            ring.setCenterY(found.y());
            ring.setStroke(javafx.scene.paint.Color.web(palette.contender(found.path().style()).line().css()));
            words.setText(told(found, landscape));
        } else {
            words.setText(ground(frame.x().toValue(x), frame.y().toValue(y), landscape));
        }
        words.setVisible(true);
        words.applyCss();
        words.autosize();
        double left = x + GAP + words.getWidth() < overlay.getWidth() ? x + GAP : Math.max(0, x - GAP - words.getWidth());
        words.relocate(left, Math.max(0, y - words.getHeight() - 8));
    }

    private static Found nearest(ChartFrame frame, List<PathData> paths, double x, double y) {
        Found best = null;
        for (PathData path : paths) {
            for (int i = 0; i < path.points().size() && path.figures().hasSteps(); i++) {
                double atX = frame.x().toPixel(path.points().x(i));
                double atY = frame.y().toPixel(path.points().y(i));
                double distance = Math.hypot(atX - x, atY - y);
                if (distance <= (best == null ? REACH : best.distance())) {
                    best = new Found(path, i, atX, atY, distance);
                }
            }
        }
        return best;
    }

    private static String told(Found found, Landscape landscape) {
        PathFigures figures = found.path().figures();
        String place = Messages.text("plane.point", found.path().name(), Numbers.count(Math.round(figures.steps()[found.index()])));
        if (!figures.hasGaps()) {
            return place + "\n" + ground(found.path().points().x(found.index()), found.path().points().y(found.index()), landscape);
        }
        return place + "\n" + (Double.isNaN(figures.gap(found.index())) ? Messages.text("plane.gap.unknown")
                : Messages.text("plane.gap", Numbers.format(figures.loss()[found.index()]), Numbers.format(figures.drawn()[found.index()]),
                        Numbers.significant(figures.gap(found.index()), 2)));
    }

    private static String ground(double x, double y, Landscape landscape) {
        double height = landscape == null ? Double.NaN : landscape.at(x, y);
        return Numbers.format(x) + ", " + Numbers.format(y) + (Double.isNaN(height) ? "" : "  →  " + Numbers.format(height));
    }
}
