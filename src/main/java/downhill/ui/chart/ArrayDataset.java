package downhill.ui.chart;

import downhill.ui.chart.shape.Points;
import java.util.List;
import org.jfree.data.xy.AbstractXYDataset;

/** Arrays as JFreeChart wants them; made for one drawing, so it never changes and never notifies. */
final class ArrayDataset extends AbstractXYDataset {
    private final transient List<Points> curves;

    ArrayDataset(List<Points> curves) {
        this.curves = curves;
    }

    Points curve(int series) {
        return curves.get(series);
    }

    @Override
    public int getSeriesCount() {
        return curves.size();
    }

    @Override
    public Comparable<Integer> getSeriesKey(int series) {
        return series;
    }

    /** One item a curve: {@link CurveRenderer} draws a whole curve at a time. */
    @Override
    public int getItemCount(int series) {
        return curves.get(series).isEmpty() ? 0 : 1;
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }

    @Override
    public double getXValue(int series, int item) {
        return curves.get(series).x(item);
    }

    @Override
    public double getYValue(int series, int item) {
        return curves.get(series).y(item);
    }
}
