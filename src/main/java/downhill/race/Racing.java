package downhill.race;

import downhill.data.prepare.Prepared;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RunState;
import downhill.race.document.Experiment;
import downhill.race.history.Curve;
import downhill.race.history.LossWindow;
import downhill.race.history.PathPoint;
import downhill.race.history.Series;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A race as others see it, whether it is under way ({@link Race}) or only what is left of one. Every method may be called from any thread
 * and, but for {@link #close()}, returns at once; what has happened is read from {@link #snapshot()}.
 */
public interface Racing extends AutoCloseable {
    /** Speed without a limit. */
    double FLAT_OUT = Double.POSITIVE_INFINITY;

    /** What can be drawn against the step; bands are the range of the loss over several seeds. */
    enum Quantity {
        TRAINING_LOSS(Series.TRAIN_LOSS), VALIDATION_LOSS(Series.VALIDATION_LOSS), METRIC(Series.METRIC),
                LEARNING_RATE(Series.LEARNING_RATE),
        BAND_LOW(Series.BAND_LOW), BAND_HIGH(Series.BAND_HIGH),
        VALIDATION_LOW(Series.VALIDATION_LOW), VALIDATION_HIGH(Series.VALIDATION_HIGH);

        private final Series series;

        Quantity(Series series) {
            this.series = series;
        }

        /** Where a race records it. */
        public Series series() {
            return series;
        }
    }

    /** The document as the race sees it, see {@link downhill.race.document.Roster}. */
    Experiment experiment();

    /** The step after the last one recorded: the end of what can be gone back and forth over. */
    long recordedSteps();

    /** Records the values of these parameters from now on, and of no others. */
    void watch(int... parameters);

    /** How things stand. */
    RaceSnapshot snapshot();

    /** Trains on until every contender has ended or {@link #pause()}. Asked for while preparing, it starts when ready. */
    void start();

    /** Lets all contenders rest after the present step. */
    void pause();

    /** Does some steps at full speed, at least one, then rests. */
    void step(long count);

    /**
     * Back to step 0 with the same initial values. Each contender begins with the hyperparameters it has now; changes made
     * by hand during the run are forgotten.
     *
     * @return the race as it stood, in case somebody wants it back; null where nothing was recorded
     */
    CompletableFuture<Checkpoint> reset();

    /** @param stepsPerSecond of each contender at most, above 0; {@link #FLAT_OUT} for as fast as possible */
    void setSpeed(double stepsPerSecond);

    /**
     * Takes effect at the contender's next step and becomes part of the document. What branched off it later than that goes on as
     * it was, and the document keeps whom it branched off.
     *
     * @throws IllegalArgumentException where the contender, the key or the value is not possible
     */
    void changeHyperparameter(String contender, String key, double value);

    /**
     * Why a document that differs in its title and its contenders alone cannot be that of this race: too little memory for all its runs,
     * in a sentence; empty where it can. Nobody can make the document such a one while this race follows it.
     */
    default Optional<Said> objection(Experiment document) {
        return Optional.empty();
    }

    /**
     * Names of those who would begin at step 0 under another document that differs in its title and its contenders alone: who is new, or
     * takes a course of which nothing is kept.
     */
    default List<String> beginners(Experiment document) {
        return List.of();
    }

    /** One step back. */
    void stepBack();

    /**
     * Rests, and goes to a step between 0 and the last one recorded: all contenders are again exactly what they were after
     * that many updates. Of several calls in a row only the last counts.
     */
    void seek(long step);

    /** A recorded curve of about {@code points} points at most, least and greatest kept. */
    Curve curve(String contender, Quantity quantity, int points);

    /** The same object as long as no validation of a contender is recorded or forgotten; another one each time where that is not known. */
    default Object validated(String contender) {
        return new Object();
    }

    /**
     * The training loss after {@code step} updates, as it is told everywhere: the mean of the last batches, see {@link LossWindow}. NaN
     * where there is none. A step far behind the last hundred thousand has one only while the contender stands there: the losses of its
     * batches are not kept.
     */
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

    /** Where a contender was, by increasing step, at most 256 points. */
    default List<PathPoint> path(String contender) {
        return List.of();
    }

    /** The data; empty for a surface, and until the race is ready. */
    default Optional<Prepared> prepared() {
        return Optional.empty();
    }

    /** The step after the last recorded one of a contender; 0 where it is not there (yet). */
    default long recordedSteps(String contender) {
        return 0;
    }

    /**
     * Everything about each contender's first seed where it stands now, by id; those that diverged, failed or are not born yet are
     * left out. Costs a copy, never a repetition. Do not write to its arrays.
     */
    default CompletableFuture<Map<String, RunState>> states() {
        return CompletableFuture.completedFuture(Map.of());
    }

    /** {@link #states} of all seeds. */
    default CompletableFuture<Map<String, List<RunState>>> everySeed() {
        return CompletableFuture.completedFuture(Map.of());
    }

    /**
     * Everything about all seeds of a contender after some updates, which must be recorded. Do not write to its arrays. Cancelled
     * where there are no states.
     */
    default CompletableFuture<RunState[]> statesAt(String contender, long step) {
        return none();
    }

    /** Everything about a contender's first seed as it stands when the race gets to it; cheap, also while the race runs. */
    default CompletableFuture<RunState> stateNow(String contender) {
        return none();
    }

    /** The first of {@link #statesAt}. */
    default CompletableFuture<RunState> stateAt(String contender, long step) {
        return statesAt(contender, step).thenApply(states -> states[0]);
    }

    /** Parameters [P] of a contender's first seed after some updates, which must be recorded. */
    default CompletableFuture<double[]> parametersAt(String contender, long step) {
        return stateAt(contender, step).thenApply(state -> state.parameters().clone());
    }

    /** Parameters [P] with which a contender's first seed is asked after some updates: those it trains, or what it keeps beside them. */
    default CompletableFuture<double[]> answerAt(String contender, long step) {
        return stateAt(contender, step).thenApply(state -> state.answer().clone());
    }

    /**
     * The race as it stands when it gets to it, to be saved; it costs the training a copy of the states, however long the race is. Of
     * a race that failed, the last moments that were kept, under the document as it is now; where there are no states, that it
     * has not begun.
     */
    default CompletableFuture<Checkpoint> checkpoint() {
        return CompletableFuture.completedFuture(Checkpoint.notBegun(experiment()));
    }

    /** Why the race could not go on where it was saved, in a sentence; known once it is ready. */
    default Optional<Said> refused() {
        return Optional.empty();
    }

    /** Steps in an epoch of a batch of the shared size; 0 where there are no data. */
    default double stepsPerEpoch() {
        int batch = experiment().training().batchSize();
        return prepared().map(data -> batch <= 0 ? 1.0 : Math.max(1, (double) data.training().count() / batch)).orElse(0.0);
    }

    /** Ends it and frees its memory, which may take seconds. May be called again. */
    @Override
    void close();

    private static <T> CompletableFuture<T> none() {
        CompletableFuture<T> none = new CompletableFuture<>();
        none.cancel(false);
        return none;
    }
}
