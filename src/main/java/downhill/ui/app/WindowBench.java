package downhill.ui.app;

import downhill.cli.WindowLauncher.WindowFigures;
import downhill.data.Progress;
import downhill.data.source.DataSources;
import downhill.optim.RuleLibrary;
import downhill.race.Experiment;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.TrainingSpec;
import downhill.ui.fx.FrameStats;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.session.ExperimentFiles;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Four contenders flat out in a window of 1440×900 drawn into memory, and the same race unseen. */
final class WindowBench {
    private static final long BUDGET = 1_000_000_000L;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ExperimentFiles files;

    WindowBench(ExperimentFiles files) {
        this.files = files;
    }

    WindowFigures run(Duration length) {
        Experiment experiment = experiment();
        double alone = alone(experiment, length);
        try (AppWindow app = AppWindow.show(1440, 900, files)) {
            FxToolkit.run(() -> {
                app.session().open(experiment, null, null);
                app.session().race().start();
            });
            RaceSnapshot started = app.await(now -> now.state() == RaceState.RUNNING, PATIENCE);
            UiLauncher.check(app, started);
            sleep(WARM_UP);
            FxToolkit.run(app.window().pump()::resetStats);
            long frames = drawings(app);
            long step = app.snapshot().step();
            long begin = System.nanoTime();
            sleep(length);
            double seconds = (System.nanoTime() - begin) / 1e9;
            FrameStats stats = FxToolkit.call(app.window().pump()::stats);
            return new WindowFigures((drawings(app) - frames) / seconds, stats.workMillisP95(), stats.longestStallMillis(),
                    (app.snapshot().step() - step) / seconds, alone);
        }
    }

    private static long drawings(AppWindow app) {
        return FxToolkit.call(() -> app.window().parts().race().drawings());
    }

    private static Experiment experiment() {
        Experiment demo = Demo.experiment(Messages.text("demo.title"));
        return demo.withTraining(TrainingSpec.of(BUDGET, demo.training().batchSize()));
    }

    private static double alone(Experiment experiment, Duration length) {
        try (Race race = Race.open(experiment, (spec, progress) -> DataSources.prepare(spec, null, Progress.NONE), RuleLibrary.builtIn(),
                RaceOptions.besideWindow())) {
            race.start();
            race.await(now -> now.state() == RaceState.RUNNING, PATIENCE.toSeconds(), TimeUnit.SECONDS);
            sleep(WARM_UP);
            long step = race.snapshot().step();
            long begin = System.nanoTime();
            sleep(length);
            return (race.snapshot().step() - step) / ((System.nanoTime() - begin) / 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }

    private static void sleep(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
