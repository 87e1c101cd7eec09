package downhill.ui.session;

import downhill.engine.Threads;
import downhill.race.Checkpoint;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.Racing;
import downhill.words.Said;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * The race of a session, present or still being made. What is asked of it meanwhile is done when it is there. FX thread.
 */
public final class RaceControl {
    /** Edits that come one after another, as from a slider, make one new race. */
    private static final long PATIENCE_NANOS = 200_000_000L;

    private final Runnable opener;
    private final Consumer<Supplier<String>> problem;
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", Racing.FLAT_OUT);
    private final BooleanProperty opening = new SimpleBooleanProperty(this, "opening");
    private final List<Consumer<Racing>> waiting = new ArrayList<>();
    private Racing race;
    private final Deque<CompletableFuture<Checkpoint>> resets = new ArrayDeque<>();
    private final Watched watched = new Watched();
    private long renewAt = Long.MAX_VALUE;
    /** Whether {@link #race} is the one asked for last. */
    private boolean renewed;
    private boolean told;
    /** Races made for a document that has changed meanwhile; they are closed with the next one that is taken. */
    private final Queue<Racing> born = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    RaceControl(Runnable opener, Consumer<Supplier<String>> problem) {
        this.opener = opener;
        this.problem = problem;
        speed.addListener((source, old, now) -> {
            if (race != null) {
                race.setSpeed(now.doubleValue());
            }
        });
    }

    /** Steps a second at most; {@link Racing#FLAT_OUT} for no limit. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** Whether a race is being made. */
    public BooleanProperty openingProperty() {
        return opening;
    }

    /** The race; null while it is made. */
    public Racing racing() {
        return race;
    }

    /** Whether there is a race that fits the document. */
    public boolean isOpen() {
        return race != null && renewAt == Long.MAX_VALUE && !opening.get();
    }

    /** Runs. */
    public void start() {
        whenReady(Racing::start);
    }

    /** Rests. */
    public void pause() {
        waiting.clear();
        if (race != null) {
            race.pause();
        }
    }

    /** Runs or rests, whichever it does not do now. */
    public void toggle() {
        if (Snapshots.isRunning(snapshot())) {
            pause();
        } else {
            start();
        }
    }

    /** Goes on by so many steps. */
    public void step(int count) {
        whenReady(one -> one.step(count));
    }

    /** The race as it stood before it began again, for each time that something was lost by that, one after another; null for no more. */
    CompletableFuture<Checkpoint> lost() {
        resets.removeIf(reset -> reset.isDone() && !reset.isCompletedExceptionally() && reset.join() == null);
        return resets.poll();
    }

    /** Back to the first values. */
    public void reset() {
        whenReady(one -> resets.add(one.reset()));
    }

    /** One step back. */
    public void stepBack() {
        if (isOpen()) {
            race.stepBack();
        }
    }

    /** Shows an earlier or later state. */
    public void seek(long step) {
        if (isOpen()) {
            race.seek(step);
        }
    }

    /** Why the race could not go on where it was saved; told once. */
    Optional<Said> refused() {
        boolean ask = isOpen() && !told;
        told |= isOpen();
        return ask ? race.refused() : Optional.empty();
    }

    /** Of a race that another is about to take the place of, nothing: under the document of now its figures would be those of others. */
    RaceSnapshot snapshot() {
        return isOpen() ? race.snapshot() : Snapshots.PREPARING;
    }

    void changeHyperparameter(String contender, String key, double value) {
        race.changeHyperparameter(contender, key, value);
    }

    /** The document has changed so that a new race is needed. */
    void renewSoon() {
        if (race != null) {
            race.pause();
        }
        renewAt = race == null ? System.nanoTime() : System.nanoTime() + PATIENCE_NANOS;
        if (race == null) {
            renewNow();
        }
    }

    void poll() {
        if (opening.get() && race != null && renewed && race.snapshot().state() != RaceState.PREPARING) {
            ready();
        }
        if (renewAt != Long.MAX_VALUE && System.nanoTime() >= renewAt) {
            renewNow();
        }
    }

    /** The race rests and another is about to go on from it: what is asked for meanwhile is done by that one. */
    void hold() {
        if (Snapshots.isRunning(snapshot())) {
            waiting.add(Racing::start);
        }
        rest();
    }

    /** The same, and the one that goes on rests as well. */
    void rest() {
        race.pause();
        opening.set(true);
        renewed = false;
    }

    void renewNow() {
        renewAt = Long.MAX_VALUE;
        opening.set(true);
        renewed = false;
        opener.run();
    }

    private void whenReady(Consumer<Racing> action) {
        if (renewAt != Long.MAX_VALUE) {
            renewNow();
        }
        if (isOpen()) {
            action.accept(race);
        } else {
            waiting.add(action);
        }
    }

    /** Called by whoever made the race, on any thread, so that none is ever lost. */
    Racing born(Racing fresh) {
        born.add(fresh);
        if (closed) {
            closeBorn(null);
        }
        return fresh;
    }

    private void closeBorn(Racing kept) {
        for (Racing one = born.poll(); one != null; one = born.poll()) {
            if (one != kept) {
                end(one);
            }
        }
    }

    void opened(Racing fresh) {
        closeBorn(fresh);
        closeRace();
        resets.clear();
        renewed = true;
        told = false;
        race = fresh;
        race.setSpeed(speed.get());
        poll();
    }

    /** The engine is there: parameters are recorded from the first step on, and what was asked for meanwhile is done. */
    private void ready() {
        opening.set(false);
        race.watch(watched.of(race.parameterNames().size()));
        List<Consumer<Racing>> now = List.copyOf(waiting);
        waiting.clear();
        if (race.snapshot().state() != RaceState.FAILED) {
            now.forEach(action -> action.accept(race));
        }
    }

    /** Records these parameters too from now on. */
    public void watch(int... parameters) {
        watched.add(parameters);
        if (isOpen()) {
            race.watch(watched.of(race.parameterNames().size()));
        }
    }

    /** Shows what was recorded where the race cannot be made; it goes on where it was once another is asked for. */
    void keep(KeptRace recorded) {
        waiting.clear();
        closeRace();
        renewAt = Long.MAX_VALUE;
        opening.set(false);
        race = recorded;
    }

    void failed(Throwable failure) {
        waiting.clear();
        closeRace();
        opening.set(false);
        problem.accept(Failures.words(failure));
    }

    void close() {
        closed = true;
        waiting.clear();
        closeBorn(null);
        closeRace();
    }

    private void closeRace() {
        if (race != null) {
            end(race);
            race = null;
        }
    }

    /** Freeing the engine's memory may take a while; it is done on a thread of its own. */
    private static void end(Racing one) {
        Threads.start("race-closing", one::close);
    }
}
