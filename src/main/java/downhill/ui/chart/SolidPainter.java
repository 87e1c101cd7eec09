package downhill.ui.chart;

import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.Space;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Paints a landscape's cells from the far ones to the near ones, so that what is in front hides what is behind. */
final class SolidPainter {
    /** About so many cells along each side have a mesh line. */
    private static final int MESH = 20;

    private final Graphics2D g;
    private final Palette palette;
    private final Space space;
    private final Relief relief;
    private final Landscape landscape;

    SolidPainter(Graphics2D g, Palette palette, Space space, Relief relief, Landscape landscape) {
        this.g = g;
        this.palette = palette;
        this.space = space;
        this.relief = relief;
        this.landscape = landscape;
    }

    void paint() {
        Point2D.Double[][] corners = corners();
        int rows = landscape.rows() - 1;
        int columns = landscape.columns() - 1;
        int mesh = Math.max(1, columns / MESH);
        g.setStroke(new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int j = 0; j < rows; j++) {
            int row = space.awayAlongY() ? rows - 1 - j : j;
            for (int i = 0; i < columns; i++) {
                cell(corners, row, space.awayAlongX() ? columns - 1 - i : i, mesh);
            }
        }
    }

    private Point2D.Double[][] corners() {
        int rows = landscape.rows();
        int columns = landscape.columns();
        Point2D.Double[][] corners = new Point2D.Double[rows][columns];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                double height = relief.at(landscape.z()[j][i]);
                corners[j][i] = Double.isNaN(height) ? null : space.point(-1 + 2.0 * i / (columns - 1), -1 + 2.0 * j / (rows - 1), height);
            }
        }
        return corners;
    }

    private void cell(Point2D.Double[][] corners, int row, int column, int mesh) {
        Point2D.Double a = corners[row][column];
        Point2D.Double b = corners[row][column + 1];
        Point2D.Double c = corners[row + 1][column + 1];
        Point2D.Double d = corners[row + 1][column];
        if (a == null || b == null || c == null || d == null) {
            return;
        }
        Path2D.Double shape = new Path2D.Double();
        shape.moveTo(a.x, a.y);
        shape.lineTo(b.x, b.y);
        shape.lineTo(c.x, c.y);
        shape.lineTo(d.x, d.y);
        shape.closePath();
        g.setColor(colour(row, column).awt());
        g.fill(shape);
        g.draw(shape);
        g.setColor(palette.contour().awt(0.8));
        if (row % mesh == 0) {
            g.draw(new java.awt.geom.Line2D.Double(a, b));
        }
        if (column % mesh == 0) {
            g.draw(new java.awt.geom.Line2D.Double(a, d));
        }
    }

    /** By height, and a little darker where the ground falls away from the light at the upper left. */
    private Colour colour(int row, int column) {
        double here = relief.at(landscape.z()[row][column]);
        double slope = relief.at(landscape.z()[row][column + 1]) - here - (relief.at(landscape.z()[row + 1][column]) - here);
        Colour ground = palette.deep().mix(palette.contour(), 0.35 * (1 - here)).mix(palette.high(), Math.pow(here, 0.9));
        double shade = Math.max(-0.16, Math.min(0.16, slope * 2.5));
        return shade > 0 ? ground.mix(palette.text(), shade) : ground.mix(palette.panel(), -shade);
    }
}
