package downhill.ui.app;

import downhill.cli.InputException;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.RaceState;
import downhill.race.Racing;
import downhill.ui.fx.FxToolkit;
import downhill.ui.fx.Images;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Demo;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.LoadedData;
import downhill.ui.theme.Theme;
import downhill.ui.window.FileActions;
import downhill.words.Said;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Where there is no display: the same window in memory, its pictures in {@code target/demo}, its results on the terminal. */
final class HeadlessDemo {
    private static final Path FOLDER = Path.of("target/demo");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final double[][] SIZES = {{1440, 900}, {1100, 700}};
    private static final double MIDDLE = 0.206;

    private final ExperimentFiles files;
    private final PrintWriter out;

    HeadlessDemo(ExperimentFiles files, PrintWriter out) {
        this.files = files;
        this.out = out;
    }

    int run(Path file) {
        Path folder = folder();
        out.println("No display here: the window is drawn into memory; its pictures go to " + folder + ".");
        out.flush();
        FxToolkit.start();
        try (AppWindow app = AppWindow.show(SIZES[0][0], SIZES[0][1], files)) {
            FxToolkit.run(() -> {
                load(app, file);
                app.session().race().pause();
                app.session().race().speedProperty().set(Racing.FLAT_OUT);
            });
            UiLauncher.check(app, app.await(now -> now.state() == RaceState.PAUSED, PATIENCE));
            pictures(app, "start");
            long budget = FxToolkit.call(() -> app.session().experiment().training().steps());
            long middle = Math.max(1, Math.round(MIDDLE * budget));
            FxToolkit.run(() -> app.session().race().step((int) Math.min(Integer.MAX_VALUE, middle)));
            app.await(now -> now.state() == RaceState.ENDED || now.state() == RaceState.PAUSED && now.step() >= middle, PATIENCE);
            pictures(app, "middle");
            FxToolkit.run(() -> app.session().race().start());
            RaceSnapshot end = app.await(now -> now.state() == RaceState.ENDED, PATIENCE);
            pictures(app, "end");
            results(app, end);
        }
        return 0;
    }

    /** Made before anything is drawn: where it cannot be, nothing of what follows is of use. */
    private static Path folder() {
        Path folder = FOLDER.toAbsolutePath();
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InputException(Said.of("cli.demo.folder", folder));
        }
    }

    /** A table is raced at once by the demonstration's contenders: nobody is there to take its preview. */
    private static void load(AppWindow app, Path file) {
        if (file == null || FileActions.isExperiment(file)) {
            UiLauncher.load(app, file);
            return;
        }
        LoadedData data = LoadedData.load(DataSpec.of(new DataSource.CsvFile(file.toAbsolutePath().normalize().toString())), null,
                Progress.NONE);
        if (!data.isUsable()) {
            throw new InputException(Said.of("cli.of", file, data.problem()));
        }
        app.session().open(data.in(Demo.experiment("")).withTitle(Messages.text("data.experiment", file.getFileName().toString())),
                null, null);
    }

    private void pictures(AppWindow app, String moment) {
        app.awaitLandscapes(SETTLING);
        for (double[] size : SIZES) {
            for (Theme theme : Theme.values()) {
                String name = moment + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + (int) size[0] + "x" + (int) size[1] + ".png";
                try {
                    Images.writePng(app.picture(theme, size[0], size[1]), FOLDER.resolve(name));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void results(AppWindow app, RaceSnapshot end) {
        out.println(FxToolkit.call(() -> app.session().experiment().title()));
        String form = "%-20s %-14s %8s %12s %16s %12s%n";
        out.printf(Locale.ROOT, form, "contender", "outcome", "steps", "loss", "validation loss", "metric");
        for (Standing one : end.contenders()) {
            String name = FxToolkit.call(() -> app.session().experiment().contenders().stream().filter(spec -> spec.id().equals(one.id()))
                    .findFirst().map(spec -> spec.name()).orElse(one.id()));
            out.printf(Locale.ROOT, form, name, one.outcome().name().toLowerCase(Locale.ROOT), Numbers.count(one.step()),
                    Numbers.format(one.loss()),
                    Numbers.format(one.validationLoss()), (one.metricName() == null ? "" : one.metricName() + " ")
                            + Numbers.format(one.metric()));
        }
        out.println("Pictures: " + FOLDER.toAbsolutePath());
        out.flush();
    }
}
