package downhill.ui.session;

import downhill.race.Checkpoint;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.RecordedRace;
import downhill.race.SavedCourse;
import downhill.race.document.Experiment;
import downhill.race.history.ContenderHistory;
import downhill.words.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What a race recorded, to be looked at where the race itself cannot be made, as when its data are gone: the curves and how each
 * contender stood. Nothing is trained, and whatever is asked of it changes nothing. FX thread.
 */
final class KeptRace extends RecordedRace {
    private final Checkpoint kept;
    private final String why;
    private final Supplier<Experiment> document;
    private final Map<String, SavedCourse> courses = new HashMap<>();
    private final Map<String, ContenderHistory> histories = new HashMap<>();
    private Experiment shown;
    private long version;

    /** {@code why} says in a sentence why it does not go on; contenders are those of the {@code document} now. */
    KeptRace(Checkpoint kept, String why, Supplier<Experiment> document) {
        this.kept = kept;
        this.why = why;
        this.document = document;
        for (SavedCourse course : kept.courses()) {
            courses.put(course.id(), course);
            histories.put(course.id(), new ContenderHistory(course.history(), course.frames().get(0).runs()[0].parameters().length, 1));
        }
    }

    @Override
    public Experiment experiment() {
        return document.get();
    }

    @Override
    protected Map<String, ContenderHistory> histories() {
        return histories;
    }

    @Override
    public RaceSnapshot snapshot() {
        Experiment now = document.get();
        version += now == shown ? 0 : 1;
        shown = now;
        return new RaceSnapshot(version, RaceState.FAILED, kept.clock(), 0, 0, Said.plain(why),
                now.contenders().stream().map(one -> standing(one.id())).toList());
    }

    private RaceSnapshot.Standing standing(String id) {
        SavedCourse course = courses.get(id);
        if (course == null) {
            return new RaceSnapshot.Standing(id, Outcome.RUNNING, 0, Double.NaN, Double.NaN, null, Double.NaN, Double.NaN, 0, -1,
                    Double.NaN, null);
        }
        SavedCourse.Standing one = course.standing();
        long step = one.outcomeStep() >= 0 ? one.outcomeStep() : kept.clock();
        return new RaceSnapshot.Standing(id, one.outcome(), step, one.loss(), one.score().loss(), null, Double.NaN, one.rate(), 0,
                one.outcomeStep(), one.outcomeValue(), one.outcomeWhat());
    }

    @Override
    public List<String> parameterNames() {
        return List.of();
    }

    @Override
    public CompletableFuture<Checkpoint> checkpoint() {
        return CompletableFuture.completedFuture(kept.under(document.get()));
    }

    @Override
    public void watch(int... parameters) {
        // it does not go on
    }

    @Override
    public void start() {
        // it does not go on
    }

    @Override
    public void pause() {
        // it rests
    }

    @Override
    public void step(long count) {
        // it does not go on
    }

    @Override
    public CompletableFuture<Checkpoint> reset() {
        return CompletableFuture.completedFuture(null); // what was recorded stays
    }

    @Override
    public void setSpeed(double stepsPerSecond) {
        // it does not go on
    }

    @Override
    public void changeHyperparameter(String contender, String key, double value) {
        // it does not go on
    }

    @Override
    public void stepBack() {
        // it stays where it was saved
    }

    @Override
    public void seek(long step) {
        // it stays where it was saved
    }

    @Override
    public void close() {
        // nothing runs
    }
}
