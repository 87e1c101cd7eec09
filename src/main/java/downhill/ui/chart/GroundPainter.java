package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Paints a landscape below the paths: as one kept picture where there are pixels, else as bands and lines of their own. */
final class GroundPainter {
    private final LandscapeImage kept;
    private final Landscape landscape;
    private final Palette palette;
    private final boolean labelled;
    private final Covered paths;

    /** Labels of contour lines keep off {@code paths}. */
    GroundPainter(LandscapeImage kept, Landscape landscape, Palette palette, boolean labelled, Covered paths) {
        this.kept = kept;
        this.landscape = landscape;
        this.palette = palette;
        this.labelled = labelled;
        this.paths = paths;
    }

    void paint(Graphics2D g, ChartFrame frame) {
        AffineTransform toDevice = g.getTransform();
        if (g.getRenderingHint(Ink.PIXELS) == null) {
            draw(g, frame, 1);
            return;
        }
        Rectangle2D device = toDevice.createTransformedShape(frame.plot()).getBounds2D();
        int x = (int) Math.round(device.getMinX());
        int y = (int) Math.round(device.getMinY());
        int width = Math.max(1, (int) Math.round(device.getMaxX()) - x);
        int height = Math.max(1, (int) Math.round(device.getMaxY()) - y);
        LandscapeImage.Key key = new LandscapeImage.Key(landscape, palette, frame.x(), frame.y(), width, height, labelled);
        BufferedImage picture = kept.picture(key, paths, image -> fill(image, frame, toDevice.getScaleX(), x, y));
        g.setTransform(new AffineTransform());
        g.drawImage(picture, x, y, null);
        g.setTransform(toDevice);
    }

    private List<ContourPainter.Place> fill(BufferedImage picture, ChartFrame frame, double scale, int x, int y) {
        Graphics2D g = picture.createGraphics();
        FrameBuffer.hint(g);
        g.translate(-x, -y);
        g.scale(scale, scale);
        List<ContourPainter.Place> labels = draw(g, frame, scale);
        g.dispose();
        return labels;
    }

    private List<ContourPainter.Place> draw(Graphics2D g, ChartFrame frame, double scale) {
        Rectangle2D plot = frame.plot();
        int width = (int) Math.max(1, Math.round(plot.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(plot.getHeight() * scale));
        BufferedImage bands = kept.bands(landscape, palette, frame, width, height);
        g.drawImage(bands, new AffineTransform(plot.getWidth() / width, 0, 0, plot.getHeight() / height, plot.getX(), plot.getY()), null);
        return new ContourPainter(g, palette, frame, labelled, paths).draw(kept.contours(landscape));
    }
}
