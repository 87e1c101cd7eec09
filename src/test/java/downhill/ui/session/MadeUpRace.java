package downhill.ui.session;

import downhill.race.Checkpoint;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.RaceState;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Roster;
import downhill.race.history.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** A race without an engine, for tests of the window: curves from a formula, steps done at once, all that was asked written down. */
public final class MadeUpRace implements Racing {
    private static final Map<Quantity, Double> EDGES = Map.of(Quantity.BAND_LOW, 0.8, Quantity.BAND_HIGH, 1.2, Quantity.VALIDATION_LOW, 1.0,
            Quantity.VALIDATION_HIGH, 1.4);
    public final List<String> asked = new ArrayList<>();
    private Experiment known;
    private final Roster document;
    private final long budget;
    private RaceState state = RaceState.PAUSED;
    private long step;
    private long furthest;
    private long version;
    public final CompletableFuture<Void> closed = new CompletableFuture<>();

    public MadeUpRace(Roster document) {
        this.document = document;
        known = document.experiment();
        budget = known.training().steps();
        document.onChange(this::changed);
    }

    @Override
    public synchronized RaceSnapshot snapshot() {
        if (state == RaceState.RUNNING) {
            move(7);
        }
        List<Standing> all = experiment().contenders().stream().map(this::standing).toList();
        return new RaceSnapshot(version, state, step, step / 7.5, state == RaceState.RUNNING ? 8400 : 0, null, all);
    }

    private Standing standing(ContenderSpec one) {
        return new Standing(one.id(), step >= budget ? Outcome.FINISHED : Outcome.RUNNING, step, loss(one.style(), step),
                loss(one.style(), step) * 1.2,
                "accuracy", 0.9 + 0.02 * one.style(), 0.01, state == RaceState.RUNNING ? 8400 : 0, step >= budget ? budget : -1,
                        Double.NaN, null);
    }

    private void move(long by) {
        step = Math.min(budget, step + by);
        furthest = Math.max(furthest, step);
        version++;
        if (step == budget) {
            state = RaceState.ENDED;
        }
    }

    static double loss(int style, long step) {
        double noise = new Random(31L * style + step).nextGaussian();
        return (0.07 + 0.05 * style + 1.05 * Math.exp(-step / (60.0 + 50 * style))) * (1 + 0.06 * noise);
    }

    @Override
    public synchronized void start() {
        asked.add("start");
        state = RaceState.RUNNING;
        version++;
    }

    @Override
    public synchronized void pause() {
        asked.add("pause");
        state = RaceState.PAUSED;
        version++;
    }

    @Override
    public synchronized void step(long count) {
        asked.add("step " + count);
        state = RaceState.PAUSED;
        move(count);
    }

    @Override
    public synchronized CompletableFuture<Checkpoint> reset() {
        asked.add("reset");
        step = 0;
        furthest = 0;
        state = RaceState.PAUSED;
        version++;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized void setSpeed(double stepsPerSecond) {
        asked.add("speed " + stepsPerSecond);
    }

    @Override
    public void changeHyperparameter(String contender, String key, double value) {
        asked.add("change " + contender + " " + key + " " + value);
        long at = snapshotStep();
        document.divert(contender, at, one -> one.withChanges(List.of(new ContenderSpec.Change(at, key, value))));
    }

    private synchronized long snapshotStep() {
        return step;
    }

    private synchronized void changed() {
        Experiment was = known;
        Experiment now = experiment();
        Edits.gone(was, now).forEach(id -> asked.add("remove " + id));
        Edits.changed(was, now).forEach(one -> asked.add("replace " + one.name()));
        Edits.added(was, now).forEach(one -> asked.add("add " + one.name()));
        known = now;
        version++;
    }

    @Override
    public synchronized Experiment experiment() {
        return document.experiment();
    }

    @Override
    public synchronized long recordedSteps() {
        return Math.max(step, furthest);
    }

    @Override
    public synchronized void watch(int... parameters) {
        asked.add("watch " + parameters.length);
    }

    @Override
    public synchronized void stepBack() {
        asked.add("back");
        seek(step - 1);
    }

    @Override
    public synchronized void seek(long to) {
        asked.add("seek " + to);
        step = to;
        version++;
    }

    @Override
    public synchronized Curve curve(String contender, Quantity quantity, int points) {
        int style = style(contender);
        boolean edge = EDGES.containsKey(quantity);
        if (edge && experiment().contenders().stream().noneMatch(one -> one.id().equals(contender) && one.seeds() > 1)) {
            return Curve.EMPTY;
        }
        double factor = EDGES.getOrDefault(quantity, quantity == Quantity.TRAINING_LOSS ? 1 : 1.2);
        int size = (int) Math.min(step + 1, points);
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = Math.round((double) i * step / Math.max(1, size - 1));
            y[i] = loss(style, (long) x[i]) * factor;
        }
        return new Curve(x, y);
    }

    private int style(String contender) {
        return document.byId(contender).map(ContenderSpec::style).orElse(0);
    }

    @Override
    public synchronized double loss(String contender, long at) {
        return loss(style(contender), at);
    }

    @Override
    public Optional<double[]> lossRange(String contender, long at) {
        double mean = loss(contender, at);
        return Optional.of(new double[] {0.8 * mean, 1.2 * mean});
    }

    @Override
    public synchronized Curve parameter(String contender, int index, int points) {
        return curve(contender, Quantity.TRAINING_LOSS, points);
    }

    @Override
    public List<String> parameterNames() {
        return List.of("W1[0,0]", "W1[0,1]", "b1[0]");
    }

    @Override
    public double stepsPerEpoch() {
        return 7.5;
    }

    @Override
    public synchronized void close() {
        state = RaceState.CLOSED;
        closed.complete(null);
    }
}
