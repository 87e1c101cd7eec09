package downhill.race;

import downhill.data.Room;
import downhill.data.prepare.Prepared;
import downhill.engine.Threads;
import downhill.engine.machine.Machines;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.CourseKey;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.Roster;
import downhill.race.history.ContenderHistory;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The race's thread: makes everything ready, then trains and does what it is told in between. */
final class RaceLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RaceLoop.class);
    private static final long NOWHERE = -1;
    private static final long IDLE_NANOS = 50_000_000;
    private static final long CLOSE_MILLIS = 10_000;

    final StateMachine state = new StateMachine();
    final SnapshotBoard snapshots;
    final StepPace pace = new StepPace();
    final CompletableFuture<Task> ready = new CompletableFuture<>();
    final Map<String, ContenderHistory> histories = new ConcurrentHashMap<>();
    final Attic attic;
    private final AtomicLong soughtStep = new AtomicLong(NOWHERE);
    private final LinkedBlockingQueue<RaceCommand> commands = new LinkedBlockingQueue<>();
    private final Thread thread = Threads.daemon("race", this);
    private final Roster roster;
    private final Prepared data;
    /** Null where the rows are here. */
    private final FarRows far;
    private final RuleLibrary library;
    private final RaceOptions options;
    private final Checkpoint from;
    private volatile boolean closing;
    private volatile boolean ended;
    private volatile Said refused;
    private volatile Throwable failed;
    /** What a race that has ended can be gone on from: where it failed, the last moments kept; null where it was closed in peace. */
    private volatile Checkpoint left;

    /** @param from where to go on, or null for the start */
    RaceLoop(Roster roster, Prepared data, FarRows far, RuleLibrary library, RaceOptions options, Checkpoint from) {
        this.roster = roster;
        this.data = data;
        this.far = far;
        this.library = library;
        this.options = options;
        this.attic = new Attic(options.keyFrameBytes());
        this.from = from;
        this.left = from;
        this.snapshots = new SnapshotBoard(roster.experiment());
    }

    /** To be done on the race's thread, in the order of the calls. */
    void tell(RaceCommand command) {
        commands.add(command);
        if (ended) {
            abandonAll();
        }
    }

    /** Of several seeks that wait, only the last is done. */
    void seek(long step) {
        soughtStep.set(Math.max(0, step));
        tell(RaceCommand.of(director -> {
            long wanted = soughtStep.getAndSet(NOWHERE);
            if (wanted != NOWHERE) {
                director.seek(wanted);
            }
        }));
    }

    /** What it can be gone on from: now, or where it has ended as it was then; cancelled where it was closed in peace. */
    CompletableFuture<Checkpoint> checkpoint() {
        CompletableFuture<Checkpoint> answer = new CompletableFuture<>();
        tell(new RaceCommand(director -> director.complete(answer, director::save), () -> leave(answer)));
        return answer;
    }

    private void leave(CompletableFuture<Checkpoint> answer) {
        Checkpoint kept = left;
        if (kept == null) {
            answer.cancel(false);
        } else {
            answer.complete(kept.under(roster.experiment()));
        }
    }

    /** Names of those who would begin at the first step if {@code document} were the one of the race. */
    List<String> beginners(Experiment document) {
        return document.contenders().stream().filter(one -> !goesOn(one) && !attic.has(CourseKey.of(document, one)))
                .map(ContenderSpec::name).toList();
    }

    /** Whether it is in the race and takes the same course, from the first step or up to a number that was changed by hand. */
    private boolean goesOn(ContenderSpec one) {
        return roster.byId(one.id()).filter(now -> one.withChanges(now.changes()).course().equals(now.course())).isPresent();
    }

    /** An answer from the race's thread; cancelled where it has ended. */
    <T> CompletableFuture<T> ask(Function<Director, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        tell(new RaceCommand(director -> director.complete(answer, () -> question.apply(director)), () -> answer.cancel(false)));
        return answer;
    }

    void begin() {
        thread.start();
    }

    private void closed() {
        if (state.go(RaceState.CLOSED)) {
            snapshots.publish(RaceState.CLOSED, snapshots.latest().message());
        }
    }

    /** Ends the thread and waits for it, but not for ever and not on itself. */
    void close() {
        closing = true;
        tell(RaceCommand.of(director -> { }));
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closed();
    }

    boolean closing() {
        return closing;
    }

    /** Whether nothing is asked for. */
    boolean isIdle() {
        return commands.isEmpty();
    }

    private void abandonAll() {
        RaceCommand left;
        while ((left = commands.poll()) != null) {
            left.abandoned().run();
        }
    }

    /** Where even that fails, what the race began with is left. */
    private void keep(Supplier<Checkpoint> last) {
        try {
            left = last.get();
        } catch (RuntimeException | Error worse) {
            LOG.warn("A race could not be kept at its end", worse);
        }
        left = left == null ? Checkpoint.notBegun(roster.experiment()) : left;
    }

    /** What it failed of; null where it did not. */
    Throwable failed() {
        return failed;
    }

    Said refused() {
        return refused;
    }

    @Override
    public void run() {
        Director director = null;
        try {
            Experiment experiment = roster.experiment();
            Task task = task(experiment);
            Machines.load();
            director = new Director(experiment, task, roster, new Rules(library), options, this);
            refused = director.begin(from);
            ready.complete(task);
            state.go(RaceState.PAUSED);
            director.publish();
            while (!closing) {
                obey(director, director.round());
            }
        } catch (RuntimeException | Error failure) {
            Director failed = director;
            keep(() -> failed == null ? left : failed.salvage());
            fail(failure);
        } finally {
            end(director);
        }
    }

    private Task task(Experiment experiment) {
        if (experiment.problem() instanceof Problem.Surface surface) {
            Footprint.requireOnSurface(experiment, Room.here());
            return new SurfaceTask(surface);
        }
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        if (far != null) {
            FarTask task = new FarTask(far, learning.model(), experiment.training());
            task.requireRoom(experiment);
            return task;
        }
        LearningTask.requireFit(data, learning.model());
        Footprint.require(experiment, data, Room.here());
        return new LearningTask(data, learning.model(), experiment.training().augmentation());
    }

    /** Does all that was asked for; waits for it where there is nothing else to do. */
    private void obey(Director director, long nanosToWait) {
        RaceCommand command = commands.poll();
        if (command == null && nanosToWait > 0) {
            command = await(nanosToWait);
        }
        boolean any = false;
        while (command != null) { // one that was taken is done: whoever waits for its answer would wait for ever
            command.work().accept(director);
            any = true;
            command = closing ? null : commands.poll();
        }
        if (any) {
            director.publish();
        }
    }

    private RaceCommand await(long nanos) {
        try {
            return commands.poll(Math.min(nanos, IDLE_NANOS), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            closing = true;
            return null;
        }
    }

    private void fail(Throwable failure) {
        failed = failure;
        ready.completeExceptionally(failure);
        if (!closing) {
            LOG.warn("A race failed", failure);
            if (state.go(RaceState.FAILED)) {
                snapshots.publish(RaceState.FAILED, message(failure));
            }
        }
        if (failure instanceof Error && !(failure instanceof OutOfMemoryError) && !(failure instanceof LinkageError)) {
            throw (Error) failure;
        }
    }

    private static Said message(Throwable failure) {
        Said refusal = Room.refusal(failure);
        if (refusal != null) {
            return refusal;
        }
        return failure.getMessage() == null ? Said.plain(failure.getClass().getSimpleName()) : Said.message(failure);
    }

    private void end(Director director) {
        ready.cancel(false);
        boolean failed = state.is(RaceState.FAILED);
        closing = true;
        if (director != null && !failed && !isIdle()) {
            keep(director::save); // somebody may want to save it
        }
        if (director != null) {
            director.close();
        }
        ended = true;
        abandonAll();
        if (!failed) {
            closed();
        }
    }
}
