package downhill.ui.session;

import downhill.engine.Threads;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Retold;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/**
 * What computes beside the race and shows a picture. It counts who looks and begins nothing while nobody does; what it computes it asks
 * along {@link Line lines}, one for each kind of question, on threads of its own. Answers wait for the next {@link #frame}: no worker ever
 * calls the window. FX thread, but for {@link #join}.
 */
public final class Feed implements AutoCloseable {
    private final Executor background;
    private final LongSupplier clock;
    private final Runnable end;
    private final Queue<Runnable> arrived = new ConcurrentLinkedQueue<>();
    private final FxExecutor work;
    private final Set<Object> viewers = new HashSet<>();
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Retold problem = new Retold(this, "problem");

    /**
     * @param background does the work
     * @param clock      nanoseconds
     */
    public Feed(Executor background, LongSupplier clock) {
        this(background, clock, () -> { });
    }

    private Feed(Executor background, LongSupplier clock, Runnable end) {
        this.background = background;
        this.clock = clock;
        this.end = end;
        this.work = new FxExecutor(background, arrived::add);
    }

    /** With {@code count} threads called {@code name}, which begin with the first work. */
    public static Feed threads(int count, String name) {
        ExecutorService pool = Executors.newFixedThreadPool(count, Threads.daemons(name));
        return new Feed(pool, System::nanoTime, pool::shutdown);
    }

    /** {@code viewer} looks, or no longer; gives whether that is news. */
    public boolean watch(Object viewer, boolean on) {
        return on ? viewers.add(viewer) : viewers.remove(viewer);
    }

    /** Whether anybody looks. */
    public boolean isWatched() {
        return !viewers.isEmpty();
    }

    /** Why there is nothing to see, in a sentence; empty where nothing is wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.textProperty();
    }

    /** What says it, in whichever language is spoken. */
    public ReadOnlyObjectProperty<Supplier<String>> problemSaidProperty() {
        return problem.saidProperty();
    }

    /** The line of this name, always the same one. */
    public Line line(String name) {
        return lines.computeIfAbsent(name, made -> new Line(this, made));
    }

    /** What all lines have asked and answered so far is of another subject than what will be asked. */
    public void forget() {
        lines.values().forEach(Line::forget);
    }

    /** Once a frame, before anything is asked: what has arrived is taken. */
    public void frame() {
        lines.values().forEach(Line::frame);
        take();
    }

    /** Does {@code question} on a thread of the feed and waits; for films, which have a thread of their own to wait on. */
    public <T> T join(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, background).join();
    }

    /** The time in nanoseconds. */
    public long nanos() {
        return clock.getAsLong();
    }

    FxExecutor work() {
        return work;
    }

    void take() {
        for (Runnable one = arrived.poll(); one != null; one = arrived.poll()) {
            one.run();
        }
    }

    /** Tells what is wrong with the first line that has something wrong. */
    void tell() {
        problem.say(lines.values().stream().map(Line::problem).filter(words -> !words.get().isEmpty()).findFirst().orElse(Retold.NOTHING));
    }

    /** Ends all work; {@code last} is done after it, on a thread of the feed. */
    public void close(Runnable last) {
        stop();
        background.execute(last);
        end.run();
    }

    /** Ends all work. */
    @Override
    public void close() {
        stop();
        end.run();
    }

    private void stop() {
        viewers.clear();
        forget();
        arrived.clear();
        work.close();
    }
}
