package downhill.race;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import downhill.words.RefusedException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Runs an experiment to its end on the caller's time, without a window. */
public final class RaceRunner {
    private static final long LOOK_MILLIS = 100;

    private RaceRunner() {
    }

    /**
     * Runs to the end, or until the progress says to give up.
     *
     * @param progress told the part of the budget done
     * @throws downhill.data.DataException       where the data cannot be used
     * @throws downhill.model.ModelException     where the model does not fit them
     * @throws CancellationException             where it was cancelled while preparing
     * @throws IllegalStateException             where training failed, with the reason
     */
    public static RaceResult run(Experiment experiment, Prepared data, RuleLibrary library, RaceOptions options,
                                 Progress progress) {
        try (Race race = Race.open(experiment, data, library, options)) {
            return run(race, progress);
        }
    }

    /** The same with a race that is open and has not begun; it stays open, so that its history can be read. */
    public static RaceResult run(Race race, Progress progress) {
        prepare(race, progress);
        long begin = System.nanoTime();
        race.start();
        RaceSnapshot last = watch(race, progress);
        double seconds = (System.nanoTime() - begin) * 1e-9;
        if (last.state() == RaceState.FAILED && race.failed() instanceof RefusedException reason) {
            throw reason;
        }
        if (last.state() == RaceState.FAILED) {
            throw new IllegalStateException(String.valueOf(last.message()), race.failed());
        }
        return new Summary(race, seconds).result();
    }

    /** How the contenders of a race that rests stand, as if it had been given up there. */
    public static RaceResult standing(Race race) {
        return new Summary(race, Double.NaN).result();
    }

    /**
     * Waits until the race can begin; again does nothing.
     *
     * @throws RuntimeException as {@link #run(Experiment, Prepared, RuleLibrary, RaceOptions, Progress)} says
     */
    public static void prepare(Race race, Progress progress) {
        try {
            while (!race.ready().isDone()) {
                pauseFor(race, snapshot -> snapshot.state() != RaceState.PREPARING);
                if (progress.cancelled()) {
                    throw new CancellationException("cancelled");
                }
            }
            race.ready().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(String.valueOf(race.snapshot().message()), failed.getCause());
        }
    }

    private static RaceSnapshot watch(Race race, Progress progress) {
        long budget = race.experiment().training().steps();
        while (true) {
            RaceSnapshot now = pauseFor(race, RaceRunner::over);
            progress.done(Math.min(1, (double) now.step() / budget));
            if (over(now)) {
                return now;
            }
            if (progress.cancelled()) {
                race.pause();
                return pauseFor(race, snapshot -> snapshot.state() != RaceState.RUNNING);
            }
        }
    }

    private static boolean over(RaceSnapshot snapshot) {
        return snapshot.state() == RaceState.ENDED || snapshot.state() == RaceState.FAILED
                || snapshot.state() == RaceState.CLOSED;
    }

    private static RaceSnapshot pauseFor(Race race, java.util.function.Predicate<RaceSnapshot> wanted) {
        try {
            return race.await(wanted, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
