package downhill.ui.app;

import downhill.ui.fx.FxToolkit;
import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/** What is seen while the window is being made: its frame, the bar above, its name, in the colours of the theme. Needs no style sheet. */
final class FirstFrame {
    private static final double BAR = 44;
    private static final double EDGE = 16;
    private static final double BASE = 28;
    private static final double SIZE = 16;
    /** A desktop that draws nothing holds nobody up for longer. */
    private static final Duration MOST = Duration.ofMillis(500);

    private FirstFrame() {
    }

    /** On a stage of its own; comes back once it has been drawn. From a thread that is not the toolkit's. */
    static Stage show(double width, double height, Theme theme) {
        CountDownLatch drawn = new CountDownLatch(1);
        Stage stage = FxToolkit.call(() -> {
            Stage fresh = stage(width, height, theme);
            fresh.getScene().addPostLayoutPulseListener(drawn::countDown);
            fresh.show();
            return fresh;
        });
        Platform.requestNextPulse();
        try {
            drawn.await(MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.runLater(() -> StageFrame.mark(stage));
        return stage;
    }

    private static Stage stage(double width, double height, Theme theme) {
        Palette palette = theme.palette();
        Pane pane = new Pane();
        Rectangle bar = new Rectangle(0, 0, width, BAR);
        bar.setFill(palette.panel().fx());
        bar.widthProperty().bind(pane.widthProperty());
        Text name = new Text(EDGE, BASE, "Downhill");
        name.setFill(palette.text().fx());
        name.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, SIZE));
        pane.getChildren().addAll(bar, name);
        Stage stage = new Stage();
        stage.setScene(new Scene(pane, width, height, palette.page().fx()));
        StageFrame.prepare(stage, width, height);
        return stage;
    }
}
