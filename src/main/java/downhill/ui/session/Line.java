package downhill.ui.session;

import downhill.ui.fx.UiTask;
import downhill.ui.i18n.Retold;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * One kind of question that a {@link Feed} asks again and again. Each has a key: what its answer depends on, as it stands when it is
 * asked. One question is under way at a time, a newer one takes its place, and only the newest is answered. What fails is asked again
 * soon, and then told and asked again now and then, so that it mends itself; a race that was closed owes no answer. FX thread.
 */
public final class Line {
    /** What fails so often in a row is told. */
    private static final int TRIES = 3;
    private static final long SOON_NANOS = 350_000_000L;
    private static final long LATER_NANOS = 10_000_000_000L;

    /** Work that begins with what the race has answered. */
    @FunctionalInterface
    public interface Work<S, R> {
        /** Does it; long work asks now and then whether {@code task} was cancelled, and may give anything once it was. */
        R run(S from, UiTask<?> task) throws Exception;
    }

    private final Feed feed;
    private final String name;
    private double thrift;
    private CompletableFuture<?> awaited;
    private Runnable then;
    private UiTask<?> task;
    private Object asked;
    private Object answered;
    private boolean begun;
    private long askedAt;
    private long endedAt;
    private volatile long took;
    /** Whether the last question had no answer, and how many of those in a row were nobody's doing. */
    private boolean failed;
    private int failures;
    private Supplier<String> problem = Retold.NOTHING;

    Line(Feed feed, String name) {
        this.feed = feed;
        this.name = name;
    }

    /** Where it keeps a pace, it rests after an answer for at least {@code times} as long as the work took. */
    public Line resting(double times) {
        thrift = times;
        return this;
    }

    /**
     * Whether this is to be asked now: somebody looks, nothing is under way, and it is not what was answered last.
     *
     * @param pace nanoseconds between two questions, at least; 0 for at once
     */
    public boolean wants(Object key, long pace) {
        return feed.isWatched() && !isBusy() && !key.equals(answered) && isRested(pace) && (!failed || isTimeAgain(key));
    }

    private boolean isRested(long pace) {
        long now = feed.nanos();
        return pace == 0 || !begun || now - askedAt >= pace && now - endedAt >= thrift * took;
    }

    private boolean isTimeAgain(Object key) {
        return feed.nanos() - endedAt >= (failures >= TRIES && key.equals(asked) ? LATER_NANOS : SOON_NANOS);
    }

    /** Asks in place of what is under way; {@code done} receives the answer, unless it is replaced or forgotten before. */
    public <R> void ask(Object key, UiTask.Work<R> work, Consumer<? super R> done) {
        begin(key);
        submit(work, done);
    }

    /** The same for work that begins with an answer of the race, which is waited for by nobody. */
    public <S, R> void ask(Object key, CompletableFuture<S> race, Work<S, R> work, Consumer<? super R> done) {
        begin(key);
        await(race, () -> submit(running -> work.run(race.join(), running), done));
    }

    /** The same for what the race alone can answer. */
    public <R> void ask(Object key, CompletableFuture<R> race, Consumer<? super R> done) {
        begin(key);
        await(race, () -> read(race, done));
    }

    private <R> void read(CompletableFuture<R> race, Consumer<? super R> done) {
        R answer;
        try {
            answer = race.join();
        } catch (CompletionException | CancellationException failure) {
            failed(failure);
            return;
        }
        answered(answer, done);
    }

    private void begin(Object key) {
        stop();
        asked = key;
        askedAt = feed.nanos();
        begun = true;
    }

    private void await(CompletableFuture<?> race, Runnable next) {
        awaited = race;
        then = next;
        frame();
    }

    private <R> void submit(UiTask.Work<R> work, Consumer<? super R> done) {
        task = feed.work().<R>submit(name, running -> timed(work, running), answer -> answered(answer, done), this::failed);
        feed.take(); // where the work is done at once
    }

    private <R> R timed(UiTask.Work<R> work, UiTask<R> running) throws Exception {
        long from = feed.nanos();
        R answer = work.run(running);
        took = feed.nanos() - from;
        return answer;
    }

    /** Takes what the race has answered. */
    void frame() {
        if (awaited != null && awaited.isDone()) {
            Runnable next = then;
            awaited = null;
            then = null;
            next.run();
        }
    }

    private <R> void answered(R answer, Consumer<? super R> done) {
        ended(false);
        answered = asked;
        failures = 0;
        tell(Retold.NOTHING);
        done.accept(answer);
    }

    private void failed(Throwable failure) {
        ended(true);
        Throwable cause = cause(failure);
        if (!(cause instanceof CancellationException) && ++failures >= TRIES) {
            Supplier<String> words = Failures.words(cause);
            if (!words.get().equals(problem.get())) {
                LoggerFactory.getLogger(Line.class).warn("What {} asks for does not come", name, cause);
            }
            tell(words);
        }
    }

    private static Throwable cause(Throwable failure) {
        boolean wrapped = failure instanceof CompletionException
                || failure instanceof ExecutionException && !(failure.getCause() instanceof Error);
        return wrapped && failure.getCause() != null ? failure.getCause() : failure;
    }

    private void ended(boolean badly) {
        failed = badly;
        task = null;
        endedAt = feed.nanos();
    }

    private void tell(Supplier<String> words) {
        problem = words;
        feed.tell();
    }

    /** What is wrong, in a sentence; empty where nothing is. */
    Supplier<String> problem() {
        return problem;
    }

    /** Whether a question is under way. */
    public boolean isBusy() {
        return awaited != null || task != null;
    }

    /** Whether this is what was answered last. */
    public boolean isAnswered(Object key) {
        return !isBusy() && key.equals(answered);
    }

    /** Whether this is what is under way. */
    boolean isAsked(Object key) {
        return isBusy() && asked.equals(key);
    }

    /** Gives up what is under way; what was answered before stays answered. */
    void giveUp() {
        stop();
    }

    /** Gives up what is under way, and holds nothing for answered. */
    public void forget() {
        stop();
        asked = null;
        answered = null;
        failed = false;
        failures = 0;
        tell(Retold.NOTHING);
    }

    private void stop() {
        awaited = null;
        then = null;
        if (task != null) {
            task.cancel();
            task = null;
        }
    }
}
