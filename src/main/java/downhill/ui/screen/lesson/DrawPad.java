package downhill.ui.screen.lesson;

import downhill.ui.control.OwnKeys;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;

/**
 * A plane on which a curve of losses is drawn by hand, steps across and powers of ten up. By keyboard ← and → choose a point, ↑ and ↓ move
 * it by a tenth of a power.
 */
final class DrawPad extends Region implements OwnKeys {
    private static final double LEFT = 46;
    private static final double BELOW = 20;
    private static final double TENTH = 0.1;

    private final List<Double> powers;
    private final int low;
    private final int high;
    private final Polyline drawn = new Polyline();
    private final Polyline truth = new Polyline();
    private final Line cursor = new Line();
    private final List<Line> grid = new ArrayList<>();
    private final List<Text> marks = new ArrayList<>();
    private final Text end;
    private final Consumer<List<Double>> said;
    private List<Double> real = List.of();
    private int at;
    private int last = -1;
    private boolean begun;

    /**
     * A pad of {@code points} points, from 10 to the power of {@code low} to that of {@code high}.
     *
     * @param start where the drawing begins, a power of ten
     * @param steps said at the right end
     * @param said  is told the losses whenever they change
     */
    DrawPad(int points, int low, int high, double start, long steps, Consumer<List<Double>> said) {
        powers = new ArrayList<>(Collections.nCopies(points, start));
        this.low = low;
        this.high = high;
        this.said = said;
        getStyleClass().add("lesson-pad");
        drawn.getStyleClass().add("pad-drawn");
        truth.getStyleClass().add("pad-truth");
        cursor.getStyleClass().add("pad-cursor");
        end = new Text(Messages.text("lesson.draw.steps", Numbers.count(steps)));
        end.getStyleClass().add("pad-mark");
        for (int power = low; power <= high; power++) {
            Line line = new Line();
            line.getStyleClass().add("pad-grid");
            grid.add(line);
            Text mark = new Text(Numbers.brief(Math.pow(10, power)));
            mark.getStyleClass().add("pad-mark");
            marks.add(mark);
        }
        getChildren().addAll(grid);
        getChildren().addAll(marks);
        getChildren().addAll(end, truth, drawn, cursor);
        setPrefHeight(220);
        setMinHeight(160);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::draw);
        setOnKeyPressed(this::key);
        tell();
    }

    /** What was drawn before. */
    void set(List<Double> losses) {
        for (int i = 0; i < Math.min(losses.size(), powers.size()); i++) {
            powers.set(i, Math.log10(losses.get(i)));
        }
        begun = true;
        requestLayout();
    }

    /** What it came to, beside what was drawn. */
    void show(List<Double> losses) {
        real = List.copyOf(losses);
        requestLayout();
    }

    private void press(MouseEvent event) {
        requestFocus();
        last = -1;
        draw(event);
    }

    /** Points between this one and the last are drawn with it: a mouse leaps. */
    private void draw(MouseEvent event) {
        if (isDisabled()) {
            return;
        }
        int point = (int) Math.round((event.getX() - LEFT) / Math.max(1, width()) * (powers.size() - 1));
        point = Math.max(0, Math.min(powers.size() - 1, point));
        double power = power(event.getY());
        int from = last < 0 ? point : last;
        double before = powers.get(from);
        int length = Math.abs(point - from);
        for (int i = 0; i <= length; i++) {
            double share = length == 0 ? 1 : (double) i / length;
            powers.set(from + Integer.signum(point - from) * i, before + share * (power - before));
        }
        last = point;
        at = point;
        changed();
        event.consume();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> at = Math.max(0, at - 1);
            case RIGHT -> {
                at = Math.min(powers.size() - 1, at + 1);
                if (!begun) {
                    changed();
                }
            }
            case UP -> move(TENTH);
            case DOWN -> move(-TENTH);
            default -> {
                return;
            }
        }
        tell();
        requestLayout();
        event.consume();
    }

    @Override
    public boolean isOwn(KeyCode code) {
        return code.isArrowKey();
    }

    private void move(double by) {
        powers.set(at, Math.max(low, Math.min(high, powers.get(at) + by)));
        changed();
    }

    private void changed() {
        begun = true;
        said.accept(powers.stream().map(power -> Math.pow(10, power)).toList());
        tell();
        requestLayout();
    }

    private void tell() {
        setAccessibleText(Messages.text("lesson.draw.point", String.valueOf(at + 1), String.valueOf(powers.size()),
                Numbers.brief(Math.pow(10, powers.get(at)))));
    }

    private double width() {
        return getWidth() - LEFT - 8;
    }

    private double height() {
        return getHeight() - BELOW - 8;
    }

    private double power(double y) {
        double share = 1 - (y - 8) / Math.max(1, height());
        return Math.max(low, Math.min(high, low + share * (high - low)));
    }

    private double y(double power) {
        return 8 + (high - power) / (high - low) * height();
    }

    private double x(int point, int count) {
        return LEFT + width() * point / (count - 1);
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < grid.size(); i++) {
            double y = y(low + i);
            place(grid.get(i), LEFT, y, LEFT + width(), y);
            marks.get(i).relocate(LEFT - 6 - marks.get(i).getLayoutBounds().getWidth(), y - marks.get(i).getLayoutBounds().getHeight() / 2);
        }
        end.relocate(LEFT + width() - end.getLayoutBounds().getWidth(), getHeight() - BELOW + 4);
        drawn.getPoints().clear();
        for (int i = 0; begun && i < powers.size(); i++) {
            drawn.getPoints().addAll(x(i, powers.size()), y(powers.get(i)));
        }
        truth.getPoints().clear();
        for (int i = 0; i < real.size(); i++) {
            double power = Math.log10(real.get(i));
            if (Double.isFinite(power)) {
                truth.getPoints().addAll(x(i, real.size()), y(Math.max(low, Math.min(high, power))));
            }
        }
        place(cursor, x(at, powers.size()), 8, x(at, powers.size()), 8 + height());
        cursor.setVisible(isFocused() && !isDisabled());
    }

    private static void place(Line line, double x, double y, double toX, double toY) {
        line.setStartX(x);
        line.setStartY(y);
        line.setEndX(toX);
        line.setEndY(toY);
    }
}
