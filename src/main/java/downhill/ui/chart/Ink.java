package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.Points;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Draws curves straight into the pixels of a chart, smoothed at their edges, some twenty times as fast as Java2D strokes
 * them. A curve's own pieces do not add up where they overlap, so a faint curve stays evenly faint.
 */
final class Ink {
    /** A graphics whose hint of this key is its image (premultiplied ARGB) may be drawn on by ink. */
    static final RenderingHints.Key PIXELS = new RenderingHints.Key(0x1d01) {
        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof BufferedImage image && image.getType() == BufferedImage.TYPE_INT_ARGB_PRE;
        }
    };

    private static final double NARROW = 0.75;
    /** Columns blended together, so that each row of pixels is touched in one go. */
    private static final int STRIP = 16;

    private final int[] pixels;
    private final int stride;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final double scale;
    private final byte[] cover;
    private final int[] lowest;
    private final int[] highest;

    private Ink(BufferedImage image, Rectangle2D device, double scale) {
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.stride = image.getWidth();
        this.left = Math.max(0, (int) Math.floor(device.getMinX()));
        this.top = Math.max(0, (int) Math.floor(device.getMinY()));
        this.width = Math.max(0, Math.min(image.getWidth(), (int) Math.ceil(device.getMaxX())) - left);
        this.height = Math.max(0, Math.min(image.getHeight(), (int) Math.ceil(device.getMaxY())) - top);
        this.scale = scale;
        this.cover = new byte[width * height];
        this.lowest = new int[width];
        this.highest = new int[width];
        Arrays.fill(lowest, Integer.MAX_VALUE);
        Arrays.fill(highest, -1);
    }

    /** Ink for the part {@code plot} of what {@code g} draws on; null where {@code g} has no pixels, as for SVG. */
    static Ink on(Graphics2D g, Rectangle2D plot) {
        AffineTransform toDevice = g.getTransform();
        boolean plain = toDevice.getTranslateX() == 0 && toDevice.getTranslateY() == 0 && toDevice.getShearX() == 0;
        if (!plain || !(g.getRenderingHint(PIXELS) instanceof BufferedImage image)) {
            return null;
        }
        return new Ink(image, toDevice.createTransformedShape(plot).getBounds2D(), toDevice.getScaleX());
    }

    /** Draws one curve in the width and dashes of {@code stroke}; its ends are cut straight. */
    void draw(Points points, AxisScale x, AxisScale y, Color colour, BasicStroke stroke) {
        double half = stroke.getLineWidth() * scale / 2;
        Dashes dashes = Dashes.of(stroke, scale, (x0, y0, x1, y1) -> segment(x0, y0, x1, y1, half));
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < points.size(); i++) {
            double atX = x.toPixel(points.x(i)) * scale - left;
            double atY = Math.max(-1e4, Math.min(1e5, y.toPixel(points.y(i)) * scale - top));
            if (Double.isFinite(lastX + lastY) && Double.isFinite(atX + atY)) {
                dashes.line(lastX, lastY, atX, atY);
            } else {
                dashes.restart();
            }
            lastX = atX;
            lastY = atY;
        }
        blend(colour);
    }

    private void segment(double x0, double y0, double x1, double y1, double half) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        if (Math.abs(dx) < NARROW && Math.abs(dy) > 4 * Math.abs(dx) && half < NARROW) {
            upright((int) Math.floor((x0 + x1) / 2), Math.min(y0, y1), Math.max(y0, y1), 2 * half);
        } else if (Math.abs(dy) > Math.abs(dx)) {
            steep(Math.min(y0, y1), Math.max(y0, y1), x0 - y0 * dx / dy, dx / dy, half);
        } else if (dx != 0) {
            flat(Math.min(x0, x1), Math.max(x0, x1), y0 - x0 * dy / dx, dy / dx, half);
        }
    }

    /** Within one column, as nearly all pieces of a curve with more points than pixels are. */
    private void upright(int column, double from, double to, double share) {
        int first = Math.max(0, (int) Math.floor(from));
        int last = Math.min(height - 1, (int) Math.floor(to));
        if (column < 0 || column >= width || first > last) {
            return;
        }
        put(column, first, share * (Math.min(first + 1, to) - Math.max(first, from)));
        if (last > first) {
            put(column, last, share * (to - last));
            Arrays.fill(cover, column * height + first + 1, column * height + last, (byte) Math.min(255, (int) (255 * share)));
        }
    }

    /** Row by row: x = offset + slope · y from {@code from} to {@code to}. */
    private void steep(double from, double to, double offset, double slope, double half) {
        double reach = half * Math.sqrt(1 + slope * slope);
        int last = Math.min(height - 1, (int) Math.floor(to));
        for (int row = Math.max(0, (int) Math.floor(from)); row <= last; row++) {
            double along = Math.min(row + 1, to) - Math.max(row, from);
            double middle = offset + slope * (row + 0.5);
            int end = Math.min(width - 1, (int) Math.floor(middle + reach));
            for (int column = Math.max(0, (int) Math.floor(middle - reach)); column <= end; column++) {
                put(column, row, along * (Math.min(column + 1, middle + reach) - Math.max(column, middle - reach)));
            }
        }
    }

    /** Column by column: y = offset + slope · x. */
    private void flat(double from, double to, double offset, double slope, double half) {
        double reach = half * Math.sqrt(1 + slope * slope);
        int last = Math.min(width - 1, (int) Math.floor(to));
        for (int column = Math.max(0, (int) Math.floor(from)); column <= last; column++) {
            double along = Math.min(column + 1, to) - Math.max(column, from);
            double middle = offset + slope * (column + 0.5);
            int end = Math.min(height - 1, (int) Math.floor(middle + reach));
            for (int row = Math.max(0, (int) Math.floor(middle - reach)); row <= end; row++) {
                put(column, row, along * (Math.min(row + 1, middle + reach) - Math.max(row, middle - reach)));
            }
        }
    }

    /** Pieces of one pixel add up to at most all of it. */
    private void put(int column, int row, double share) {
        int at = column * height + row;
        cover[at] = (byte) Math.min(255, (cover[at] & 255) + (int) (share * 255 + 0.5));
        lowest[column] = Math.min(lowest[column], row);
        highest[column] = Math.max(highest[column], row);
    }

    private void blend(Color colour) {
        Mixer mixer = new Mixer(colour);
        for (int column = 0; column < width; column += STRIP) {
            blend(mixer, column, Math.min(width, column + STRIP));
        }
        Arrays.fill(lowest, Integer.MAX_VALUE);
        Arrays.fill(highest, -1);
    }

    private void blend(Mixer mixer, int from, int to) {
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (int column = from; column < to; column++) {
            first = Math.min(first, lowest[column]);
            last = Math.max(last, highest[column]);
        }
        for (int row = first; row <= last; row++) {
            int pixel = (top + row) * stride + left;
            for (int column = from, at = from * height + row; column < to; column++, at += height) {
                int share = cover[at];
                if (share != 0) {
                    pixels[pixel + column] = mixer.over(share & 255, pixels[pixel + column]);
                    cover[at] = 0;
                }
            }
        }
    }

    /** One colour over premultiplied pixels, its products with every coverage worked out once. */
    private static final class Mixer {
        private final int[] over = new int[256];
        private final int[] keep = new int[256];

        Mixer(Color colour) {
            for (int share = 0; share < 256; share++) {
                int alpha = (colour.getAlpha() * share + 127) / 255;
                over[share] = alpha << 24 | part(colour.getRed(), alpha) << 16 | part(colour.getGreen(),
                        alpha) << 8 | part(colour.getBlue(), alpha);
                keep[share] = 255 - alpha;
            }
        }

        private static int part(int channel, int alpha) {
            return (channel * alpha + 127) / 255;
        }

        /** Two channels at a time: (x · keep + 127) / 255 as (y + (y >> 8)) >> 8 with y = x · keep + 128, which is exact. */
        int over(int share, int under) {
            int kept = keep[share];
            int redBlue = (under & 0xff00ff) * kept + 0x800080;
            int alphaGreen = (under >>> 8 & 0xff00ff) * kept + 0x800080;
            redBlue = redBlue + (redBlue >>> 8 & 0xff00ff) >>> 8 & 0xff00ff;
            alphaGreen = alphaGreen + (alphaGreen >>> 8 & 0xff00ff) & 0xff00ff00;
            return over[share] + (redBlue | alphaGreen);
        }
    }
}
