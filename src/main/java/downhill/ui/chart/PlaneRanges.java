package downhill.ui.chart;

import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.Range;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Finds what part of the plane is shown when nobody says. */
final class PlaneRanges {
    private static final double MARGIN = 0.06;

    /** Least and greatest of what it is told. */
    private static final class Bounds implements DoubleConsumer {
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        @Override
        public void accept(double value) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }

        Range range() {
            return low > high ? new Range(-1, 1) : Range.around(low, high, MARGIN);
        }
    }

    private PlaneRanges() {
    }

    static Range x(Landscape landscape, List<PathData> paths, List<PlaneMark> marks) {
        if (landscape != null) {
            return landscape.x();
        }
        Bounds bounds = new Bounds();
        paths.forEach(path -> {
            for (int i = 0; i < path.points().size(); i++) {
                bounds.accept(path.points().x(i));
            }
        });
        marks.forEach(mark -> bounds.accept(mark.x()));
        return bounds.range();
    }

    static Range y(Landscape landscape, List<PathData> paths, List<PlaneMark> marks) {
        if (landscape != null) {
            return landscape.y();
        }
        Bounds bounds = new Bounds();
        paths.forEach(path -> {
            for (int i = 0; i < path.points().size(); i++) {
                bounds.accept(path.points().y(i));
            }
        });
        marks.forEach(mark -> bounds.accept(mark.y()));
        return bounds.range();
    }

    /** {@code factor} times as long around the same middle; as it is where that would be shorter. */
    static Range widened(Range range, double factor) {
        return factor <= 1 ? range : Range.around(range.low(), range.high(), (factor - 1) / 2);
    }
}
