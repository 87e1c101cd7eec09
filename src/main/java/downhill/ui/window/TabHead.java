package downhill.ui.window;

import downhill.ui.control.WrapRow;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Tabs at the left and the view's options at the right of one line, of the last line of tabs that take more, or below where both do not
 * fit; either has as many lines as it needs.
 */
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
        if (isOneLine(width)) {
            return LINE;
        }
        return isBesideLast(width) ? high(tabs, width) : high(tabs, width) + high(options, width);
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
        double above = one ? LINE : high(tabs, getWidth());
        place(tabs, 0, 0, Math.min(getWidth(), whole), above);
        if (one || isBesideLast(getWidth())) {
            place(options, getWidth() - right, above - LINE, right, LINE);
        } else {
            place(options, 0, above, getWidth(), high(options, getWidth()));
        }
    }

    private static void place(Node node, double x, double y, double width, double room) {
        double height = Math.min(room, node.prefHeight(width));
        node.resizeRelocate(x, y + (room - height) / 2, width, height);
    }

    /** One line, or what more lines take; nothing where there is nothing to see. */
    private static double high(Node node, double width) {
        return node.prefWidth(LINE) == 0 ? 0 : Math.max(LINE, node.prefHeight(width));
    }

    private boolean isBesideLast(double width) {
        return tabs instanceof WrapRow row && width < tabs.prefWidth(LINE)
                && row.lastLine(width) + GAP + options.prefWidth(LINE) <= width;
    }

    private boolean isOneLine(double width) {
        return width < 0 || tabs.prefWidth(LINE) + GAP + options.prefWidth(LINE) <= width;
    }
}
