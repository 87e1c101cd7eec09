package downhill.ui.app;

import downhill.cli.WindowLauncher.WindowFigures;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.engine.Cores;
import downhill.optim.RuleLibrary;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.Racing;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.ui.fx.FrameStats;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.session.ExperimentFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Four contenders flat out in a window of 1440×900 drawn into memory, a million steps recorded, with the run doctor looking and
 * without, and the same race unseen. They run in turns of a few seconds, because a shared machine is a tenth faster or slower from one
 * minute to the next, and only once the compiler of the virtual machine rests, which shares the processor with them at first.
 */
final class WindowBench {
    private static final long BUDGET = 1_000_000_000L;
    private static final long RECORDED_STEPS = 1_000_000;
    private static final int TURNS = 6;
    /** With the doctor, without it, and unseen. */
    private static final int WAYS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SETTLING = Duration.ofMillis(300);

    private final ExperimentFiles files;
    private final List<Double> seen = new ArrayList<>();
    private final List<Double> undoctored = new ArrayList<>();
    private final List<Double> unseen = new ArrayList<>();
    private final List<Double> frames = new ArrayList<>();
    private final FrameStats work = new FrameStats();

    WindowBench(ExperimentFiles files) {
        this.files = files;
    }

    /** Measures for about {@code length} in all, two thirds of it with the window. */
    WindowFigures run(Duration length) {
        Experiment experiment = experiment();
        Duration turn = length.dividedBy(WAYS * TURNS);
        Prepared data = DataSources.prepare(((Problem.Learning) experiment.problem()).data(), null, Progress.NONE);
        try (Race alone = Race.open(experiment, data, RuleLibrary.builtIn(),
                RaceOptions.besideWindow()); AppWindow app = AppWindow.show(1440, 900, files)) {
            warmUp(alone);
            warmUp(app, experiment);
            for (int i = 0; i < TURNS; i++) {
                unseen.add(unseen(alone, turn));
                undoctored.add(seenWithoutDoctor(app, turn));
                seen.add(seen(app, turn));
            }
        }
        Cores cores = Cores.here();
        return new WindowFigures(median(frames), work.workMillisP95(), work.longestStallMillis(), median(seen), median(undoctored),
                median(unseen), cores.processors(), cores.relation());
    }

    private static Experiment experiment() {
        Experiment demo = Demo.experiment(Messages.text("demo.title"));
        return demo.withTraining(TrainingSpec.of(BUDGET, demo.training().batchSize()));
    }

    private static void warmUp(Race alone) {
        alone.start();
        await(alone, RaceState.RUNNING);
        while (alone.snapshot().step() < RECORDED_STEPS && alone.snapshot().state() == RaceState.RUNNING) {
            sleep(SETTLING);
        }
        alone.pause();
        await(alone, RaceState.PAUSED);
    }

    private static void warmUp(AppWindow app, Experiment experiment) {
        FxToolkit.run(() -> {
            app.session().open(experiment, null, null);
            app.session().race().start();
        });
        UiLauncher.check(app, app.await(now -> now.state() == RaceState.RUNNING, PATIENCE));
        app.await(now -> now.step() >= RECORDED_STEPS, PATIENCE);
        Compiler.awaitRest();
        FxToolkit.run(() -> app.session().race().pause());
        app.await(now -> now.state() == RaceState.PAUSED, PATIENCE);
    }

    private static double unseen(Race alone, Duration turn) {
        alone.start();
        await(alone, RaceState.RUNNING);
        sleep(SETTLING);
        double speed = stepsPerSecond(alone, turn);
        alone.pause();
        await(alone, RaceState.PAUSED);
        return speed;
    }

    private double seen(AppWindow app, Duration turn) {
        Racing race = begun(app);
        FxToolkit.run(app.window().pump()::resetStats);
        long drawn = drawings(app);
        long begin = System.nanoTime();
        double speed = stepsPerSecond(race, turn);
        frames.add((drawings(app) - drawn) * 1e9 / (System.nanoTime() - begin));
        work.addAll(FxToolkit.call(app.window().pump()::stats));
        rest(app);
        return speed;
    }

    private static double seenWithoutDoctor(AppWindow app, Duration turn) {
        doctor(app, false);
        double speed = stepsPerSecond(begun(app), turn);
        rest(app);
        doctor(app, true);
        return speed;
    }

    /** The run doctor looks, as it does wherever the race is in view, or not. */
    private static void doctor(AppWindow app, boolean on) {
        FxToolkit.run(() -> app.window().parts().doctor().setActive(on));
    }

    private static Racing begun(AppWindow app) {
        FxToolkit.run(() -> app.session().race().start());
        app.await(now -> now.state() == RaceState.RUNNING, PATIENCE);
        sleep(SETTLING);
        return FxToolkit.call(() -> app.session().race().racing());
    }

    private static void rest(AppWindow app) {
        FxToolkit.run(() -> app.session().race().pause());
        app.await(now -> now.state() == RaceState.PAUSED, PATIENCE);
        sleep(SETTLING);
    }

    private static double stepsPerSecond(Racing race, Duration turn) {
        RaceSnapshot from = race.snapshot();
        long begin = System.nanoTime();
        sleep(turn);
        return (race.snapshot().step() - from.step()) * 1e9 / (System.nanoTime() - begin);
    }

    private static long drawings(AppWindow app) {
        return FxToolkit.call(() -> app.window().parts().race().drawings());
    }

    private static void await(Race race, RaceState state) {
        try {
            race.await(now -> now.state() == state, PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static void sleep(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
