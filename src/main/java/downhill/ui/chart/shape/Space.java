package downhill.ui.chart.shape;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** From a box of 2 × 2 × 1 around the origin to the screen, seen from far away. */
public final class Space {
    private static final double RELIEF = 0.95;
    /** Room for the box in any rotation. */
    private static final double FIT = 3.1;

    private final double sin;
    private final double cos;
    private final double sinUp;
    private final double cosUp;
    private final double scale;
    private final double centreX;
    private final double centreY;

    public Space(Rotation rotation, Rectangle2D area) {
        double azimuth = Math.toRadians(rotation.azimuth());
        double elevation = Math.toRadians(rotation.elevation());
        sin = Math.sin(azimuth);
        cos = Math.cos(azimuth);
        sinUp = Math.sin(elevation);
        cosUp = Math.cos(elevation);
        double tall = 2.8 * sinUp + RELIEF * cosUp + 0.24;
        scale = rotation.scale() * Math.min(area.getWidth() / FIT, area.getHeight() / tall);
        centreX = area.getCenterX();
        centreY = area.getCenterY() + scale * RELIEF * cosUp / 2;
    }

    /** The point of the screen of x and y from −1 to 1 and a height from 0 to 1. */
    public Point2D.Double point(double x, double y, double height) {
        double across = x * cos - y * sin;
        double away = x * sin + y * cos;
        return new Point2D.Double(centreX + scale * across, centreY - scale * (away * sinUp + height * RELIEF * cosUp));
    }

    /** Whether what lies further along x is further away. */
    public boolean awayAlongX() {
        return sin > 0;
    }

    /** Whether what lies further along y is further away. */
    public boolean awayAlongY() {
        return cos > 0;
    }
}
