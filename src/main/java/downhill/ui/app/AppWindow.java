package downhill.ui.app;

import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.FxToolkit;
import downhill.ui.fx.Screenshots;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.RaceOpener;
import downhill.ui.session.Session;
import downhill.ui.theme.Theme;
import downhill.ui.window.ChooserPicker;
import downhill.ui.window.MainWindow;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** The real window on a stage of its own, driven from a thread that is not the toolkit's. */
final class AppWindow implements AutoCloseable {
    private static final long LOOK_NANOS = 5_000_000L;

    private final Session session;
    private final MainWindow window;
    private final Stage stage;
    private final Unforeseen unforeseen;
    private KeptWork kept;

    private AppWindow(Session session, MainWindow window, Stage stage, Unforeseen unforeseen) {
        this.session = session;
        this.window = window;
        this.stage = stage;
        this.unforeseen = unforeseen;
    }

    /** Shows an empty, light window; the engine is not touched. The toolkit must run. */
    static AppWindow show(double width, double height, ExperimentFiles files) {
        return show(FxToolkit.call(Stage::new), width, height, files, Theme.LIGHT, List.of(), window -> { });
    }

    /** The same in {@code theme} on a stage that may be in view already, with all workspaces on offer. */
    static AppWindow show(Stage stage, double width, double height, ExperimentFiles files, Theme theme, Consumer<MainWindow> first) {
        return show(stage, width, height, files, theme, List.of(), first);
    }

    /**
     * The same in {@code theme} on a stage that may be in view already; what {@code first} puts into view is what has to be dressed for the
     * first frame. Workspaces of {@code hidden} ids are not offered.
     */
    static AppWindow show(Stage stage, double width, double height, ExperimentFiles files, Theme theme, List<String> hidden,
                          Consumer<MainWindow> first) {
        return FxToolkit.call(() -> {
            theme.ahead();
            FxExecutor work = FxExecutor.threads(2, "window-work");
            RuleLibrary rules = RuleLibrary.builtIn();
            Session session = new Session(RaceOpener.of(rules, RaceOptions.besideWindow()), work, rules);
            MainWindow window = new MainWindow(session, work, files, new ChooserPicker(() -> stage), width, height, hidden);
            theme.apply(window.scene());
            first.accept(window);
            stage.setScene(window.scene());
            if (!stage.isShowing()) {
                StageFrame.prepare(stage, width, height);
                StageFrame.mark(stage);
            }
            stage.setOnCloseRequest(event -> {
                event.consume();
                window.requestClose();
            });
            window.setOnClose(stage::hide);
            stage.show();
            window.start();
            return new AppWindow(session, window, stage, Unforeseen.here(window::complain));
        });
    }

    /** Keeps the open work in a folder, and offers what was left there. FX thread. */
    void keepWork(Path folder) {
        kept = KeptWork.of(window, folder);
    }

    Session session() {
        return session;
    }

    MainWindow window() {
        return window;
    }

    Stage stage() {
        return stage;
    }

    RaceSnapshot snapshot() {
        return FxToolkit.call(() -> session.snapshotProperty().get());
    }

    /** What keeps the race from running; empty where nothing does. */
    String problem() {
        return FxToolkit.call(() -> session.problemProperty().get());
    }

    /** Waits until the race stands as wanted, has failed, or time is over; gives how it stands then. */
    RaceSnapshot await(Predicate<RaceSnapshot> wanted, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        RaceSnapshot now = snapshot();
        while (!wanted.test(now) && now.state() != RaceState.FAILED && problem().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
            now = snapshot();
        }
        return now;
    }

    /** Waits until the landscapes in view show where the contenders stand now, {@code most} at most. */
    void awaitLandscapes(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < end && !FxToolkit.call(() -> window.parts().hasLandscapesSettled())) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /**
     * The window in another size and theme, as a person would see it. The stage keeps its size: the headless toolkit
     * stumbles over stages that grow.
     */
    BufferedImage picture(Theme theme, double width, double height) {
        return FxToolkit.call(() -> {
            Region root = (Region) window.scene().getRoot();
            theme.apply(window.scene());
            root.resize(width, height);
            Screenshots.of(window.scene(), 1); // zones fold and lists fill on the first layout
            BufferedImage picture = Screenshots.of(window.scene(), 1);
            root.resize(window.scene().getWidth(), window.scene().getHeight());
            return picture.getSubimage(0, 0, (int) width, (int) height);
        });
    }

    @Override
    public void close() {
        FxToolkit.run(() -> {
            if (kept != null) {
                kept.close();
            }
            window.dispose();
            stage.hide();
            session.close();
            unforeseen.close();
        });
    }
}
