package downhill.ui.window;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * What stands at both ends of a line, and a title in its middle; where the left end is long, in the middle of what is left. The brand,
 * first of all, gives way to a title that would have no room; where that is not enough, there is no title.
 */
final class TitleLine extends Pane {
    private static final double GAP = 12;
    /** A title with less room says nothing. */
    private static final double LEAST = 80;
    private static final double NOTHING = 40;

    private final Region brand;
    private final Region left;
    private final Region right;
    private final Node title;

    TitleLine(Region brand, Region left, Node title, Region right) {
        this.brand = brand;
        this.left = left;
        this.title = title;
        this.right = right;
        getChildren().addAll(brand, left, title, right);
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
        double to = getWidth() - getInsets().getRight() - right.prefWidth(-1);
        double start = getInsets().getLeft() + brand.prefWidth(-1) + GAP;
        boolean whole = to - start - left.prefWidth(-1) - 2 * GAP >= Math.min(LEAST, title.prefWidth(-1));
        brand.setVisible(whole);
        start = whole ? start : getInsets().getLeft();
        double from = start + left.prefWidth(-1);
        place(brand, getInsets().getLeft(), brand.prefWidth(-1));
        place(left, start, left.prefWidth(-1));
        place(right, to, right.prefWidth(-1));
        double wide = Math.max(0, Math.min(title.prefWidth(-1), to - from - 2 * GAP));
        title.setVisible(wide >= Math.min(NOTHING, title.prefWidth(-1)));
        place(title, Math.max(from + GAP, Math.min((getWidth() - wide) / 2, to - GAP - wide)), wide);
    }

    private void place(Node node, double x, double width) {
        double height = node.prefHeight(width);
        node.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - height) / 2), snapSizeX(width), height);
    }
}
