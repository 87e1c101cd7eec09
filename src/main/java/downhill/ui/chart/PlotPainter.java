package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DefaultXYItemRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Paints axes and a light grid with JFreeChart; a fresh chart each time, so nothing listens and nothing leaks. */
final class PlotPainter {
    /**
     * The two axes.
     *
     * @param xTitle words along x, or empty
     * @param yTitle words along y, or empty
     * @param x shown of x
     * @param y shown of y
     * @param logY whether y has equal ratios
     * @param marksX what the numbers along x are
     * @param marksY what those along y are, unless y has equal ratios
     * @param gridX whether x has grid lines
     * @param gridY whether y has grid lines
     */
    record Axes(String xTitle, String yTitle, Range x, Range y, boolean logY, Marks marksX, Marks marksY, boolean gridX, boolean gridY) {
    }

    private static final double BESIDE_PLOT = 60;
    private static final double BELOW_PLOT = 44;
    private static final double POINTS_PER_X_MARK = 90;
    private static final double POINTS_PER_Y_MARK = 44;

    private PlotPainter() {
    }

    /** Paints into {@code area}, leaving {@code roomRight} points free beside the plot. */
    static ChartFrame paint(Graphics2D g, Rectangle2D area, Palette palette, Axes axes, double roomRight) {
        return paint(g, area, palette, xAxis(g, axes, area, palette), yAxis(g, axes, area, palette), axes.gridX(), axes.gridY(),
                roomRight);
    }

    /** The same over values of two columns, {@code x} and {@code y} of which are shown. */
    static ChartFrame paint(Graphics2D g, Rectangle2D area, Palette palette, ColumnAxis across, Range x, ColumnAxis up, Range y,
                            double roomRight) {
        int mostX = (int) Math.max(3, area.getWidth() / POINTS_PER_X_MARK);
        int mostY = (int) Math.max(3, area.getHeight() / POINTS_PER_Y_MARK);
        ValueAxis below = TickAxis.create(AxisTitle.fitting(g, across.title(), area.getWidth() - BESIDE_PLOT), x, false,
                across.ticks(x, mostX), palette);
        ValueAxis beside = TickAxis.create(AxisTitle.fitting(g, up.title(), area.getHeight() - BELOW_PLOT), y, false,
                up.ticks(y, mostY), palette);
        return paint(g, area, palette, below, beside, false, !up.isLabels(), roomRight);
    }

    private static ChartFrame paint(Graphics2D g, Rectangle2D area, Palette palette, ValueAxis below, ValueAxis beside, boolean gridX,
                                    boolean gridY, double roomRight) {
        XYPlot plot = new XYPlot(null, below, beside, new DefaultXYItemRenderer());
        plain(plot, gridX, gridY, palette);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(10, 4, 4, Math.max(18, roomRight)));
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(g, area, info);
        FrameBuffer.hint(g);
        Rectangle2D inner = info.getPlotInfo().getDataArea();
        return new ChartFrame(inner, scale(plot.getDomainAxis(), inner, RectangleEdge.BOTTOM),
                scale(plot.getRangeAxis(), inner, RectangleEdge.LEFT));
    }

    private static AxisScale scale(ValueAxis axis, Rectangle2D area, RectangleEdge edge) {
        Range range = new Range(axis.getLowerBound(), axis.getUpperBound());
        boolean log = axis instanceof LogAxis;
        return RectangleEdge.isLeftOrRight(edge) ? new AxisScale(range, log, area.getMaxY(), area.getMinY())
                : new AxisScale(range, log, area.getMinX(), area.getMaxX());
    }

    private static void plain(XYPlot plot, boolean gridX, boolean gridY, Palette palette) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(gridX);
        plot.setRangeGridlinesVisible(gridY);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlinePaint(palette.line().awt());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setDomainGridlinePaint(palette.line().awt());
    }

    private static ValueAxis xAxis(Graphics2D g, Axes axes, Rectangle2D area, Palette palette) {
        int most = (int) Math.max(3, area.getWidth() / POINTS_PER_X_MARK);
        List<Ticks.Tick> ticks = Ticks.of(axes.marksX(), axes.x(), most);
        return TickAxis.create(AxisTitle.fitting(g, axes.xTitle(), area.getWidth() - BESIDE_PLOT), axes.x(), false, ticks, palette);
    }

    private static ValueAxis yAxis(Graphics2D g, Axes axes, Rectangle2D area, Palette palette) {
        int most = (int) Math.max(3, area.getHeight() / POINTS_PER_Y_MARK);
        List<Ticks.Tick> ticks = axes.logY() ? Ticks.log(axes.y(), most) : Ticks.of(axes.marksY(), axes.y(), most);
        return TickAxis.create(AxisTitle.fitting(g, axes.yTitle(), area.getHeight() - BELOW_PLOT), axes.y(), axes.logY(), ticks, palette);
    }
}
