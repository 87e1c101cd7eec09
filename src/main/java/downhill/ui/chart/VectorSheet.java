package downhill.ui.chart;

import de.erichseifert.vectorgraphics2d.Document;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.pdf.PDFProcessor;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import downhill.data.Visible;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Remembers what is drawn on it and writes it as SVG or PDF. */
final class VectorSheet extends VectorGraphics2D {
    /** Millimetres in a point; a page of a PDF is measured in the former. */
    static final double MILLIMETRES = 25.4 / 72;

    private static final String QUOTE = "&quot;";

    private static final Pattern FAMILY = Pattern.compile("font-family:" + QUOTE + "([^\"<>]*?)" + QUOTE + ";");

    /** As many times as large a picture whose pixels are meant is put in: readers smooth what they enlarge. */
    private static final int SHARP = 8;

    private final boolean outlined;
    private boolean sharp;

    /** @param outlined letters become outlines: the fonts that every PDF reader has lack Greek and Chinese ones */
    VectorSheet(boolean outlined) {
        this.outlined = outlined;
    }

    /** How pictures are enlarged is seen to here: the library takes the value for one of its own, and fails. */
    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        if (key.equals(RenderingHints.KEY_INTERPOLATION)) {
            sharp = RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR.equals(value);
        } else {
            super.setRenderingHint(key, value);
        }
    }

    @Override
    public boolean drawImage(Image image, AffineTransform place, ImageObserver told) {
        if (!sharp || !(image instanceof BufferedImage picture)) {
            return super.drawImage(image, place, told);
        }
        AffineTransform smaller = new AffineTransform(place);
        smaller.scale(1.0 / SHARP, 1.0 / SHARP);
        return super.drawImage(enlarged(picture), smaller, told);
    }

    private static BufferedImage enlarged(BufferedImage picture) {
        BufferedImage large = new BufferedImage(SHARP * picture.getWidth(), SHARP * picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < large.getHeight(); y++) {
            for (int x = 0; x < large.getWidth(); x++) {
                large.setRGB(x, y, picture.getRGB(x / SHARP, y / SHARP));
            }
        }
        return large;
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(String words, float x, float y) {
        String text = Visible.line(words);
        if (!outlined) {
            super.drawString(text, x, y);
        } else if (!text.isEmpty()) {
            drawGlyphVector(getFont().createGlyphVector(getFontRenderContext(), text), x, y);
        }
    }

    /** The library would also stroke them, which makes thin letters bold. */
    @Override
    public void drawGlyphVector(GlyphVector letters, float x, float y) {
        fill(letters.getOutline(x, y));
    }

    /** What was drawn, {@code width} × {@code height} points. */
    byte[] svg(double width, double height) throws IOException {
        String text = new String(bytes(new SVGProcessor().getDocument(getCommands(), new PageSize(0, 0, width, height))),
                StandardCharsets.UTF_8);
        return fonts(text.replaceFirst("<!DOCTYPE[^>]*>\\s*", "")).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whoever looks at the file may lack the program's fonts. The quotes are those of an attribute: in words they are written
     * otherwise.
     */
    private static String fonts(String svg) {
        return FAMILY.matcher(svg)
                .replaceAll(found -> Matcher.quoteReplacement("font-family:" + QUOTE + found.group(1) + QUOTE + ",Inter,sans-serif;"
                + (found.group(1).endsWith(" SemiBold") ? "font-weight:600;" : "")));
    }

    /** What was drawn, which was scaled to {@link #MILLIMETRES}, as a page of {@code width} × {@code height} points. */
    byte[] pdf(double width, double height) throws IOException {
        PageSize page = new PageSize(0, 0, width * MILLIMETRES, height * MILLIMETRES);
        return bytes(new PDFProcessor(true).getDocument(getCommands(), page));
    }

    private static byte[] bytes(Document document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.writeTo(bytes);
        return bytes.toByteArray();
    }
}
