package downhill.ui.chart;

import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.Rotation;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * A landscape in three dimensions with paths lying on it. Dragging turns it, as do the arrow keys; the wheel, + and − bring
 * it nearer; a double click, 0 or Home turn it back.
 */
public final class SolidChart extends ChartPane {
    private static final double DEGREES_PER_POINT = 0.5;
    private static final double KEY_DEGREES = 5;
    private static final double WHEEL_STEP = 1.0015;
    private static final double KEY_STEP = 1.25;

    private final ObjectProperty<Rotation> rotation = new SimpleObjectProperty<>(this, "rotation", Rotation.START);
    private Landscape landscape;
    private List<PathData> paths = List.of();
    private List<PlaneMark> marks = List.of();
    private PlaneOptions options = PlaneOptions.PLAIN;
    private double grabX;
    private double grabY;

    /** An empty one. */
    public SolidChart() {
        rotation.addListener((source, old, now) -> update());
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> setCursor(null));
        addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        update();
    }

    /** From where it is seen. */
    public ObjectProperty<Rotation> rotationProperty() {
        return rotation;
    }

    /** Shows all this; heights may be null for none. FX thread, at most once a frame. */
    public void set(Landscape heights, List<PathData> lines, List<PlaneMark> points, PlaneOptions look) {
        landscape = heights;
        paths = List.copyOf(lines);
        marks = List.copyOf(points);
        options = look;
        update();
    }

    private void update() {
        show(new SolidDrawing(landscape, paths, marks, options, rotation.get()));
    }

    private void turn(double about, double up) {
        rotation.set(rotation.get().turned(about, up));
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        grabX = event.getX();
        grabY = event.getY();
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            setCursor(Cursor.CLOSED_HAND);
            turn((event.getX() - grabX) * DEGREES_PER_POINT, (event.getY() - grabY) * DEGREES_PER_POINT);
            grabX = event.getX();
            grabY = event.getY();
        }
        event.consume();
    }

    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2 && event.isStillSincePress()) {
            rotation.set(Rotation.START);
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        rotation.set(rotation.get().scaled(Math.pow(WHEEL_STEP, event.getDeltaY())));
        event.consume();
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> turn(-KEY_DEGREES, 0);
            case RIGHT -> turn(KEY_DEGREES, 0);
            case UP -> turn(0, KEY_DEGREES);
            case DOWN -> turn(0, -KEY_DEGREES);
            case PLUS, EQUALS, ADD -> rotation.set(rotation.get().scaled(KEY_STEP));
            case MINUS, SUBTRACT -> rotation.set(rotation.get().scaled(1 / KEY_STEP));
            case DIGIT0, NUMPAD0, HOME -> rotation.set(Rotation.START);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
