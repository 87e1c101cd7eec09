package downhill.ui.window;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** What stands at both ends of a line, and a title in its middle; where the left end is long, in the middle of what is left. */
final class TitleLine extends Pane {
    private static final double GAP = 12;

    private final Region left;
    private final Region right;
    private final Node title;

    TitleLine(Region left, Node title, Region right) {
        this.left = left;
        this.title = title;
        this.right = right;
        getChildren().addAll(left, title, right);
    }

    @Override
    protected double computeMinWidth(double height) {
        return getInsets().getLeft() + left.minWidth(-1) + right.minWidth(-1) + getInsets().getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(left.prefHeight(-1), right.prefHeight(-1));
    }

    @Override
    protected void layoutChildren() {
        double from = getInsets().getLeft() + left.prefWidth(-1);
        double to = getWidth() - getInsets().getRight() - right.prefWidth(-1);
        place(left, getInsets().getLeft(), left.prefWidth(-1));
        place(right, to, right.prefWidth(-1));
        double wide = Math.max(0, Math.min(title.prefWidth(-1), to - from - 2 * GAP));
        place(title, Math.max(from + GAP, Math.min((getWidth() - wide) / 2, to - GAP - wide)), wide);
    }

    private void place(Node node, double x, double width) {
        double height = node.prefHeight(width);
        node.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - height) / 2), snapSizeX(width), height);
    }
}
