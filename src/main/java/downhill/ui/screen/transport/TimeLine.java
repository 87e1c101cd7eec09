package downhill.ui.screen.transport;

import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;

/** How far the race is, where it can be taken back to, and where something was changed by hand. */
final class TimeLine extends Region {
    /** Something that happened at a step. */
    record Mark(long step, String text) {
    }

    private static final double HEIGHT = 6;
    private static final double THUMB = 8;

    private final Region track = new Region();
    private final Region fill = new Region();
    private final Circle thumb = new Circle(THUMB);
    private LongConsumer seek = step -> { };
    private List<Mark> marks = List.of();
    private long step;
    private long reached;
    private long budget = 1;

    TimeLine() {
        getStyleClass().add("race-time-line");
        track.getStyleClass().add("time-track");
        fill.getStyleClass().add("time-fill");
        thumb.getStyleClass().add("time-thumb");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        setMinSize(120, 40);
        setPrefSize(600, 44);
        getChildren().addAll(track, fill, thumb);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pointed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::pointed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    void setOnSeek(LongConsumer action) {
        seek = action;
    }

    /** Shows a step of a budget; all up to {@code furthest} has been run. */
    void show(long now, long furthest, long whole, List<Mark> remarks) {
        budget = Math.max(1, whole);
        step = now;
        reached = Math.max(furthest, now);
        if (!remarks.equals(marks)) {
            marks = List.copyOf(remarks);
            getChildren().setAll(track, fill);
            marks.forEach(this::add);
            getChildren().add(thumb);
        }
        requestLayout();
    }

    private void add(Mark mark) {
        Circle dot = new Circle(4);
        dot.getStyleClass().add("time-mark");
        Text words = new Text(mark.text());
        words.getStyleClass().add("time-mark-text");
        getChildren().addAll(dot, words);
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
        double middle = Math.round(getHeight() / 2);
        double width = getWidth() - 2 * THUMB;
        track.resizeRelocate(THUMB, middle - HEIGHT / 2, width, HEIGHT);
        double at = THUMB + width * Math.min(1, (double) step / budget);
        fill.resizeRelocate(THUMB, middle - HEIGHT / 2, at - THUMB, HEIGHT);
        thumb.relocate(at - THUMB, middle - THUMB);
        double free = 0;
        for (int i = 0; i < marks.size(); i++) {
            double place = THUMB + width * Math.min(1, (double) marks.get(i).step() / budget);
            getChildren().get(2 + 2 * i).relocate(place - 4, middle - 4);
            Text words = (Text) getChildren().get(3 + 2 * i);
            double length = words.getLayoutBounds().getWidth();
            double left = Math.min(place + 6, getWidth() - length);
            words.setVisible(left >= free);
            words.relocate(left, middle - 21);
            free = words.isVisible() ? left + length + 8 : free;
        }
    }

    private void pointed(MouseEvent event) {
        requestFocus();
        double share = (event.getX() - THUMB) / Math.max(1, getWidth() - 2 * THUMB);
        seek.accept(clamped(Math.round(share * budget)));
    }

    private void key(KeyEvent event) {
        long stride = Math.max(1, budget / 100);
        if (event.isShiftDown() || event.isShortcutDown()) {
            return;
        }
        long to = event.getCode() == KeyCode.HOME ? 0 : event.getCode() == KeyCode.END ? reached
                : event.getCode() == KeyCode.PAGE_DOWN ? step - stride : event.getCode() == KeyCode.PAGE_UP ? step + stride : -1;
        if (to != -1 || event.getCode() == KeyCode.HOME) {
            seek.accept(clamped(to));
            event.consume();
        }
    }

    private long clamped(long to) {
        return Math.max(0, Math.min(reached, to));
    }
}
