package downhill.ui.chart;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** A small histogram, as beside a column's name: one shape, no axes. */
public final class HistogramBars extends Region {
    private final Path bars = new Path();
    private double[] counts = {};

    /** An empty histogram, 96 × 24. */
    public HistogramBars() {
        getStyleClass().add("histogram");
        bars.getStyleClass().add("histogram-bars");
        bars.setManaged(false);
        getChildren().add(bars);
        setPrefSize(96, 24);
        setMinSize(24, 12);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** Shows these counts, none negative, from left to right; what is read out, whoever shows it says. */
    public void setCounts(double... heights) {
        counts = heights.clone();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        bars.getElements().clear();
        double most = 0;
        for (double count : counts) {
            most = Math.max(most, count);
        }
        double step = getWidth() / Math.max(1, counts.length);
        double gap = step > 4 ? 1 : 0;
        for (int i = 0; i < counts.length && most > 0; i++) {
            double height = counts[i] == 0 ? 0 : Math.max(1, counts[i] / most * getHeight());
            bar(i * step, getHeight() - height, (i + 1) * step - gap);
        }
    }

    private void bar(double left, double top, double right) {
        bars.getElements().addAll(new MoveTo(left, getHeight()), new LineTo(left, top), new LineTo(right, top),
                new LineTo(right, getHeight()), new ClosePath());
    }
}
