package downhill.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** Controls in one line; where they are given less width than they need, in two or more. */
public class WrapRow extends HBox {
    private static final double ROUNDING = 0.5;
    /** Between two lines. */
    private static final double GAP = 4;

    /** An empty row with {@code spacing} points between two controls. */
    public WrapRow(double spacing) {
        super(spacing);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** The widest control. */
    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + snappedRightInset() + getManagedChildren().stream().mapToDouble(child -> child.minWidth(-1)).max()
                .orElse(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return fits(width) ? super.computePrefHeight(-1) : snappedTopInset() + snappedBottomInset()
                + lines(width).stream().mapToDouble(line -> high(line) + GAP).sum() - GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (fits(getWidth())) {
            super.layoutChildren();
            return;
        }
        double y = snappedTopInset();
        for (List<Node> line : lines(getWidth())) {
            layout(line, y);
            y += high(line) + GAP;
        }
    }

    private void layout(List<Node> line, double y) {
        double free = room(getWidth()) - wide(line);
        double x = snappedLeftInset() + (getAlignment().getHpos() == HPos.RIGHT ? Math.max(0, free) : 0);
        for (Node child : line) {
            double width = Math.min(child.prefWidth(-1), room(getWidth()));
            double height = child.prefHeight(width);
            child.resizeRelocate(snapPositionX(x), snapPositionY(y + (high(line) - height) / 2), snapSizeX(width), snapSizeY(height));
            x += width + getSpacing();
        }
    }

    private List<List<Node>> lines(double width) {
        List<List<Node>> lines = new ArrayList<>();
        for (Node child : getManagedChildren()) {
            List<Node> last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            if (last == null || wide(last) + getSpacing() + child.prefWidth(-1) > room(width) + ROUNDING) {
                last = new ArrayList<>();
                lines.add(last);
            }
            last.add(child);
        }
        return lines;
    }

    /** Width of the last line where the row is that wide. */
    public double lastLine(double width) {
        List<List<Node>> lines = fits(width) ? List.of(getManagedChildren()) : lines(width);
        return snappedLeftInset() + snappedRightInset() + wide(lines.get(lines.size() - 1));
    }

    private double wide(List<Node> line) {
        return line.stream().mapToDouble(child -> child.prefWidth(-1)).sum() + getSpacing() * (line.size() - 1);
    }

    private static double high(List<Node> line) {
        return line.stream().mapToDouble(child -> child.prefHeight(-1)).max().orElse(0);
    }

    private double room(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    private boolean fits(double width) {
        return width < 0 || width >= prefWidth(-1) - ROUNDING || getManagedChildren().size() < 2;
    }
}
