package downhill.data.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import downhill.data.DataException;
import downhill.words.Said;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How the cells of a file are looked at: in batches, by helpers and the reading thread, and whatever the order in which they are done,
 * handed on in that of the file. So what is read does not depend on it.
 *
 * @param size    least characters of a batch
 * @param ahead   batches that are begun before the first of them is handed on
 * @param helpers runs them beside the reading thread
 */
record Crew(int size, int ahead, Executor helpers) {
    private static final int SIZE = 1 << 16;

    /** One thread, one batch after the other. */
    static final Crew ALONE = new Crew(SIZE, 1, task -> { });

    /** As many threads as there are processors; they are Java's own, keep no program from ending, and rest while there is nothing to do. */
    static Crew usual() {
        int processors = Runtime.getRuntime().availableProcessors();
        return processors == 1 ? ALONE : new Crew(SIZE, 2 * processors, ForkJoinPool.commonPool());
    }

    /** A file being read. */
    private static final class Work {
        private final Deque<FutureTask<CellBatch>> begun = new ArrayDeque<>();
        private final Deque<CellBatch> free = new ArrayDeque<>();
    }

    /**
     * Reads to the end.
     *
     * @param batches makes a batch of cells to be filled; a few are made and used again
     * @throws IOException as {@link RecordBatches#check}, once what came before is handed on
     */
    void read(RecordBatches source, Supplier<CellBatch> batches, Consumer<CellBatch> each) throws IOException {
        Work work = new Work();
        for (RecordBatch records = source.next(); records != null; records = source.next()) {
            begin(work, records, batches);
            if (work.begun.size() >= ahead) {
                source.release(hand(work, each));
            }
        }
        while (!work.begun.isEmpty()) {
            hand(work, each);
        }
        source.check();
    }

    private void begin(Work work, RecordBatch records, Supplier<CellBatch> batches) {
        CellBatch cells = work.free.isEmpty() ? batches.get() : work.free.pop();
        FutureTask<CellBatch> task = new FutureTask<>(() -> cells.fill(records), cells);
        work.begun.add(task);
        helpers.execute(task);
    }

    /** Hands the first batch on; while another thread fills it, this one fills others. */
    private static RecordBatch hand(Work work, Consumer<CellBatch> each) {
        FutureTask<CellBatch> first = work.begun.remove();
        first.run();
        for (FutureTask<CellBatch> other : work.begun) {
            if (first.isDone()) {
                break;
            }
            other.run();
        }
        CellBatch cells = filled(first);
        each.accept(cells);
        work.free.push(cells);
        return cells.records();
    }

    /** A batch takes a moment, so a thread that is interrupted meanwhile waits all the same. */
    private static CellBatch filled(FutureTask<CellBatch> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw failure(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof CsvParseException unreadable
                ? new DataException(Said.of("table.unreadable", unreadable.getMessage()), unreadable) : (RuntimeException) cause;
    }
}
