package downhill.ui.window;

import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.document.Experiment;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.FxToolkit;
import downhill.ui.fx.Screenshots;
import downhill.ui.session.RaceOpener;
import downhill.ui.session.Session;
import downhill.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** The real window over the real engine, in memory, for tests. */
public final class LiveWindow implements AutoCloseable {
    private final Session session;
    private final MainWindow window;
    private final Stage stage;

    private LiveWindow(Session session, MainWindow window, Stage stage) {
        this.session = session;
        this.window = window;
        this.stage = stage;
    }

    /** Opens {@code document} in a window of this size; the race is being made ready when this returns. */
    public static LiveWindow open(Experiment document, double width, double height) {
        return FxToolkit.call(() -> {
            FxExecutor work = FxExecutor.threads(2, "test-window");
            RuleLibrary rules = RuleLibrary.builtIn();
            Session session = new Session(RaceOpener.of(rules, RaceOptions.besideWindow()), work, rules);
            MainWindow window = new MainWindow(session, work, new NoFiles(), new NoPicker(), width, height);
            Theme.LIGHT.apply(window.scene());
            Stage stage = new Stage();
            stage.setScene(window.scene());
            stage.show();
            window.start();
            session.open(document, null, null);
            return new LiveWindow(session, window, stage);
        });
    }

    public Session session() {
        return session;
    }

    public MainWindow window() {
        return window;
    }

    /** What a person would see. */
    public BufferedImage picture() {
        return FxToolkit.call(() -> {
            Screenshots.of(window.scene(), 1);
            return Screenshots.of(window.scene(), 1);
        });
    }

    /** Writes a picture below target/screenshots. */
    public void write(String name) {
        FxToolkit.run(() -> {
            try {
                Screenshots.write(window.scene(), Path.of("target/screenshots/" + name + ".png"), 1);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /** Puts the focus on a node, as the Tab key would. */
    public void focus(String id) {
        FxToolkit.run(() -> window.scene().lookup(id).requestFocus());
    }

    /** Presses and releases a key where the focus is. */
    public void press(KeyCode code) {
        FxToolkit.run(() -> {
            for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(window.scene().getFocusOwner(), new KeyEvent(type, "", code.getName(), code, false, false, false, false));
            }
        });
    }

    /** Types into the field that has the focus, in place of what stands there. */
    public void type(String text) {
        FxToolkit.run(() -> ((TextInputControl) window.scene().getFocusOwner()).setText(text));
    }

    @Override
    public void close() {
        FxToolkit.run(() -> {
            window.dispose();
            stage.close();
            session.close();
        });
    }
}
