package downhill.race;

import downhill.data.prepare.Prepared;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RunState;
import downhill.model.ModelException;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Document;
import downhill.race.document.Experiment;
import downhill.race.document.Roster;
import downhill.race.history.ContenderHistory;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A race under way: a thread of its own trains all contenders of an experiment in lock-step, keeps their history and can go
 * back in time. Every method may be called from any thread and none waits for the training, unless it says so; what is asked
 * for is done between two chunks of steps, in the order of the calls, and seen in a later {@link #snapshot()}.
 *
 * <p>The numbers of a race depend on its experiment alone: not on threads, speed, pauses, chunks, or which other contenders
 * there are. The same experiment gives the same history, bit for bit, on one machine.
 *
 * <ul>
 * <li>The loss recorded for step k is that of its batch before update k (from 0).
 * <li>A contender that joins late, or is put back, begins at its own step and catches up with the others as fast as it can,
 *     also while the race is paused; then it goes on in lock-step.
 * <li>After going back the recorded future is kept, and training on repeats it. A contender that is changed in the past
 *     forgets its own future from there on.
 * </ul>
 */
public final class Race extends RecordedRace {
    private final Roster roster;
    private final Rules rules;
    private final RaceLoop loop;
    private volatile List<String> names = List.of();

    private Race(Roster roster, Prepared data, FarRows far, RuleLibrary library, RaceOptions options, Checkpoint from) {
        this.roster = roster;
        rules = new Rules(library);
        loop = new RaceLoop(roster, data, far, library, options, from);
        roster.onCheck(document -> task().ifPresent(task -> task.requireRoom(document)));
        roster.onChange(() -> loop.tell(RaceCommand.of(Director::reconcile)));
    }

    /**
     * Returns at once; the state is PREPARING until model and engine are ready, then PAUSED, or FAILED with a message.
     *
     * @param data what is trained on; null for a surface
     */
    public static Race open(Experiment experiment, Prepared data, RuleLibrary library, RaceOptions options) {
        return open(experiment, data, library, options, null);
    }

    /**
     * The same, going on where a race was saved: continued, it gives the same bits as the race that was not interrupted. Contenders of the
     * document that were not saved begin at step 0. Where what was saved does not fit the data or the model, the race begins at
     * step 0 and {@link #refused()} says why; null where there is nothing to go on from.
     */
    public static Race open(Experiment experiment, Prepared data, RuleLibrary library, RaceOptions options, Checkpoint from) {
        return open(new Roster(new Document(experiment)), data, library, options, from);
    }

    /**
     * The same with a document that others work on as well. Whoever is in it with another course begins again and catches up, as does
     * whoever is new; numbers changed by hand are written into it.
     */
    public static Race open(Roster document, Prepared data, RuleLibrary library, RaceOptions options, Checkpoint from) {
        return begun(new Race(document, data, null, library, options, from));
    }

    /** The same on rows that are elsewhere, with the results of rows that are here up to rounding; they stay open when it is closed. */
    public static Race elsewhere(Experiment experiment, FarRows far, RuleLibrary library, RaceOptions options) {
        return begun(new Race(new Roster(new Document(experiment)), null, far, library, options, null));
    }

    @Override
    public CompletableFuture<Checkpoint> checkpoint() {
        return loop.checkpoint();
    }

    @Override
    public Optional<Said> refused() {
        return Optional.ofNullable(loop.refused());
    }

    /** Null where it did not fail. */
    Throwable failed() {
        return loop.failed();
    }

    @Override
    public void start() {
        loop.tell(RaceCommand.of(Director::start));
    }

    @Override
    public void pause() {
        loop.tell(RaceCommand.of(Director::pause));
    }

    @Override
    public void step(long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps " + steps);
        }
        loop.tell(RaceCommand.of(director -> director.step(steps)));
    }

    @Override
    public CompletableFuture<Checkpoint> reset() {
        return loop.ask(Director::reset);
    }

    @Override
    public void setSpeed(double stepsPerSecond) {
        if (!(stepsPerSecond > 0)) {
            throw new IllegalArgumentException("speed " + stepsPerSecond);
        }
        loop.tell(RaceCommand.of(director -> loop.pace.speed(stepsPerSecond)));
    }

    @Override
    public void changeHyperparameter(String contenderId, String key, double value) {
        Rules.check(rules.of(roster.require(contenderId)), key, value);
        loop.tell(RaceCommand.of(director -> director.changeHyperparameter(contenderId, key, value)));
    }

    @Override
    public List<String> beginners(Experiment document) {
        return loop.beginners(document);
    }

    @Override
    public Optional<Said> objection(Experiment document) {
        return task().flatMap(task -> task.objection(document));
    }

    /**
     * One more contender; it begins at step 0. Seen in {@link #experiment()} at once.
     *
     * @throws RefusedException where its id is there already or, as a {@link ModelException}, where there is no memory for it
     */
    public void add(ContenderSpec spec) {
        roster.add(spec);
    }

    /** Takes a contender out, and its history; what branched off it stays. */
    public void remove(String contenderId) {
        roster.remove(contenderId);
    }

    /**
     * Puts another specification in the place of the contender of the same id. It begins at step 0 again, unless only name, style or
     * muting differ. What branched off it goes on as it was, and the document keeps whom it branched off.
     *
     * @throws RefusedException where there is none of that id or, as a {@link ModelException}, where there is no memory for it
     */
    public void replace(ContenderSpec spec) {
        roster.require(spec.id());
        roster.replace(spec);
    }

    /** Ends one contender where it is. */
    public void stop(String contenderId) {
        loop.tell(RaceCommand.of(director -> director.stop(contenderId)));
    }

    /** Lets a stopped contender go on; it catches up. */
    public void resume(String contenderId) {
        loop.tell(RaceCommand.of(director -> director.resume(contenderId)));
    }

    @Override
    public void seek(long step) {
        loop.seek(step);
    }

    @Override
    public void stepBack() {
        loop.tell(RaceCommand.of(director -> director.seek(director.field().clock() - 1)));
    }

    /**
     * A new contender that shares another's course up to a step and differs from there on. With the same rule it takes the
     * rule's state along; another rule begins with a fresh one. The hyperparameters given hold from that step on. Where the other
     * had not begun by that step, the branch comes off whom that one came from ({@link Experiment#branchOff}).
     *
     * @param changed with an id of its own; its fork may carry parameter values typed by hand, its changes are dropped
     */
    public void fork(String contenderId, long step, ContenderSpec changed) {
        roster.fork(contenderId, step, changed);
    }

    @Override
    public void watch(int... parameters) {
        int[] copy = parameters.clone();
        loop.tell(RaceCommand.of(director -> director.field().watch(copy)));
    }

    @Override
    public CompletableFuture<RunState> stateNow(String contenderId) {
        return loop.ask(director -> director.answers().statesNow(contenderId)).thenApply(states -> states[0]);
    }

    @Override
    public CompletableFuture<RunState[]> statesAt(String contenderId, long step) {
        return loop.ask(director -> director.answers().statesAt(contenderId, step));
    }

    @Override
    public CompletableFuture<Map<String, RunState>> states() {
        return loop.ask(Director::states);
    }

    @Override
    public CompletableFuture<Map<String, List<RunState>>> everySeed() {
        return loop.ask(director -> director.answers().everySeed());
    }

    /** Each seed of all contenders where they stand, by id. */
    CompletableFuture<Map<String, List<RaceResult.SeedFinish>>> seeds() {
        return loop.ask(director -> director.answers().seeds());
    }

    /** The latest validations of all contenders, by id. */
    CompletableFuture<Map<String, Score>> scores() {
        return loop.ask(director -> director.answers().scores());
    }

    @Override
    public Experiment experiment() {
        return roster.experiment();
    }

    @Override
    public RaceSnapshot snapshot() {
        return loop.snapshots.latest();
    }

    /** Completed when the race is ready to start; exceptionally where it failed or was closed before. */
    public CompletableFuture<Void> ready() {
        return loop.ready.thenAccept(task -> { });
    }

    @Override
    public Optional<Prepared> prepared() {
        return task().map(Task::prepared);
    }

    @Override
    public Optional<ParameterLayout> layout() {
        return task().map(Task::layout);
    }

    @Override
    public List<String> parameterNames() {
        if (names.isEmpty()) {
            List<String> features = prepared().map(Prepared::featureNames).orElse(List.of());
            names = layout().map(layout -> ParameterNames.of(layout, features)).orElse(List.of());
        }
        return names;
    }

    private Optional<Task> task() {
        return Optional.ofNullable(loop.ready.isCompletedExceptionally() ? null : loop.ready.getNow(null));
    }

    /** Hyperparameter values in force at a contender's step {@code step}, by key. */
    public Map<String, Double> hyperparametersAt(String contenderId, long step) {
        return rules.valuesAt(roster.require(contenderId), step);
    }

    @Override
    protected Map<String, ContenderHistory> histories() {
        return loop.histories;
    }

    /** Waits for a snapshot of some kind and gives the latest, whether or not the kind came in time. */
    public RaceSnapshot await(Predicate<RaceSnapshot> wanted, long time, TimeUnit unit) throws InterruptedException {
        return loop.snapshots.await(wanted, unit.toMillis(time));
    }

    @Override
    public void close() {
        loop.close();
        roster.close();
    }

    private static Race begun(Race race) {
        race.loop.begin();
        return race;
    }
}
