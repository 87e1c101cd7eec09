package downhill.cluster;

import java.io.Serializable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Deals things that depend on no other out to workers, in blocks of neighbours: folds, pixels, models. The next block waits at the
 * workers' door, so that nobody waits for it.
 */
final class BlockDeal {
    private final Workforce workers;
    private final BlockSize pace;
    private final int count;
    private int next;

    /** What is done of a block, and who is told what it says on its way. */
    interface Block<R extends Serializable> {
        /** The things from {@code from} up to, not including, {@code to}. */
        Work<R> work(int from, int to);

        /** Something that the work says on its way: it may say the same again where a machine was lost. One at a time. */
        default void said(int from, int to, Serializable message) {
        }

        /** What it came to. One at a time. */
        void done(int from, int to, R result);
    }

    /** @param pace that all of one kind share */
    BlockDeal(Workforce workers, BlockSize pace, int count) {
        this.workers = workers;
        this.pace = pace;
        this.count = count;
    }

    /**
     * Deals all of them out, and waits until they are done.
     *
     * @throws CancellationException where {@code go} said no
     * @throws downhill.words.RefusedException of one sentence where one cannot be done
     */
    <R extends Serializable> void all(Block<R> block, BooleanSupplier go) {
        boolean ended = BlockLoops.run(Math.min(count, workers.slots()), Math.min(count, 2 * workers.slots()), pace.begun(), on -> {
            for (int[] part = next(); part != null; part = next()) {
                if (!on.getAsBoolean() || !go.getAsBoolean()) {
                    return false;
                }
                done(block, part[0], part[1], () -> on.getAsBoolean() && go.getAsBoolean());
            }
            return true;
        });
        if (!ended) {
            throw new CancellationException("the work is no longer wanted");
        }
    }

    private synchronized int[] next() {
        if (next == count) {
            return null;
        }
        int from = next;
        next += Math.min(count - next, pace.size(count - next, pace.begin(count)));
        return new int[] {from, next};
    }

    private <R extends Serializable> void done(Block<R> block, int from, int to, BooleanSupplier go) {
        WorkResult<R> result = workers.call(block.work(from, to), message -> {
            hear(() -> block.said(from, to, message));
            return Boolean.TRUE;
        }, go);
        pace.done(to - from, result.time());
        hear(() -> block.done(from, to, result.result()));
    }

    private synchronized void hear(Runnable what) {
        what.run();
    }
}
