package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** A place in the plot that arrow keys move, and that a chart tells about as if the mouse were there. */
final class ChartCursor {
    private static final double ARM = 8;
    private static final double HOLE = 2;
    /** Of the plot's width or height. */
    private static final double STEP = 0.02;

    private final ChartPane chart;
    private final Path cross = new Path(new MoveTo(-ARM, 0), new LineTo(-HOLE, 0), new MoveTo(HOLE, 0), new LineTo(ARM, 0),
            new MoveTo(0, -ARM), new LineTo(0, -HOLE), new MoveTo(0, HOLE), new LineTo(0, ARM));
    private double across;
    private double down;

    ChartCursor(ChartPane chart, Pane overlay) {
        this.chart = chart;
        cross.getStyleClass().add("chart-cursor");
        cross.setManaged(false);
        cross.setVisible(false);
        overlay.getChildren().add(cross);
    }

    boolean isShown() {
        return cross.isVisible();
    }

    /** Where it is, in points of the pane. */
    double x() {
        return cross.getLayoutX();
    }

    /** Where it is, in points of the pane. */
    double y() {
        return cross.getLayoutY();
    }

    /** By so many steps; the first press puts it into the middle of the plot. */
    void move(int right, int lower) {
        across = isShown() ? within(across + right * STEP) : 0.5;
        down = isShown() ? within(down + lower * STEP) : 0.5;
        cross.setVisible(true);
        follow();
        chart.notifyPointed();
    }

    /** The plot is drawn anew, maybe elsewhere. */
    void follow() {
        ChartFrame frame = chart.frame();
        if (isShown() && frame != null) {
            cross.setLayoutX(frame.plot().getX() + across * frame.plot().getWidth());
            cross.setLayoutY(frame.plot().getY() + down * frame.plot().getHeight());
            cross.toFront();
            chart.pointAt(x(), y());
        }
    }

    void hide() {
        if (isShown()) {
            cross.setVisible(false);
            chart.pointAt(Double.NaN, Double.NaN);
        }
    }

    /** The edge itself would count as outside. */
    private static double within(double share) {
        return Math.max(0.001, Math.min(0.999, share));
    }
}
