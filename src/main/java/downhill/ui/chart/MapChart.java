package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;

/** Shows a {@link MapDrawing}; a part of it that a person drags across is asked for anew, finer. */
public final class MapChart extends PickChart {
    /** Told which part of the plot is wanted. */
    public interface Zooming {
        /** From (x, y), each 0 to 1, to (right, top). */
        void zoom(double x, double y, double right, double top);
    }

    private static final double LEAST = 8;

    private final Rectangle frameOfZoom = new Rectangle();
    private Zooming zooming = (x, y, right, top) -> { };
    private double fromX = Double.NaN;
    private double fromY;

    /** An empty chart. */
    public MapChart() {
        frameOfZoom.getStyleClass().add("zoom-frame");
        frameOfZoom.setVisible(false);
        frameOfZoom.setManaged(false);
        overlay().getChildren().add(frameOfZoom);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    }

    /** Who is told which part is wanted. */
    public void setZooming(Zooming told) {
        zooming = told;
    }

    private void pressed(MouseEvent event) {
        boolean inside = event.getButton() == MouseButton.PRIMARY && frame() != null && frame().plot().contains(event.getX(), event.getY());
        fromX = inside ? event.getX() : Double.NaN;
        fromY = event.getY();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            event.consume(); // not panned
        }
        if (!Double.isNaN(fromX) && frame() != null) {
            Rectangle2D box = box(event);
            frameOfZoom.setX(box.getMinX());
            frameOfZoom.setY(box.getMinY());
            frameOfZoom.setWidth(box.getWidth());
            frameOfZoom.setHeight(box.getHeight());
            frameOfZoom.setVisible(box.getWidth() > LEAST && box.getHeight() > LEAST);
        }
    }

    private Rectangle2D box(MouseEvent event) {
        double x = Math.max(frame().plot().getMinX(), Math.min(frame().plot().getMaxX(), event.getX()));
        double y = Math.max(frame().plot().getMinY(), Math.min(frame().plot().getMaxY(), event.getY()));
        return new Rectangle2D(Math.min(x, fromX), Math.min(y, fromY), Math.abs(x - fromX), Math.abs(y - fromY));
    }

    private void released(MouseEvent event) {
        if (frameOfZoom.isVisible() && frame() != null) {
            ChartFrame at = frame();
            Rectangle2D box = box(event);
            zooming.zoom(at.x().toValue(box.getMinX()), at.y().toValue(box.getMaxY()), at.x().toValue(box.getMaxX()),
                    at.y().toValue(box.getMinY()));
        }
        frameOfZoom.setVisible(false);
        fromX = Double.NaN;
    }
}
