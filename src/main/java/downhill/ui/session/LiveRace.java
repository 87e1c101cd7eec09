package downhill.ui.session;

import downhill.data.prepare.Prepared;
import downhill.engine.Threads;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RunState;
import downhill.optim.RuleLibrary;
import downhill.race.Checkpoint;
import downhill.race.ParameterNames;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceSnapshot;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.history.PathPoint;
import downhill.race.history.Series;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A race of the engine, beside a window. */
public final class LiveRace implements Racing {
    private final Race race;
    private List<String> names = List.of();

    private LiveRace(Race race) {
        this.race = race;
    }

    /** Makes races with the rules of {@code library}. */
    public static RaceOpener opener(RuleLibrary library, RaceOptions options) {
        return new RaceOpener() {
            @Override
            public Racing open(Experiment experiment, Prepared prepared) {
                return open(experiment, prepared, null);
            }

            @Override
            public Racing open(Experiment experiment, Prepared prepared, Checkpoint from) {
                return new LiveRace(Race.open(experiment, (spec, progress) -> prepared, library, options, from));
            }
        };
    }

    /** The race itself, for what only some screens need. */
    public Race race() {
        return race;
    }

    @Override
    public Optional<Race> engine() {
        return Optional.of(race);
    }

    @Override
    public Experiment experiment() {
        return race.experiment();
    }

    @Override
    public long recordedSteps() {
        return race.recordedSteps();
    }

    @Override
    public void watch(int... parameters) {
        race.watch(parameters);
    }

    @Override
    public RaceSnapshot snapshot() {
        return race.snapshot();
    }

    @Override
    public void start() {
        race.start();
    }

    @Override
    public void pause() {
        race.pause();
    }

    @Override
    public void step(int count) {
        race.step(count);
    }

    @Override
    public void reset() {
        race.reset();
    }

    @Override
    public void setSpeed(double stepsPerSecond) {
        race.setSpeed(stepsPerSecond);
    }

    @Override
    public void changeHyperparameter(String contender, String key, double value) {
        race.changeHyperparameter(contender, key, value);
    }

    @Override
    public void add(ContenderSpec contender) {
        race.add(contender);
    }

    @Override
    public void replace(ContenderSpec contender) {
        race.replace(contender);
    }

    @Override
    public void remove(String contender) {
        race.remove(contender);
    }

    @Override
    public void stepBack() {
        race.stepBack();
    }

    @Override
    public void seek(long step) {
        race.seek(step);
    }

    @Override
    public Curve curve(String contender, Quantity quantity, int points) {
        return curve(contender, quantity.series(), points);
    }

    @Override
    public double loss(String contender, long step) {
        return race.loss(contender, step);
    }

    @Override
    public Optional<double[]> lossRange(String contender, long step) {
        return race.lossRange(contender, step);
    }

    @Override
    public Curve parameter(String contender, int index, int points) {
        return curve(contender, Series.parameter(index), points);
    }

    private Curve curve(String contender, Series series, int points) {
        return Curve.of(race.curve(contender, series, 0, Long.MAX_VALUE, points));
    }

    @Override
    public List<String> parameterNames() {
        if (names.isEmpty()) {
            names = race.layout().map(layout -> ParameterNames.of(layout, race.prepared().map(Prepared::featureNames).orElse(List.of()))).orElse(List.of());
        }
        return names;
    }

    @Override
    public Optional<ParameterLayout> layout() {
        return race.layout();
    }

    @Override
    public List<PathPoint> path(String contender) {
        return race.path(contender);
    }

    @Override
    public CompletableFuture<Map<String, RunState>> states() {
        return race.states();
    }

    @Override
    public CompletableFuture<Map<String, List<RunState>>> everySeed() {
        return race.everySeed();
    }

    @Override
    public CompletableFuture<Checkpoint> checkpoint() {
        return race.checkpoint();
    }

    @Override
    public Optional<Said> refused() {
        return race.refused();
    }

    @Override
    public double stepsPerEpoch() {
        int batch = race.experiment().training().batchSize();
        return race.prepared().map(Prepared::training).map(rows -> batch <= 0 ? 1.0 : Math.max(1, (double) rows.count() / batch)).orElse(0.0);
    }

    /** Freeing the engine's memory may take a while; it is done on a thread of its own. */
    @Override
    public void close() {
        Threads.start("race-closing", race::close);
    }
}
