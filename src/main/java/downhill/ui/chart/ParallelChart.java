package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.command.LocalKey;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Shows a {@link ParallelDrawing}. Dragging along an axis brushes a part of it, a click on it takes that back; by keyboard, with the
 * cursor at an axis, [ and ] set the ends of the part.
 */
public final class ParallelChart extends PickChart {
    /** Told what is brushed. */
    public interface Brushing {
        /** Of axis {@code axis} the part {@code part}, from 0 to 1; null for nothing. */
        void brush(int axis, Range part);
    }

    private static final double LEAST = 3;

    private Brushing brushing = (axis, part) -> { };
    private int grabbed = -1;
    private double from;

    /** An empty chart. */
    public ParallelChart() {
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
    }

    /** Who is told what is brushed. */
    public void setBrushing(Brushing told) {
        brushing = told;
    }

    private ParallelDrawing parallel() {
        return shownDrawing() instanceof ParallelDrawing shown && frame() != null ? shown : null;
    }

    private void pressed(MouseEvent event) {
        ParallelDrawing shown = parallel();
        grabbed = shown == null || event.getButton() != MouseButton.PRIMARY ? -1 : shown.axis(frame(), event.getX());
        from = event.getY();
    }

    private void dragged(MouseEvent event) {
        if (grabbed >= 0 && frame() != null) {
            setCursor(Cursor.V_RESIZE);
            brush(event.getY());
            event.consume();
        } else if (event.getButton() == MouseButton.PRIMARY) {
            event.consume(); // there is nowhere to pan to
        }
    }

    private void brush(double to) {
        if (Math.abs(to - from) >= LEAST) {
            double one = unit(frame(), from);
            double other = unit(frame(), to);
            brushing.brush(grabbed, one == other ? null : new Range(Math.min(one, other), Math.max(one, other)));
        }
    }

    private static double unit(ChartFrame frame, double y) {
        return Math.max(0, Math.min(1, frame.y().toValue(y)));
    }

    private void released(MouseEvent event) {
        if (grabbed >= 0 && event.isStillSincePress()) {
            brushing.brush(grabbed, null);
        }
        grabbed = -1;
        setCursor(null);
    }

    private void typed(KeyEvent event) {
        ParallelDrawing shown = parallel();
        boolean low = LocalKey.BRUSH_LOW.matches(event);
        if (shown == null || pointerProperty().getValue() == null || !low && !LocalKey.BRUSH_HIGH.matches(event)) {
            return;
        }
        int axis = Math.max(0, Math.min(shown.axes().size() - 1,
                (int) Math.round(frame().x().toValue(pointerProperty().getValue().getX()))));
        double at = unit(frame(), pointerProperty().getValue().getY());
        Range was = axis < shown.brushed().size() ? shown.brushed().get(axis) : null;
        double other = other(was, low);
        brushing.brush(axis, at == other ? null : new Range(Math.min(at, other), Math.max(at, other)));
        event.consume();
    }

    private static double other(Range was, boolean low) {
        if (was == null) {
            return low ? 1 : 0;
        }
        return low ? was.high() : was.low();
    }

    @Override
    protected boolean zoomsY() {
        return false;
    }
}
