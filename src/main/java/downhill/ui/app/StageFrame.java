package downhill.ui.app;

import downhill.ui.fx.inner.ProgramName;
import downhill.ui.window.WindowModel;
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
    /** Room left for what the desktop draws around a window as high as the screen. Points. */
    private static final double TITLE_BAR = 40;
    private static final Duration REST = Duration.millis(250);

    private StageFrame() {
    }

    /** Gives {@code stage} its name, and the size asked for as far as the screen has room for it. */
    static void prepare(Stage stage, double width, double height) {
        ProgramName.set();
        stage.setTitle("Downhill");
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(WindowModel.LEAST_WIDTH, room.getWidth()));
        stage.setMinHeight(Math.min(WindowModel.LEAST_HEIGHT, room.getHeight()));
        double wide = Math.min(width, room.getWidth());
        double high = Math.min(height, room.getHeight() - TITLE_BAR);
        stage.setWidth(wide);
        stage.setHeight(high);
        stage.setOnShown(shown -> hold(stage, wide, high));
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

    /** Gives {@code stage} its icon. To read it takes a tenth of the time to the first frame, which does not wait for it. */
    static void mark(Stage stage) {
        stage.getIcons().add(icon());
    }

    private static Image icon() {
        try (InputStream picture = StageFrame.class.getResourceAsStream(ICON)) {
            return new Image(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
