package downhill.ui.screen.transport;

import downhill.ui.command.LocalKey;
import downhill.ui.control.Tip;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;

/**
 * How far the race is, how far it has been, and where something was changed by hand. Press or drag to go to a step; Home and
 * End, Page Up and Page Down do the same by keyboard, and Ctrl with an arrow goes to the next remark.
 */
final class TimeLine extends Region {
    /**
     * Something that happened at a step.
     *
     * @param style of the contender it happened to
     */
    record Mark(long step, String text, int style) {
    }

    private record MarkNodes(Mark mark, Circle dot, Polyline elbow, Text words) {
    }

    private static final double HEIGHT = 6;
    private static final double THUMB = 8;
    private static final double ELBOW = 12;

    private final Region track = new Region();
    private final Region past = new Region();
    private final Region fill = new Region();
    private final Circle thumb = new Circle(THUMB);
    private final Region hover = new Region();
    private final DoubleProperty hoverStep = new SimpleDoubleProperty(this, "hoverStep", Double.NaN);
    private final List<MarkNodes> marked = new ArrayList<>();
    private LongConsumer seek = step -> { };
    private List<Mark> marks = List.of();
    private long step;
    private long reached;
    private long budget = 1;

    TimeLine() {
        getStyleClass().add("race-time-line");
        setId("time-line");
        track.getStyleClass().add("time-track");
        past.getStyleClass().add("time-past");
        fill.getStyleClass().add("time-fill");
        thumb.getStyleClass().add("time-thumb");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        setMinSize(120, 40);
        setPrefSize(600, 44);
        hover.getStyleClass().add("time-hover");
        hover.setMouseTransparent(true);
        getChildren().addAll(track, past, fill, hover, thumb);
        hoverStep.addListener((source, old, now) -> requestLayout());
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hoverStep.set(Math.max(0, Math.min(reached, stepAt(event)))));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> hoverStep.set(Double.NaN));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pointed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::pointed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The step pointed at here or in a chart; NaN for none. */
    DoubleProperty hoverStepProperty() {
        return hoverStep;
    }

    void setOnSeek(LongConsumer action) {
        seek = action;
    }

    /** Shows a step of a budget; all up to {@code furthest} has been run. */
    void show(long now, long furthest, long whole, List<Mark> remarks) {
        boolean moved = now != step || furthest != reached || whole != budget;
        budget = Math.max(1, whole);
        step = now;
        reached = Math.max(furthest, now);
        if (!remarks.equals(marks)) {
            marks = List.copyOf(remarks);
            rebuild();
        }
        if (moved) {
            place();
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        }
    }

    /** What is marked on it, for tests. */
    List<Mark> marks() {
        return marks;
    }

    private void rebuild() {
        marked.clear();
        marks.forEach(this::add);
        getChildren().setAll(track, past, fill, hover);
        marked.forEach(one -> getChildren().addAll(one.elbow(), one.words(), one.dot()));
        getChildren().add(thumb);
        requestLayout();
    }

    private void add(Mark mark) {
        MarkNodes nodes = new MarkNodes(mark, new Circle(4), new Polyline(), new Text(mark.text()));
        nodes.dot().getStyleClass().add("time-mark");
        nodes.elbow().getStyleClass().add("time-mark-line");
        nodes.words().getStyleClass().add("time-mark-text");
        Tip.on(nodes.dot(), nodes.words().textProperty());
        nodes.dot().setOnMousePressed(event -> {
            go(mark.step());
            event.consume();
        });
        marked.add(nodes);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> Messages.text("transport.timeline", Numbers.count(step), Numbers.count(budget));
            case VALUE -> (double) step;
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> (double) reached;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    /** Its parts are not managed: they move many times a second, and nothing around them is to be laid out anew. */
    private void place() {
        getChildren().forEach(part -> part.setManaged(false));
        double middle = Math.round(getHeight() / 2) + 4;
        track.resizeRelocate(THUMB, middle - HEIGHT / 2, getWidth() - 2 * THUMB, HEIGHT);
        past.resizeRelocate(THUMB, middle - HEIGHT / 2, place(reached) - THUMB, HEIGHT);
        fill.resizeRelocate(THUMB, middle - HEIGHT / 2, place(step) - THUMB, HEIGHT);
        thumb.setTranslateX(place(step)); // to move it by its layoutX would lay out the whole bar
        thumb.setTranslateY(middle);
        hover.setVisible(hoverStep.get() >= 0 && hoverStep.get() <= budget);
        hover.resizeRelocate(place(Math.round(hoverStep.get())) - 1, middle - HEIGHT - 1, 2, 2 * HEIGHT + 2);
        double free = 0;
        for (MarkNodes one : marked) {
            free = layout(one, middle, free);
        }
    }

    private double place(long at) {
        return THUMB + (getWidth() - 2 * THUMB) * Math.min(1, (double) at / budget);
    }

    /** Words stand above the line where they do not cover those before; the dot is always there. Gives where they end. */
    private double layout(MarkNodes one, double middle, double free) {
        double place = place(one.mark().step());
        one.dot().relocate(place - 4, middle - 4);
        double length = one.words().getLayoutBounds().getWidth();
        double left = Math.min(place + 2 * ELBOW, getWidth() - length);
        boolean fits = left >= free && left >= place - length;
        one.words().setVisible(fits);
        one.elbow().setVisible(fits && left > place + ELBOW);
        one.words().relocate(left, middle - 24);
        double level = middle - 24 + one.words().getLayoutBounds().getHeight() / 2;
        one.elbow().getPoints().setAll(place, middle - 4, place + ELBOW - 4, level, left - 3, level);
        return fits ? left + length + 8 : free;
    }

    private void pointed(MouseEvent event) {
        requestFocus();
        go(stepAt(event));
    }

    private long stepAt(MouseEvent event) {
        return Math.round((event.getX() - THUMB) / Math.max(1, getWidth() - 2 * THUMB) * budget);
    }

    private void key(KeyEvent event) {
        long stride = Math.max(1, budget / 100);
        if (LocalKey.REMARK_BEFORE.matches(event) || LocalKey.REMARK_AFTER.matches(event)) {
            toMark(LocalKey.REMARK_AFTER.matches(event));
        } else if (LocalKey.FIRST_STEP.matches(event)) {
            go(0);
        } else if (LocalKey.LAST_STEP.matches(event)) {
            go(reached);
        } else if (LocalKey.HUNDREDTH_ON.matches(event)) {
            go(step + stride);
        } else if (LocalKey.HUNDREDTH_BACK.matches(event)) {
            go(step - stride);
        } else {
            return;
        }
        event.consume();
    }

    /** To the nearest remark before or behind; where there is none, nowhere. */
    private void toMark(boolean later) {
        LongStream steps = marks.stream().mapToLong(Mark::step).filter(at -> later ? at > step && at <= reached : at < step);
        (later ? steps.min() : steps.max()).ifPresent(this::go);
    }

    /** The thumb is there at once; the race follows as fast as it can. */
    private void go(long to) {
        step = Math.max(0, Math.min(reached, to));
        requestLayout();
        seek.accept(step);
    }
}
