package downhill.ui.window;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Tabs at the left and the view's options at the right of one line, or below it where both do not fit. */
final class TabHead extends Region {
    private static final double LINE = 32;
    private static final double GAP = 16;

    private final Node tabs;
    private final Node options;

    TabHead(Node tabs, Node options) {
        this.tabs = tabs;
        this.options = options;
        getChildren().addAll(tabs, options);
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return isOneLine(width) ? LINE : 2 * LINE;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        boolean one = isOneLine(getWidth());
        double whole = tabs.prefWidth(LINE);
        double right = Math.min(getWidth(), options.prefWidth(LINE));
        place(tabs, 0, 0, Math.min(getWidth(), whole));
        place(options, one ? getWidth() - right : 0, one ? 0 : LINE, one ? right : getWidth());
    }

    private static void place(Node node, double x, double y, double width) {
        double height = Math.min(LINE, node.prefHeight(width));
        node.resizeRelocate(x, y + (LINE - height) / 2, width, height);
    }

    private boolean isOneLine(double width) {
        return width < 0 || tabs.prefWidth(LINE) + GAP + options.prefWidth(LINE) <= width;
    }
}
