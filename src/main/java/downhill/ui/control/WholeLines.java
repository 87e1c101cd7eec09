package downhill.ui.control;

import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Lines of words one below the other, as many as are whole; how many more there are stands below them. */
public final class WholeLines extends Region {
    private final double gap;
    private final double least;
    private final IntFunction<String> words;
    private final Label more = Labels.plain("", "secondary");
    private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper(this, "any");
    private List<? extends Node> lines = List.of();
    private int chosen = -1;

    /**
     * No lines yet.
     *
     * @param gap   points between two lines
     * @param least points high at least
     * @param words how many more there are, in words
     */
    public WholeLines(double gap, double least, IntFunction<String> words) {
        this.gap = gap;
        this.least = least;
        this.words = words;
        getChildren().add(more);
    }

    /** Shows these in their order; the one of the index {@code strong} is there however little room there is, −1 for none. */
    public void show(List<? extends Node> now, int strong) {
        lines = List.copyOf(now);
        chosen = strong;
        getChildren().setAll(lines);
        getChildren().add(more);
        any.set(!lines.isEmpty());
    }

    /** All lines, whether there is room for them or not. */
    public List<Node> lines() {
        return List.copyOf(lines);
    }

    /** Whether there are any. */
    public ReadOnlyBooleanProperty anyProperty() {
        return any.getReadOnlyProperty();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return least;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(least, high(width, lines.size()));
    }

    private double high(double width, int count) {
        return lines.stream().limit(count).mapToDouble(line -> Math.ceil(line.prefHeight(width)) + gap).sum() - gap;
    }

    @Override
    protected void layoutChildren() {
        boolean all = high(getWidth(), lines.size()) <= getHeight();
        double room = getHeight() + gap - (all ? 0 : more.prefHeight(getWidth()) + gap);
        double kept = all || chosen < 0 ? 0 : needs(lines.get(chosen));
        double y = 0;
        int hidden = 0;
        for (int i = 0; i < lines.size(); i++) {
            Node line = lines.get(i);
            double needed = needs(line);
            kept = i == chosen ? 0 : kept;
            boolean fits = i == chosen || hidden == 0 && y + needed + kept <= room;
            line.setVisible(fits);
            if (fits) {
                line.resizeRelocate(0, y, getWidth(), needed - gap);
                y += needed;
            } else {
                hidden++;
            }
        }
        more.setVisible(hidden > 0);
        more.setText(hidden > 0 ? words.apply(hidden) : "");
        more.resizeRelocate(0, y, getWidth(), more.prefHeight(getWidth()));
    }

    private double needs(Node line) {
        return Math.ceil(line.prefHeight(getWidth())) + gap;
    }
}
