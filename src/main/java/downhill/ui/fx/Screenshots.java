package downhill.ui.fx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/** Pictures of the window, as a person would see it. On the FX thread. */
public final class Screenshots {
    private Screenshots() {
    }

    /** Writes the whole scene as PNG, {@code scale} device pixels to a point. */
    public static void write(Scene scene, Path file, double scale) throws IOException {
        Images.writePng(of(scene, scale), file);
    }

    /** The whole scene at its present size. Charts under it are drawn first. */
    public static BufferedImage of(Scene scene, double scale) {
        Rectangle2D window = new Rectangle2D(0, 0, Math.round(scene.getWidth() * scale), Math.round(scene.getHeight() * scale));
        return picture(scene.getRoot(), scale, window);
    }

    /** A picture of one node and all below it. Charts under it are drawn first. */
    public static BufferedImage of(Node node, double scale) {
        return picture(node, scale, null);
    }

    private static BufferedImage picture(Node node, double scale, Rectangle2D part) {
        assert Platform.isFxApplicationThread();
        Settling.settle(node, scale);
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(scale, scale));
        how.setViewport(part);
        how.setFill(Color.TRANSPARENT);
        WritableImage picture = node.snapshot(how, null);
        return Images.toBuffered(picture);
    }
}
