package downhill.cli;

import downhill.data.csv.Block;
import downhill.data.csv.BlockListener;
import downhill.data.csv.ImportProblem;
import downhill.engine.Threads;
import downhill.words.Said;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A file is read on while what came of it is worked on: what a listener is told waits, in order, until the listener's thread has time. */
final class ReadAhead implements BlockListener {
    private static final int MOST_WAITING = 4;

    /** Reads a file to a listener. */
    @FunctionalInterface
    interface Source {
        void to(BlockListener listener) throws IOException;
    }

    @FunctionalInterface
    private interface Told {
        void to(BlockListener listener) throws IOException;
    }

    private final Deque<Told> waiting = new ArrayDeque<>();
    private boolean ended;
    private boolean stopped;

    private ReadAhead() {
    }

    /**
     * Reads on a thread of its own, tells the listener on this one, and returns when both are done.
     *
     * @throws IOException what the source or the listener throws, as if there were one thread
     */
    static void read(Source source, BlockListener listener) throws IOException {
        ReadAhead ahead = new ReadAhead();
        FutureTask<Void> reading = new FutureTask<>(() -> {
            try {
                source.to(ahead);
            } finally {
                ahead.end();
            }
            return null;
        });
        Threads.start("reading", reading);
        try {
            for (Told each = ahead.next(); each != null; each = ahead.next()) {
                each.to(listener);
            }
        } catch (Throwable failure) {
            ahead.stop();
            join(reading, failure);
            throw failure;
        }
        join(reading, null);
    }

    /** @param failure which goes before what the reading thread says, or null */
    private static void join(FutureTask<Void> reading, Throwable failure) throws IOException {
        try {
            reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (failure == null) {
                rethrow(e.getCause());
            }
        }
    }

    private static void rethrow(Throwable cause) throws IOException {
        if (cause instanceof IOException broken) {
            throw broken;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) cause;
    }

    private synchronized void put(Told each) {
        while (!stopped && waiting.size() >= MOST_WAITING) {
            await();
        }
        if (stopped) {
            throw new CancellationException("nobody listens");
        }
        waiting.add(each);
        notifyAll();
    }

    /** What is to be told next, or null at the end. */
    private synchronized Told next() {
        while (waiting.isEmpty() && !ended) {
            await();
        }
        notifyAll();
        return waiting.poll();
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("reading was interrupted").initCause(e);
        }
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    private synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    @Override
    public void begin(List<String> columns, Map<String, String> found) {
        put(listener -> listener.begin(columns, found));
    }

    @Override
    public void rows(Block block) {
        put(listener -> listener.rows(block));
    }

    @Override
    public void problem(ImportProblem problem) {
        put(listener -> listener.problem(problem));
    }

    @Override
    public void remark(Said sentence) {
        put(listener -> listener.remark(sentence));
    }
}
