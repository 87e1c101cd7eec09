package downhill.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;

class AnimatedGifTest {

    @Test
    void everyPictureIsReadBackInItsColourWithItsTime() throws IOException {
        ImageReader film = film(Color.RED, Color.GREEN, Color.BLUE);
        assertThat(film.getNumImages(true)).isEqualTo(3);
        assertThat(film.read(0).getRGB(5, 5)).isEqualTo(Color.RED.getRGB());
        assertThat(film.read(2).getRGB(5, 5)).isEqualTo(Color.BLUE.getRGB());
        IIOMetadataNode root = (IIOMetadataNode) film.getImageMetadata(1).getAsTree("javax_imageio_gif_image_1.0");
        IIOMetadataNode control = (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        assertThat(control.getAttribute("delayTime")).isEqualTo("7");
    }

    @Test
    void theFilmIsPlayedAgainAndAgain() throws IOException {
        String text = new String(bytes(Color.RED, Color.GREEN), StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("GIF89a").contains("NETSCAPE2.0" + "\u0003\u0001\u0000\u0000");
    }

    private static ImageReader film(Color... colours) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes(colours))));
        return reader;
    }

    private static byte[] bytes(Color... colours) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AnimatedGif gif = new AnimatedGif(out)) {
            for (Color colour : colours) {
                BufferedImage picture = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB_PRE);
                Graphics2D g = picture.createGraphics();
                g.setColor(colour);
                g.fillRect(0, 0, 10, 10);
                g.dispose();
                gif.add(picture, 7);
            }
        }
        return out.toByteArray();
    }
}
