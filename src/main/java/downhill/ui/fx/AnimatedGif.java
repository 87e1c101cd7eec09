package downhill.ui.fx;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes pictures of one size one after another as a GIF (89a) that is played again and again. */
public final class AnimatedGif implements Closeable {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    private final ImageOutputStream stream;
    private boolean first = true;

    /** A film into {@code out}, which stays open. */
    public AnimatedGif(OutputStream out) throws IOException {
        stream = ImageIO.createImageOutputStream(out);
        writer.setOutput(stream);
        writer.prepareWriteSequence(null);
    }

    /** Adds a picture shown for so many hundredths of a second, at least 2: players slow down what is quicker. */
    public void add(BufferedImage picture, int hundredths) throws IOException {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = opaque.createGraphics();
        g.drawImage(picture, 0, 0, null);
        g.dispose();
        ImageWriteParam how = writer.getDefaultWriteParam();
        IIOMetadata facts = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(opaque), how);
        IIOMetadataNode root = (IIOMetadataNode) facts.getAsTree(FORMAT);
        time(child(root, "GraphicControlExtension"), Math.max(2, hundredths));
        if (first) {
            child(root, "ApplicationExtensions").appendChild(again());
            first = false;
        }
        facts.setFromTree(FORMAT, root);
        writer.writeToSequence(new IIOImage(opaque, null, facts), how);
    }

    /** Ends the film. */
    @Override
    public void close() throws IOException {
        writer.endWriteSequence();
        stream.close();
        writer.dispose();
    }

    private static void time(IIOMetadataNode control, int hundredths) {
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(hundredths));
    }

    /** Netscape's extension: 1, then how often, 0 for ever. */
    private static IIOMetadataNode again() {
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        return loop;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode fresh = new IIOMetadataNode(name);
        root.appendChild(fresh);
        return fresh;
    }
}
