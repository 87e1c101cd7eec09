package downhill.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.Racing.Quantity;
import downhill.race.history.Curve;
import downhill.store.SessionStore;
import downhill.ui.fx.FxToolkit;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that is open in a window outlives the window; the real window over the real engine. */
class SavedWorkTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    @TempDir
    private Path folder;

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
    }

    private AppWindow open() {
        return AppWindow.show(1100, 700, new StoredFiles(folder.resolve("recent.txt")));
    }

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!FxToolkit.call(done::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not come");
            }
            LockSupport.parkNanos(5_000_000L);
        }
    }

    private static void step(AppWindow app, int steps, long until) {
        FxToolkit.run(() -> app.session().race().step(steps));
        RaceSnapshot now = app.await(snapshot -> snapshot.state() == RaceState.PAUSED && snapshot.step() == until, PATIENCE);
        assertThat(now.step()).isEqualTo(until);
    }

    private static void openDemo(AppWindow app, Path autosave) {
        FxToolkit.run(() -> {
            app.session().open(Demo.experiment("Demo"), null, null);
            app.keepWork(autosave);
        });
        app.await(now -> now.state() == RaceState.PAUSED, PATIENCE);
    }

    private static void awaitQuestion(AppWindow app) {
        await("the question", () -> "Open the work that was left?".equals(app.window().sheets().shownTitle()));
    }

    private static Curve losses(AppWindow app) {
        return FxToolkit.call(() -> app.session().race().racing().curve("c4", Quantity.TRAINING_LOSS, 5000));
    }

    @Test
    void workLeftByAProgramThatWasKilledIsOfferedAndGoesOnWhereItWas() throws Exception {
        Path first = folder.resolve("first");
        Path second = Files.createDirectories(folder.resolve("second"));
        Curve whole;
        try (AppWindow app = open()) {
            openDemo(app, first);
            step(app, 120, 120);
            await("the autosave", () -> Files.exists(first.resolve("1.downhill"))
                    && SessionStore.info(first.resolve("1.downhill")).step() == 120);
            Files.copy(first.resolve("1.downhill"), second.resolve("1.downhill")); // what a killed process would leave
            step(app, 80, 200);
            whole = losses(app);
        }
        assertThat(first.resolve("1.downhill")).as("a window that was closed leaves nothing").doesNotExist();
        try (AppWindow app = open()) {
            openDemo(app, second);
            awaitQuestion(app);
            downhill.ui.fx.Images.writePng(app.picture(Theme.LIGHT, 1100, 700), Path.of("target/screenshots/leftover-light.png"));
            downhill.ui.fx.Images.writePng(app.picture(Theme.DARK, 1100, 700), Path.of("target/screenshots/leftover-dark.png"));
            assertThat(FxToolkit.call(() -> {
                ((Button) app.window().scene().getFocusOwner()).fire();
                return app.window().message();
            })).as("a sign at once, however long it takes").startsWith("Opening “");
            app.await(now -> now.state() == RaceState.PAUSED && now.step() == 120, PATIENCE);
            assertThat(FxToolkit.call(() -> app.window().message())).isEmpty();
            assertThat(FxToolkit.call(() -> app.session().dirtyProperty().get())).isTrue();
            step(app, 80, 200);
            assertThat(losses(app).y()).hasSize(200).isEqualTo(whole.y());
        }
    }

    @Test
    void workThatIsDeclinedIsPutAside() throws Exception {
        Path autosave = Files.createDirectories(folder.resolve("autosave"));
        SessionStore.write(autosave.resolve("1.downhill"), new downhill.race.Checkpoint(Demo.experiment("Left"), 0, 16, java.util.List.of(),
                java.util.List.of(), java.util.List.of()), folder, downhill.store.SessionPlace.NOWHERE);
        try (AppWindow app = open()) {
            openDemo(app, autosave);
            awaitQuestion(app);
            FxToolkit.run(() -> app.window().sheets().close());
            assertThat(FxToolkit.call(() -> app.window().message())).contains("1-declined.downhill");
        }
        assertThat(SessionStore.info(autosave.resolve("1-declined.downhill")).title()).isEqualTo("Left");
        assertThat(autosave.resolve("1.downhill")).doesNotExist();
    }

    @Test
    void aSessionIsSavedAndOpenedWhereItWasLeftAndAFileChangedUnderneathIsAskedAbout() throws Exception {
        Path file = folder.resolve("mine.downhill");
        Curve whole;
        try (AppWindow app = open()) {
            openDemo(app, folder.resolve("autosave"));
            step(app, 64, 64);
            FxToolkit.run(() -> app.session().markSaved(file, app.session().experiment(), 0));
            FxToolkit.run(() -> app.window().files().save());
            await("the file", () -> SessionStore.isSession(file) && !app.session().dirtyProperty().get());
            step(app, 36, 100);
            assertThat(FxToolkit.call(() -> app.session().dirtyProperty().get())).as("steps done since are not saved").isTrue();
            whole = losses(app);
            byte[] other = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(other, other.length - 1));
            FxToolkit.run(() -> app.window().files().save());
            await("a question", () -> app.window().sheets().shownTitle().equals("The file was changed by another program"));
            assertThat(Files.size(file)).isEqualTo(other.length - 1);
            FxToolkit.run(() -> app.window().sheets().close());
            Files.write(file, other);
        }
        try (AppWindow app = open()) {
            FxToolkit.run(() -> app.window().files().open(file));
            app.await(now -> now.state() == RaceState.PAUSED && now.step() == 64, PATIENCE);
            assertThat(FxToolkit.call(() -> app.session().dirtyProperty().get())).isFalse();
            assertThat(FxToolkit.call(() -> app.session().fileProperty().get())).isEqualTo(file);
            step(app, 36, 100);
            assertThat(losses(app).y()).hasSize(100).isEqualTo(whole.y());
        }
    }

    @Test
    void aMissingDataFileIsFoundAgainAndTheSessionGoesOn() throws Exception {
        Path data = folder.resolve("data.csv");
        StringBuilder rows = new StringBuilder("x,y\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i).append(',').append(3 * i + 1).append('\n');
        }
        Files.writeString(data, rows);
        Path file = folder.resolve("line.downhill");
        try (AppWindow app = open()) {
            downhill.model.ModelSpec model = new downhill.model.ModelSpec(new downhill.model.Architecture.Linear(),
                    downhill.model.Loss.MSE);
            downhill.race.document.Problem problem = new downhill.race.document.Problem.Learning(
                    downhill.data.DataSpec.of(new downhill.data.DataSource.CsvFile("data.csv")).withTarget("y"), model);
            FxToolkit.run(() -> app.session().open(Demo.experiment("Line").withProblem(problem), null, folder));
            app.await(now -> now.state() == RaceState.PAUSED, PATIENCE);
            step(app, 50, 50);
            FxToolkit.run(() -> app.session().markSaved(file, app.session().experiment(), 0));
            FxToolkit.run(() -> app.window().files().save());
            await("the file", () -> SessionStore.isSession(file));
        }
        Path moved = Files.move(data, Files.createDirectories(folder.resolve("elsewhere")).resolve("renamed.csv"));
        try (AppWindow app = open()) {
            FxToolkit.run(() -> app.window().files().open(file));
            await("the offer", () -> app.window().sheets().shownTitle().equals("The data file is missing"));
            await("the saved curves", () -> app.session().snapshotProperty().get().state() == RaceState.FAILED
                    && app.session().snapshotProperty().get().step() == 50);
            assertThat(losses(app).y()).as("curves without the data").hasSize(50);
            assertThat(FxToolkit.call(() -> app.session().problemProperty().get()))
                    .contains("data.csv", "The curves are shown as they were saved.");
            assertThat(FxToolkit.call(() -> app.window().scene().lookup("#data-card").lookupAll(".label").stream()
                    .map(label -> ((javafx.scene.control.Labeled) label).getText()).toList())).doesNotContain("Reading the data…")
                    .anyMatch(words -> words.contains("The curves are shown"));
            // looked at, and one left out
            FxToolkit.run(() -> app.session().edit(document -> document.withContenders(document.contenders().subList(1, 4))));
            assertThat(losses(app).y()).hasSize(50);
            FxToolkit.run(() -> app.session()
                    .edit(document -> document.withContenders(app.session().race().racing().experiment().contenders())));
            FxToolkit.run(() -> app.session()
                    .relocate(downhill.store.MissingData.relocated(app.session().experiment(), app.session().folder(), moved)));
            await("the race", () -> app.session().race().isOpen() && app.session().snapshotProperty().get().step() == 50);
            assertThat(losses(app).y()).hasSize(50);
        }
    }
}
