package downhill.ui.fx;

import downhill.store.AtomicFiles;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures between JavaFX, Java2D and files. */
public final class Images {
    private Images() {
    }

    /** A Java2D copy of {@code image}, ARGB with premultiplied alpha. */
    public static BufferedImage toBuffered(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        return copy;
    }

    /** A JavaFX copy of a picture of type ARGB with premultiplied alpha. */
    public static Image toFx(BufferedImage picture) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        WritableImage copy = new WritableImage(picture.getWidth(), picture.getHeight());
        copy.getPixelWriter().setPixels(0, 0, picture.getWidth(), picture.getHeight(), PixelFormat.getIntArgbPreInstance(), pixels, 0,
                picture.getWidth());
        return copy;
    }

    /** Writes {@code image} as PNG; the file appears complete or not at all. */
    public static void writePng(BufferedImage image, Path file) throws IOException {
        byte[] png = png(image);
        writeWhole(file, out -> out.write(png));
    }

    /** In memory, so that only the file itself needs a disk, and what is wrong with it is said in the disk's own words. */
    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("This Java cannot write PNG files");
            }
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a file under a temporary name beside it and then moves it into place, folders made as needed.
     *
     * @throws downhill.store.StoreException with one sentence where it cannot be saved
     */
    public static void writeWhole(Path file, Content content) {
        AtomicFiles.write(file, part -> {
            try (OutputStream out = Files.newOutputStream(part)) {
                content.writeTo(out);
            }
        }, false);
    }

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the stream is closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }
}
