package downhill.ui.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Name, icon and size of the window on the desktop. */
final class StageFrame {
    private static final String ICON = "/icons/downhill.png";
    /** Smaller, and nothing that can be read is left. Points. */
    static final double LEAST_WIDTH = 800;
    /** Points. */
    static final double LEAST_HEIGHT = 560;

    /** What a maximised window goes back to. */
    private static final double PART_OF_SCREEN = 0.85;
    private static final Duration REST = Duration.millis(250);

    private StageFrame() {
    }

    /** Gives {@code stage} its name and icon, and the size asked for as far as the screen has room for it. */
    static void prepare(Stage stage, double width, double height) {
        stage.setTitle("Downhill");
        stage.getIcons().add(icon());
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, room.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, room.getHeight()));
        if (width >= room.getWidth() || height >= room.getHeight()) {
            stage.setWidth(room.getWidth() * PART_OF_SCREEN);
            stage.setHeight(room.getHeight() * PART_OF_SCREEN);
            stage.setMaximized(true);
        } else {
            stage.setWidth(width);
            stage.setHeight(height);
            stage.setOnShown(shown -> hold(stage, width, height));
        }
    }

    /**
     * Under some window managers of X11, Openbox among them, JavaFX takes the frame's first report for an order to shrink to
     * 200 × 200 points, tens of milliseconds after the stage is shown. Once the size has come to rest it is asked for again.
     */
    static void hold(Stage stage, double width, double height) {
        PauseTransition rest = new PauseTransition(REST);
        ChangeListener<Number> moved = (size, before, now) -> rest.playFromStart();
        stage.widthProperty().addListener(moved);
        stage.heightProperty().addListener(moved);
        rest.setOnFinished(done -> {
            stage.widthProperty().removeListener(moved);
            stage.heightProperty().removeListener(moved);
            if (!stage.isMaximized() && !stage.isFullScreen()) {
                stage.setWidth(Math.max(width, stage.getWidth()));
                stage.setHeight(Math.max(height, stage.getHeight()));
            }
        });
        rest.play();
    }

    private static Image icon() {
        try (InputStream picture = StageFrame.class.getResourceAsStream(ICON)) {
            return new Image(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
