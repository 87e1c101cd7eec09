package downhill.ui.chart;

import downhill.ui.fx.Images;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jfree.pdf.PDFDocument;
import org.jfree.pdf.PDFGraphics2D;
import org.jfree.pdf.PDFHints;
import org.jfree.svg.SVGGraphics2D;

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
        BufferedImage image = new BufferedImage((int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_ARGB_PRE);
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
        SVGGraphics2D g = new SVGGraphics2D(width, height);
        g.setFontFunction(family -> '"' + family + "\", Inter, sans-serif");
        paint(g);
        String text = g.getSVGDocument();
        Images.writeWhole(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** As a PDF of one page; letters become outlines. */
    public void pdf(Path file) throws IOException {
        PDFDocument document = new PDFDocument();
        PDFGraphics2D g = document.createPage(area()).getGraphics2D();
        // The fonts every PDF reader has lack Greek and Chinese letters.
        g.setRenderingHint(PDFHints.KEY_DRAW_STRING_TYPE, PDFHints.VALUE_DRAW_STRING_TYPE_VECTOR);
        paint(g);
        byte[] bytes = document.getPDFBytes();
        Images.writeWhole(file, out -> out.write(bytes));
    }

    private void paint(Graphics2D g) {
        RenderThread.run(() -> {
            g.setColor(palette.panel().awt());
            g.fill(area());
            drawing.draw(g, area(), palette, view);
        });
    }

    private Rectangle2D area() {
        return new Rectangle2D.Double(0, 0, width, height);
    }
}
