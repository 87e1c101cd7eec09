package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Zoom by wheel and keys, drag to pan, double click to see everything, and where the mouse is. In a chart reached by keyboard the arrows
 * move a cursor, about which it zooms and where Enter chooses; with Shift they pan.
 */
final class ChartGestures {
    private static final double WHEEL_STEP = 1.0015;
    private static final double KEY_STEP = 0.8;
    private static final double KEY_PAN = 0.1;

    private final ChartPane chart;
    private final ChartCursor cursor;
    private ChartFrame grabbed;
    private double grabX;
    private double grabY;

    ChartGestures(ChartPane chart, ChartCursor cursor) {
        this.chart = chart;
        this.cursor = cursor;
    }

    /** Starts listening; the returned action ends it. */
    Runnable install() {
        Runnable[] ends = {
            on(ScrollEvent.SCROLL, this::scrolled), on(KeyEvent.KEY_PRESSED, this::typed), on(MouseEvent.MOUSE_PRESSED, this::pressed),
            on(MouseEvent.MOUSE_DRAGGED, this::dragged), on(MouseEvent.MOUSE_RELEASED, e -> released()),
            on(MouseEvent.MOUSE_MOVED, this::pointed), on(MouseEvent.MOUSE_EXITED, e -> chart.pointAt(Double.NaN, Double.NaN)),
            on(MouseEvent.MOUSE_CLICKED, this::clicked)};
        return () -> {
            for (Runnable end : ends) {
                end.run();
            }
        };
    }

    private <E extends Event> Runnable on(EventType<E> type, EventHandler<E> handler) {
        chart.addEventHandler(type, handler);
        return () -> chart.removeEventHandler(type, handler);
    }

    private void scrolled(ScrollEvent event) {
        ChartFrame frame = chart.frame();
        if (frame == null || event.getDeltaY() == 0 || !frame.plot().contains(event.getX(), event.getY())) {
            return;
        }
        zoom(frame, event.getX(), event.getY(), Math.pow(WHEEL_STEP, -event.getDeltaY()));
        event.consume();
    }

    private void pointed(MouseEvent event) {
        cursor.hide();
        chart.pointAt(event.getX(), event.getY());
    }

    private void typed(KeyEvent event) {
        ChartFrame frame = chart.frame();
        if (frame == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (chart.isFocusVisible() && !event.isShiftDown() && atCursor(event) || onPlot(event, frame)) {
            event.consume();
        }
    }

    private boolean atCursor(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> cursor.move(-1, 0);
            case RIGHT -> cursor.move(1, 0);
            case UP -> cursor.move(0, -1);
            case DOWN -> cursor.move(0, 1);
            case ENTER, ESCAPE -> {
                return cursor.isShown() && end(event.getCode() == KeyCode.ENTER);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean end(boolean chosen) {
        if (chosen) {
            chart.chosen(cursor.x(), cursor.y());
        } else {
            cursor.hide();
        }
        return true;
    }

    private boolean onPlot(KeyEvent event, ChartFrame frame) {
        double x = cursor.isShown() ? cursor.x() : frame.plot().getCenterX();
        double y = cursor.isShown() ? cursor.y() : frame.plot().getCenterY();
        double stepX = frame.plot().getWidth() * KEY_PAN;
        double stepY = frame.plot().getHeight() * KEY_PAN;
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> zoom(frame, x, y, KEY_STEP);
            case MINUS, SUBTRACT -> zoom(frame, x, y, 1 / KEY_STEP);
            case LEFT -> pan(frame, stepX, 0);
            case RIGHT -> pan(frame, -stepX, 0);
            case UP -> pan(frame, 0, stepY);
            case DOWN -> pan(frame, 0, -stepY);
            case DIGIT0, NUMPAD0, HOME -> chart.resetView();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void pressed(MouseEvent event) {
        chart.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && chart.frame() != null) {
            grabbed = chart.frame();
            grabX = event.getX();
            grabY = event.getY();
        }
    }

    private void dragged(MouseEvent event) {
        if (grabbed != null && Math.hypot(event.getX() - grabX, event.getY() - grabY) > 3) {
            chart.setCursor(Cursor.CLOSED_HAND);
            pan(grabbed, event.getX() - grabX, event.getY() - grabY);
        }
    }

    private void released() {
        grabbed = null;
        chart.setCursor(null);
    }

    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2 && event.isStillSincePress()) {
            chart.resetView();
        }
    }

    private void zoom(ChartFrame frame, double x, double y, double factor) {
        set(frame.x().zoomed(x, factor), chart.zoomsY() ? frame.y().zoomed(y, factor) : chart.viewProperty().get().y());
    }

    private void pan(ChartFrame frame, double x, double y) {
        set(frame.x().panned(x), chart.zoomsY() ? frame.y().panned(y) : chart.viewProperty().get().y());
    }

    private void set(Range x, Range y) {
        chart.viewProperty().set(new View(x, y));
    }
}
