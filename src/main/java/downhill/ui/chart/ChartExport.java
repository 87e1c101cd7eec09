package downhill.ui.chart;

import downhill.ui.chart.shape.View;
import downhill.ui.fx.Images;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a chart to a file at any size, off the FX thread. The file appears complete or not at all.
 *
 * @param drawing what {@link ChartPane#drawing()} showed
 * @param palette the colours
 * @param view the part shown
 * @param width points across
 * @param height points down
 */
public record ChartExport(ChartDrawing drawing, Palette palette, View view, double width, double height) {
    /** As PNG on the panel's ground, {@code scale} pixels a point. */
    public void png(Path file, double scale) throws IOException {
        Images.writePng(image(scale), file);
    }

    /** As a picture on the panel's ground, {@code scale} pixels a point. */
    public BufferedImage image(double scale) {
        BufferedImage image = new BufferedImage((int) Math.ceil(width * scale), (int) Math.ceil(height * scale),
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        FrameBuffer.hint(g);
        g.setRenderingHint(Ink.PIXELS, image);
        paint(g);
        g.dispose();
        return image;
    }

    /** As SVG; letters stay letters, except those written upwards. */
    public void svg(Path file) throws IOException {
        VectorSheet sheet = new VectorSheet(false);
        paint(sheet);
        byte[] svg = sheet.svg(width, height);
        Images.writeWhole(file, out -> out.write(svg));
    }

    /** As a PDF of one page; letters become outlines. */
    public void pdf(Path file) throws IOException {
        VectorSheet sheet = new VectorSheet(true);
        sheet.scale(VectorSheet.MILLIMETRES, VectorSheet.MILLIMETRES);
        paint(sheet);
        byte[] pdf = sheet.pdf(width, height);
        Images.writeWhole(file, out -> out.write(pdf));
    }

    private void paint(Graphics2D g) {
        RenderThread.run(() -> {
            g.setColor(palette.panel().awt());
            g.fill(area());
            if (!drawing.isEmpty()) {
                drawing.draw(g, area(), palette, view);
            }
        });
    }

    private Rectangle2D area() {
        return new Rectangle2D.Double(0, 0, width, height);
    }
}
