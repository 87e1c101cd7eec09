package downhill.ui.app;

import downhill.ui.fx.FxToolkit;
import downhill.ui.theme.Theme;
import javafx.stage.Stage;

/**
 * The toolkit and the window's frame.
 *
 * @param toolkitMillis when the toolkit had started, since the start of Java
 * @param frameMillis   when the frame had been drawn
 */
record EarlyFrame(Stage stage, double toolkitMillis, double frameMillis) {

    /** Comes back once the frame has been drawn; from a thread that is not the toolkit's. */
    static EarlyFrame show(double width, double height, Theme theme) {
        FxToolkit.start();
        double toolkit = WindowStart.now();
        Stage stage = FirstFrame.show(width, height, theme);
        return new EarlyFrame(stage, toolkit, WindowStart.now());
    }
}
