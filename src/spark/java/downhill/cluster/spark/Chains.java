package downhill.cluster.spark;

import downhill.engine.Threads;
import java.io.Serializable;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaSparkContext;

/** Pieces of work that wait, and tasks of Spark that do them: as many as can run at a time, each in a job of its own. */
final class Chains {
    private final JavaSparkContext context;
    private final int most;
    /** Asked by chains, which are asked in turn here: so it is guarded by itself alone. */
    private final Deque<Piece> waiting = new ConcurrentLinkedDeque<>();
    /** By the talk in which it asks. */
    private final Map<Long, Chain> running = new HashMap<>();
    private long next;

    /** @param most tasks at a time */
    Chains(JavaSparkContext context, int most) {
        this.context = context;
        this.most = most;
    }

    /**
     * Has a piece of work done, and waits for it.
     *
     * @throws java.util.concurrent.CancellationException where {@code go} said no
     * @throws downhill.words.RefusedException            of one sentence where Spark gave it up
     */
    byte[] done(byte[] work, UnaryOperator<Serializable> answers, BooleanSupplier go) {
        Piece piece = add(work, answers);
        return piece.awaited(go, () -> drop(piece));
    }

    private synchronized Piece add(byte[] work, UnaryOperator<Serializable> answers) {
        Piece piece = new Piece(next++, work, answers, new CompletableFuture<>());
        waiting.add(piece);
        begin();
        return piece;
    }

    private void begin() {
        if (running.size() < most && !waiting.isEmpty()) {
            Chain chain = new Chain(waiting::poll);
            long talk = TalkPlugin.begin(chain::answer);
            running.put(talk, chain);
            Threads.start("chain", () -> run(talk));
        }
    }

    private void run(long talk) {
        RuntimeException failure = null;
        try {
            context.setJobGroup(group(talk), "work", true);
            Jobs.waited(context, context.parallelize(List.of(talk), 1).map(new ChainTask()).collectAsync(), group(talk), () -> true);
        } catch (RuntimeException why) {
            failure = why;
        } catch (Error why) {
            failure = new IllegalStateException(why);
            throw why;
        } finally {
            TalkPlugin.end(talk);
            ended(talk, failure);
        }
    }

    private static String group(long talk) {
        return "downhill-" + talk;
    }

    /** A task that failed before it had work to do is told to whoever waits first: the next ones would fare no better. */
    private synchronized void ended(long talk, RuntimeException failure) {
        Piece lost = running.remove(talk).current();
        if (failure != null) {
            Piece hurt = lost == null ? waiting.poll() : lost;
            if (hurt != null) {
                hurt.done().completeExceptionally(failure);
            }
        } else if (lost != null) {
            waiting.addFirst(lost);
        }
        begin();
    }

    private void drop(Piece piece) {
        List<Long> talks;
        synchronized (this) {
            talks = waiting.remove(piece) ? List.of()
                    : running.entrySet().stream().filter(each -> each.getValue().current() == piece).map(Map.Entry::getKey).toList();
        }
        talks.forEach(talk -> context.sc().cancelJobGroup(group(talk)));
    }
}
