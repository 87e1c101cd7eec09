package downhill.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** A bar from 0 whose mark at 1 is a limit; what is longer than the bar is cut, in the colour of a warning. */
public final class GaugeBar extends Region {
    private static final double WIDEST = 1.5;
    private static final double HEIGHT = 10;
    private static final double ROOM = 16;

    private final Region ground = new Region();
    private final Region bar = new Region();
    private final Line mark = new Line();
    private double value = Double.NaN;

    /** An empty bar. */
    public GaugeBar() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        ground.getStyleClass().add("gauge-ground");
        bar.getStyleClass().add("gauge-bar");
        mark.getStyleClass().add("gauge-mark");
        mark.setStrokeWidth(2);
        setMinSize(60, ROOM);
        setPrefHeight(ROOM);
        setMaxHeight(ROOM);
        getChildren().addAll(ground, bar, mark);
    }

    /**
     * Shows a value.
     *
     * @param now   NaN for none
     * @param warns whether it is in the colour of a warning
     * @param words what is read out
     */
    public void show(double now, boolean warns, String words) {
        value = now;
        setAccessibleText(words);
        bar.getStyleClass().setAll("gauge-bar", warns ? "warns" : "holds");
        bar.setVisible(Double.isFinite(now));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double top = (getHeight() - HEIGHT) / 2;
        double one = Math.round(getWidth() / WIDEST);
        double length = Double.isFinite(value) ? getWidth() * Math.max(0.01, Math.min(1, value / WIDEST)) : 0;
        ground.resizeRelocate(0, top, getWidth(), HEIGHT);
        bar.resizeRelocate(0, top, length, HEIGHT);
        mark.setStartX(one);
        mark.setEndX(one);
        mark.setStartY(top - 3);
        mark.setEndY(top + HEIGHT + 3);
    }
}
