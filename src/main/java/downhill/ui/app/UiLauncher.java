package downhill.ui.app;

import downhill.cli.InputException;
import downhill.cli.WindowLauncher;
import downhill.engine.Threads;
import downhill.engine.Backend;
import downhill.engine.UnavailableException;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.document.Experiment;
import downhill.store.Autosave;
import downhill.store.ExperimentStore;
import downhill.store.OpenedExperiment;
import downhill.store.OpenedSession;
import downhill.store.Policy;
import downhill.store.SessionStore;
import downhill.ui.fx.FxToolkit;
import downhill.ui.fx.Headless;
import downhill.ui.fx.inner.OpenedFiles;
import downhill.ui.fx.Images;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import downhill.ui.window.FileActions;
import downhill.ui.window.MainWindow;
import downhill.words.Said;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.slf4j.LoggerFactory;

/** The window behind the commands. The log is made ready when something is logged: it takes as long as the window's frame. */
public final class UiLauncher implements WindowLauncher {
    /** Shorter turns are all noise. */
    private static final int LEAST_BENCH_SECONDS = 36;
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final Path settings;
    private final Policy policy;
    private EarlyFrame early;
    private Supplier<AppWindow> made;

    /**
     * Under a policy.
     *
     * @param usual the folder in which the list of recent files, the language and the theme are kept, unless the policy names another
     */
    public UiLauncher(Path usual, Policy policy) {
        this.policy = policy;
        settings = policy.keepIn() == null ? usual : policy.keepIn();
    }

    /**
     * For a program that is going to {@link #open} the window whatever comes, and on no file: its frame is shown before anything else is
     * made ready, and what fills it is made while the command line is read. Where that fails, {@link #open} says why.
     */
    public void ahead() {
        if (WindowStart.isMeasured()) {
            drawJustTheWindow();
        }
        if (!Headless.prepare() || WindowStart.isMeasured()) {
            try {
                early = frame();
                made = FxToolkit.begin(() -> window(early, true));
            } catch (UnavailableException e) {
                early = null;
            }
        }
    }

    private EarlyFrame frame() {
        return EarlyFrame.show(WIDTH, HEIGHT, looks().theme());
    }

    /** The whole window in the place of its frame, in the language that was kept. FX thread. */
    private AppWindow window(EarlyFrame frame, boolean asked) {
        KeptLooks looks = looks();
        looks.speak();
        return AppWindow.show(frame.stage(), WIDTH, HEIGHT, files(), looks.theme(), policy.hidden(), window -> begin(window, asked));
    }

    private KeptLooks looks() {
        return new KeptLooks(settings.resolve("looks.txt"), policy.language());
    }

    @Override
    public int open(Path file, PrintWriter out) {
        return open(file, null, out);
    }

    private int open(Path file, String lesson, PrintWriter out) {
        Path autosave = settings.resolve("autosave");
        boolean headless = Headless.prepare();
        if (headless && !WindowStart.isMeasured()) {
            tellOfLeftovers(autosave, true, out);
            return new HeadlessDemo(files(), out).run(file);
        }
        EarlyFrame frame = early == null ? frame() : early;
        CountDownLatch closed = new CountDownLatch(1);
        KeptLooks looks = looks();
        boolean asked = file == null && lesson == null;
        try (AppWindow app = made == null ? FxToolkit.call(() -> window(frame, asked)) : made.get()) {
            if (WindowStart.isMeasured()) {
                return WindowStart.report(app, frame, out);
            }
            FxToolkit.run(() -> {
                looks.follow(app.window().scene());
                app.window().allowHints(looks.hints(), looks::hintGone);
                looks.keepFolds(app.window().parts().folded());
                looks.keepSwitch("ask", app.window().parts().askedProperty());
                app.stage().setOnHidden(event -> closed.countDown());
                OpenedFiles.listen(handed -> handed.stream().findFirst().ifPresent(app.window().files()::open)); // it has one experiment
                if (file != null) {
                    load(app, file);
                } else if (lesson != null) {
                    app.window().files().openLesson(lesson);
                }
            });
            afterwards(() -> {
                warmUp();
                tellOfLeftovers(autosave, false, out);
                Platform.runLater(() -> keepWork(app, autosave, closed));
            });
            await(closed);
            FxToolkit.run(() -> looks.release(app.window().scene()));
        }
        return 0;
    }

    @Override
    public int lesson(String lesson, PrintWriter out) {
        return open(null, lesson, out);
    }

    @Override
    public int screenshot(Path experiment, Path png, int width, int height, long steps) {
        OpenedSession whole = SessionStore.isSession(experiment) ? SessionStore.read(experiment) : null;
        OpenedExperiment opened = whole == null ? ExperimentStore.read(experiment) : null;
        System.setProperty(Headless.FORCED, "true");
        FxToolkit.start();
        try (AppWindow app = AppWindow.show(width, height, files())) {
            FxToolkit.run(() -> {
                if (whole != null) {
                    app.session().resume(whole, experiment, false);
                } else {
                    app.session().open(opened.experiment(), experiment, opened.folder());
                }
            });
            RaceSnapshot ready = app.await(now -> now.state() == RaceState.PAUSED || now.state() == RaceState.ENDED, PATIENCE);
            check(app, ready);
            long wanted = whole != null ? Math.max(0, steps - ready.step()) : withinBudget(steps, opened.experiment());
            if (wanted > 0) {
                FxToolkit.run(() -> app.session().race().step((int) Math.min(Integer.MAX_VALUE, wanted)));
                check(app, app.await(now -> now.state() == RaceState.ENDED || now.state() == RaceState.PAUSED
                        && now.step() >= ready.step() + wanted, PATIENCE));
            }
            app.awaitLandscapes(SETTLING);
            write(app, png, width, height);
        }
        return 0;
    }

    @Override
    public StartFigures start() {
        return WindowStart.measure();
    }

    /** The screen in memory is cleared as a whole for each frame, which no real screen asks of a program. */
    private static void drawJustTheWindow() {
        System.setProperty("headless.geometry", (int) WIDTH + "x" + (int) HEIGHT + "-32");
    }

    @Override
    public WindowFigures bench(int seconds) {
        System.setProperty(Headless.FORCED, "true");
        drawJustTheWindow();
        FxToolkit.start();
        return new WindowBench(files()).run(Duration.ofSeconds(Math.max(LEAST_BENCH_SECONDS, seconds)));
    }

    private static void keepWork(AppWindow app, Path autosave, CountDownLatch closed) {
        if (closed.getCount() > 0) {
            app.keepWork(autosave);
        }
    }

    /** Beside the window, which is there already. */
    private static void afterwards(Runnable work) {
        Threads.start("left-work", work);
    }

    /** A person who starts the program from a terminal hears there too that work was left. */
    private static long withinBudget(long steps, Experiment document) {
        long budget = document.training().steps();
        return steps < 0 ? budget : Math.min(steps, budget);
    }

    private static void tellOfLeftovers(Path autosave, boolean headless, PrintWriter out) {
        for (Autosave.Leftover left : Autosave.leftovers(autosave)) {
            if (left.problem() != null) {
                out.println("Downhill ended without being closed, and what it kept cannot be opened: " + left.problem());
            } else {
                out.println("Downhill ended without being closed. \"" + left.info().title() + "\" at step " + left.info().step()
                        + ", kept at " + KeptWork.time(left.info().saved()) + ", is in " + left.file()
                        + (headless ? "." : "; the window offers to open it."));
            }
        }
        out.flush();
    }

    /** A person without a file is asked what to begin with. */
    private static void begin(MainWindow window, boolean asked) {
        if (asked) {
            window.showStart();
        }
    }

    /** The natives take seconds to load: they may do so while a person reads. What is wrong with them is told when a race needs them. */
    private static void warmUp() {
        try {
            Backend.current();
        } catch (UnavailableException e) {
            LoggerFactory.getLogger(UiLauncher.class).debug("The engine cannot be loaded ahead", e);
        }
    }

    static void load(AppWindow app, Path file) {
        if (file == null) {
            app.session().race().speedProperty().set(Demo.SPEED);
            app.session().open(Demo.experiment(Messages.text("demo.title")), null, null);
            app.session().race().start();
        } else if (FileActions.isExperiment(file)) {
            app.window().files().open(file);
        } else {
            app.session().open(Demo.experiment(Messages.text("demo.title")), null, null);
            app.window().files().open(file);
        }
    }

    static void check(AppWindow app, RaceSnapshot now) {
        if (now.state() == RaceState.FAILED || !app.problem().isEmpty()) {
            throw new InputException(now.message() == null ? Said.plain(app.problem()) : now.message());
        }
    }

    private static void write(AppWindow app, Path png, int width, int height) {
        try {
            Images.writePng(app.picture(Theme.LIGHT, width, height), png);
        } catch (IOException e) {
            throw new InputException(Said.of("cli.picture", png, e.getMessage()));
        }
    }

    private StoredFiles files() {
        return new StoredFiles(settings.resolve("recent.txt"));
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
