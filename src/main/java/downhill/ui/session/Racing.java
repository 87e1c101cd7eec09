package downhill.ui.session;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RunState;
import downhill.race.Checkpoint;
import downhill.race.Race;
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
import java.util.stream.Collectors;

/**
 * A race as the window sees it. Every method returns at once and may be called from the FX thread; what happened is read
 * from {@link #snapshot()} once a frame.
 */
public interface Racing extends AutoCloseable {
    /** Speed without a limit. */
    double FLAT_OUT = Double.POSITIVE_INFINITY;

    /** What can be drawn against the step; bands are the range of the loss over several seeds. */
    enum Quantity {
        TRAINING_LOSS(Series.TRAIN_LOSS), VALIDATION_LOSS(Series.VALIDATION_LOSS), METRIC(Series.METRIC), LEARNING_RATE(Series.LEARNING_RATE),
        BAND_LOW(Series.BAND_LOW), BAND_HIGH(Series.BAND_HIGH),
        VALIDATION_LOW(Series.VALIDATION_LOW), VALIDATION_HIGH(Series.VALIDATION_HIGH);

        private final Series series;

        Quantity(Series series) {
            this.series = series;
        }

        /** Where the engine's races record it. */
        Series series() {
            return series;
        }
    }

    /** The document as the race has it: with the changes made by hand. */
    Experiment experiment();

    /** The step after the last one recorded: the end of what can be gone back and forth over. */
    long recordedSteps();

    /** Records the values of these parameters from now on, and of no others. */
    void watch(int... parameters);

    /** How things stand. */
    RaceSnapshot snapshot();

    /** Lets all contenders run. */
    void start();

    /** Lets all contenders rest after the present step. */
    void pause();

    /** Goes on by {@code count} steps and rests. */
    void step(int count);

    /** Back to the first values. */
    void reset();

    /** Limits the speed to so many steps a second; {@link #FLAT_OUT} for none. */
    void setSpeed(double stepsPerSecond);

    /** From the next step on {@code key} of a contender has {@code value}. */
    void changeHyperparameter(String contender, String key, double value);

    /** Lets another contender in; it first catches up with the others. */
    void add(ContenderSpec contender);

    /** Puts another specification in the place of the contender of the same id; it begins anew and catches up. */
    void replace(ContenderSpec contender);

    /** Takes a contender out. */
    void remove(String contender);

    /** One step back. */
    void stepBack();

    /** Shows the state after {@code step} updates. */
    void seek(long step);

    /** A recorded curve of about {@code points} points at most, least and greatest kept. */
    Curve curve(String contender, Quantity quantity, int points);

    /** The training loss after {@code step} updates, as it is told everywhere: the mean of the last batches. NaN where there is none. */
    double loss(String contender, long step);

    /** Between which its seeds lie around {@link #loss}, least and greatest; empty with one seed. */
    Optional<double[]> lossRange(String contender, long step);

    /** The recorded values of one parameter; empty where none were recorded. */
    Curve parameter(String contender, int index, int points);

    /** Names of all parameters, in order; empty until the race is ready. */
    List<String> parameterNames();

    /** Places of the parameters by name; empty until the race is ready. */
    default Optional<ParameterLayout> layout() {
        return Optional.empty();
    }

    /** Where a contender was, by increasing step, thinned out. */
    default List<PathPoint> path(String contender) {
        return List.of();
    }

    /** Everything about each contender where it stands, by id; those that diverged, failed or are not born yet are left out. */
    default CompletableFuture<Map<String, RunState>> states() {
        return CompletableFuture.completedFuture(Map.of());
    }

    /** The same of all their seeds. */
    default CompletableFuture<Map<String, List<RunState>>> everySeed() {
        return states().thenApply(first -> first.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue()))));
    }

    /** The race as it stands, to be saved; without an engine, that it has not begun. */
    default CompletableFuture<Checkpoint> checkpoint() {
        return CompletableFuture.completedFuture(Checkpoint.notBegun(experiment()));
    }

    /** Why the race could not go on where it was saved; known once it is ready. */
    default Optional<Said> refused() {
        return Optional.empty();
    }

    /** Steps in an epoch of a batch of the shared size; 0 where there is none. */
    double stepsPerEpoch();

    /** The race of the engine, for screens that look into single steps; empty where there is no engine behind. */
    default Optional<Race> engine() {
        return Optional.empty();
    }

    @Override
    void close();
}
