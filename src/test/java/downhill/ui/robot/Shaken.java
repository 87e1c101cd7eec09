package downhill.ui.robot;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.document.Experiment;
import downhill.store.SessionStore;
import downhill.ui.app.StoredFiles;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.session.LoadedData;
import downhill.ui.session.RaceOpener;
import downhill.ui.session.Session;
import downhill.ui.theme.Theme;
import downhill.ui.window.MainWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The real window over the real engine, opened as a script says. */
final class Shaken implements AutoCloseable {
    /** Frames, each of which comes when all that was asked before is done. */
    private static final int PATIENCE_FRAMES = 6000;
    private static final int SAVED_AT = 30;

    final Belongings files;
    final Session session;
    final MainWindow window;
    final Stage stage;
    private final Path folder;

    Shaken(Script script) {
        folder = temporary();
        files = new Belongings(folder);
        FxExecutor work = FxExecutor.threads(2, "robot-work");
        RuleLibrary rules = RuleLibrary.builtIn();
        session = FxToolkit.call(() -> {
            Messages.languageProperty().set(script.language());
            return new Session(RaceOpener.of(rules, RaceOptions.besideWindow()), work, rules);
        });
        window = FxToolkit.call(() -> new MainWindow(session, work, new StoredFiles(folder.resolve("recent.txt")), files, script.width(),
                script.height()));
        stage = FxToolkit.call(this::shown);
        begin(script.start());
    }

    private Stage shown() {
        Stage now = new Stage();
        Theme.LIGHT.apply(window.scene());
        now.setScene(window.scene());
        now.setOnCloseRequest(event -> {
            event.consume();
            window.requestClose();
        });
        now.show();
        now.requestFocus();
        window.start();
        return now;
    }

    private void begin(Start start) {
        if (start == Start.UNREADABLE) {
            FxToolkit.run(() -> window.files().open(files.of("broken.json"))); // and the robot does not wait for it
            return;
        }
        FxToolkit.run(() -> session.open(start.table() == null ? start.document() : learning(start.table()), null, null));
        until(() -> isReady() || !session.problemProperty().get().isEmpty());
        if (start == Start.SESSION) {
            FxToolkit.run(() -> session.race().step(SAVED_AT));
            until(() -> now().step() == SAVED_AT);
            reopen();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("robot");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Experiment learning(String table) {
        LoadedData data = LoadedData.load(DataSpec.of(new DataSource.CsvFile(files.of(table).toString())), null, Progress.NONE);
        return data.in(Demo.experiment("")).withTitle(table);
    }

    private void reopen() {
        Path file = files.of("session.downhill");
        FxToolkit.run(() -> window.files().files().writeSession(session.saving(), file));
        FxToolkit.run(() -> session.resume(SessionStore.read(file), file, false));
        until(this::isReady);
    }

    private boolean isReady() {
        return session.race().isOpen() && now().state() == RaceState.PAUSED;
    }

    RaceSnapshot now() {
        return session.snapshotProperty().get();
    }

    /** Waits for frames until something holds, asked on the FX thread; gives whether it came. */
    boolean until(BooleanSupplier condition) {
        for (int frame = 0; frame < PATIENCE_FRAMES; frame++) {
            if (FxToolkit.call(condition::getAsBoolean)) {
                return true;
            }
            FxTest.nextFrame();
        }
        return false;
    }

    /** Whether nothing is being made that a person would wait for. */
    boolean isAtRest() {
        return session.experiment() == null || !session.problemProperty().get().isEmpty() || session.race().isOpen()
                && now().state() != RaceState.PREPARING
                && now().state() != RaceState.RUNNING;
    }

    /** All windows that a person sees: this one and what has popped up over it. */
    List<Window> windows() {
        return Stream.concat(Stream.of((Window) stage), Window.getWindows().stream().filter(one -> one != stage && one.isShowing()
                && one.getScene() != null)).toList();
    }

    @Override
    public void close() {
        FxToolkit.run(() -> {
            Window.getWindows().stream().filter(one -> one != stage).toList().forEach(Window::hide);
            window.dispose();
            stage.close();
            session.close();
            Messages.languageProperty().set(Language.ENGLISH);
        });
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
