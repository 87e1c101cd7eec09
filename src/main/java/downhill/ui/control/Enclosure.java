package downhill.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * A pane whose size those around it decide, whatever is in it: what changes within is laid out within, and nothing around is laid out anew
 * for it.
 */
public final class Enclosure extends StackPane {
    /** With {@code children}, the last one above. */
    public Enclosure(Node... children) {
        super(children);
    }

    @Override
    public void requestLayout() {
        setNeedsLayout(true);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }
}
