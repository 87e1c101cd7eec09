package downhill.ui.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pixels that Java2D draws into and JavaFX shows, without a copy between. */
final class FrameBuffer {
    private final BufferedImage canvas;
    private final PixelBuffer<IntBuffer> pixels;
    private final WritableImage image;

    FrameBuffer(int width, int height) {
        canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] data = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
        pixels = new PixelBuffer<>(width, height, IntBuffer.wrap(data), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(pixels);
    }

    boolean hasSize(int width, int height) {
        return canvas.getWidth() == width && canvas.getHeight() == height;
    }

    /** A clean canvas with {@code scale} pixels a point. On the render thread. */
    Graphics2D begin(double scale) {
        Graphics2D g = canvas.createGraphics();
        g.setBackground(new java.awt.Color(0, true));
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.scale(scale, scale);
        hint(g);
        g.setRenderingHint(Ink.PIXELS, canvas);
        return g;
    }

    /** Settings for fine lines and text. */
    static void hint(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** Tells JavaFX that the pixels are new, and returns the image to show. On the FX thread. */
    Image present() {
        pixels.updateBuffer(all -> new Rectangle2D(0, 0, canvas.getWidth(), canvas.getHeight()));
        return image;
    }
}
