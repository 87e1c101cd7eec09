package downhill.lesson;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.optim.RuleLibrary;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceRunner;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.SavedCourse;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** An experiment that is run step by step without a window, as a lesson does it. */
final class LessonRace implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;

    private final Race race;
    private final Progress progress;

    /** Ready to run; data files are not for lessons, so no folder is asked. */
    LessonRace(Experiment experiment, Progress progress) {
        this.progress = progress;
        Prepared data = experiment.problem() instanceof Problem.Learning learning
                ? DataSources.prepare(learning.data(), null, progress) : null;
        race = Race.open(experiment, data, RuleLibrary.complete(), RaceOptions.alone());
        try {
            RaceRunner.prepare(race, progress);
        } catch (RuntimeException | Error failed) {
            race.close();
            throw failed;
        }
    }

    long step() {
        return race.snapshot().step();
    }

    /** On to a step, or to the end where all have ended before; how it stands then. */
    Situation to(long step) {
        if (step > step() && !over(race.snapshot())) {
            race.step(step - step());
            try {
                RaceSnapshot now = race.snapshot();
                while (!over(now) && (now.step() < step || now.state() == RaceState.RUNNING)) {
                    now = race.await(seen -> over(seen) || seen.step() >= step && seen.state() != RaceState.RUNNING, LOOK_MILLIS,
                            TimeUnit.MILLISECONDS);
                    if (progress.cancelled()) {
                        throw new CancellationException("cancelled");
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
        return Situation.of(race);
    }

    /** What each contender has done so far. */
    List<SavedCourse> courses() {
        return race.checkpoint().join().courses();
    }

    private static boolean over(RaceSnapshot snapshot) {
        return snapshot.state() == RaceState.ENDED || snapshot.state() == RaceState.FAILED || snapshot.state() == RaceState.CLOSED;
    }

    @Override
    public void close() {
        race.close();
    }
}
