package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.ContenderStyle;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Draws a {@link PlotPicture}; of its data points those that stand for rows of a table can be chosen, by the number of the row.
 *
 * @param picture what is shown; null for nothing
 * @param image   of its heights
 * @param row     that is chosen, ringed in all data points; below 0 none
 */
record PlotDrawing(PlotPicture picture, LandscapeImage image, int row) implements PickDrawing {
    private static final int KEY_LINES = 3;
    /** Pixels that a pointer may be away. */
    private static final double NEAR = 9;
    /** Share of the height that a long key may take. */
    private static final double KEY_SHARE = 0.36;

    @Override
    public ChartDrawing apart() {
        return new PlotDrawing(picture, new LandscapeImage(), row);
    }

    @Override
    public boolean isEmpty() {
        return picture == null;
    }

    @Override
    public ChartTable table() {
        return picture == null ? ChartTable.NONE : PlotTable.of(picture);
    }

    @Override
    public String summary() {
        return picture == null ? "" : picture.summary();
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        double key = new KeyPainter(g, palette)
                .paint(new Rectangle2D.Double(area.getX() + 8, area.getY(), area.getWidth() - 16, area.getHeight()),
                picture.keys(), (int) Math.max(KEY_LINES, area.getHeight() * KEY_SHARE / KeyPainter.LINE));
        Rectangle2D rest = new Rectangle2D.Double(area.getX(), area.getY() + key, area.getWidth(), Math.max(20, area.getHeight() - key));
        ChartFrame frame = axes(g, rest, palette, view);
        Shape outside = g.getClip();
        g.clip(frame.plot());
        ground(g, palette, frame);
        picture.dots().forEach(dots -> DotPainter.paint(g, palette, frame, dots));
        picture.lines().forEach(line -> line(g, palette, frame, line));
        picture.dots().forEach(dots -> DotPainter.ring(g, palette, frame, dots, dots.place(row)));
        g.setClip(outside);
        return frame;
    }

    @Override
    public int nearest(ChartFrame frame, double x, double y) {
        int found = -1;
        double least = NEAR;
        for (PlotPicture.Dots dots : picture == null ? List.<PlotPicture.Dots>of() : picture.dots()) {
            for (int i = 0; dots.rows() != null && i < dots.rows().length; i++) {
                double away = Math.hypot(frame.x().toPixel(dots.x()[i]) - x, frame.y().toPixel(dots.y()[i]) - y);
                if (away < least) {
                    least = away;
                    found = dots.rows()[i];
                }
            }
        }
        return found;
    }

    private ChartFrame axes(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        boolean open = picture.regions() == null && picture.ground() == null;
        PlotPainter.Axes axes = new PlotPainter.Axes(picture.xTitle(), picture.yTitle(), view.x() == null ? picture.x() : view.x(),
                view.y() == null ? picture.y() : view.y(), picture.yLog(), picture.xMarks(), picture.yMarks(), open, open);
        return PlotPainter.paint(g, area, palette, axes, 12);
    }

    private void ground(Graphics2D g, Palette palette, ChartFrame frame) {
        if (picture.ground() != null) {
            new GroundPainter(image, picture.ground(), palette, true, Covered.NOTHING).paint(g, frame);
        }
        if (picture.regions() != null) {
            Regions regions = picture.regions();
            double left = frame.x().toPixel(regions.x().low());
            double top = frame.y().toPixel(regions.y().high());
            double width = frame.x().toPixel(regions.x().high()) - left;
            double height = frame.y().toPixel(regions.y().low()) - top;
            java.awt.image.BufferedImage fill = regions.picture(palette);
            g.drawImage(fill, new java.awt.geom.AffineTransform(width / fill.getWidth(), 0, 0, height / fill.getHeight(), left, top), null);
        }
    }

    private static void line(Graphics2D g, Palette palette, ChartFrame frame, PlotPicture.Line line) {
        PlotKey.Kind kind = PlotStrokes.kind(line.stroke());
        ContenderStyle style = palette.contender(Math.max(0, line.style()));
        g.setStroke(PlotStrokes.of(kind, style));
        g.setColor(PlotStrokes.colour(kind, style, palette).awt());
        g.draw(CurvePainter.path(line.points(), frame.x(), frame.y()));
    }
}
