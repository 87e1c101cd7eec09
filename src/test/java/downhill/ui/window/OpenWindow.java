package downhill.ui.window;

import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.document.Experiment;
import downhill.race.document.Roster;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.FxToolkit;
import downhill.ui.fx.Screenshots;
import downhill.ui.session.MadeUpRace;
import downhill.ui.session.RaceOpener;
import downhill.ui.session.Session;
import downhill.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** A window over made-up races, with files in memory, for tests. */
final class OpenWindow implements AutoCloseable {
    final List<MadeUpRace> races = new CopyOnWriteArrayList<>();
    final NoFiles files = new NoFiles();
    final NoPicker picker = new NoPicker();
    final Session session;
    final MainWindow window;
    final Stage stage;
    private Path folder;

    OpenWindow(double width, double height) {
        this(width, height, null);
    }

    /** Over races of the engine. */
    static OpenWindow live(double width, double height) {
        return new OpenWindow(width, height, RaceOpener.of(RuleLibrary.builtIn(), RaceOptions.besideWindow()));
    }

    /** Over races that {@code opener} makes; made-up ones where it is null. */
    OpenWindow(double width, double height, RaceOpener opener) {
        this(width, height, opener, List.of());
    }

    /** The same without the workspaces of {@code hidden} ids. */
    OpenWindow(double width, double height, RaceOpener opener, List<String> hidden) {
        FxExecutor work = FxExecutor.threads(1, "test-work");
        RaceOpener races = opener != null ? opener : (document, prepared, from) -> madeUp(document);
        session = FxToolkit.call(() -> new Session(races, work, RuleLibrary.builtIn()));
        window = FxToolkit.call(() -> new MainWindow(session, work, files, picker, width, height, hidden));
        stage = FxToolkit.call(() -> {
            Stage shown = new Stage();
            Theme.LIGHT.apply(window.scene());
            shown.setScene(window.scene());
            shown.show();
            shown.requestFocus();
            window.start();
            return shown;
        });
    }

    private MadeUpRace madeUp(Roster document) {
        MadeUpRace race = new MadeUpRace(document);
        races.add(race);
        return race;
    }

    /** Presses and releases a key where the focus is. */
    void press(KeyCode code, KeyCode... held) {
        FxToolkit.run(() -> {
            List<KeyCode> with = List.of(held);
            Node target = window.scene().getFocusOwner() == null ? window.scene().getRoot() : window.scene().getFocusOwner();
            for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(target, new KeyEvent(type, "", code.getName(), code, with.contains(KeyCode.SHIFT),
                        with.contains(KeyCode.CONTROL),
                        with.contains(KeyCode.ALT), false));
            }
        });
    }

    /** Types into the field that has the focus, in place of what stands there. */
    void type(String text) {
        FxToolkit.run(() -> ((TextInputControl) window.scene().getFocusOwner()).setText(text));
    }

    void open(Experiment experiment) {
        FxToolkit.run(() -> session.open(experiment, null, null));
    }

    /** An empty folder, gone when the window is closed. */
    Path folder() {
        try {
            folder = folder == null ? Files.createTempDirectory("open-window") : folder;
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeFolder() {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The race of the experiment, not that of the lab; the one made last where it has not reached the window yet. */
    MadeUpRace race() {
        return session.race().racing() instanceof MadeUpRace present ? present : races.get(races.size() - 1);
    }

    BufferedImage picture(Theme theme, int width, int height) {
        return FxToolkit.call(() -> {
            Region root = (Region) window.scene().getRoot();
            theme.apply(window.scene());
            root.resize(width, height);
            Screenshots.of(window.scene(), 1);
            BufferedImage picture = Screenshots.of(window.scene(), 1);
            root.resize(window.scene().getWidth(), window.scene().getHeight());
            return picture.getSubimage(0, 0, width, height);
        });
    }

    void write(String name, Theme theme, int width, int height) {
        try {
            downhill.ui.fx.Images.writePng(picture(theme, width, height), Path.of("target/screenshots/" + name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        FxToolkit.run(() -> {
            window.dispose();
            stage.close();
            session.close();
        });
        removeFolder();
    }
}
