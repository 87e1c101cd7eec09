package downhill.cluster.spark;

import java.io.Serializable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * A piece of work that somebody waits for.
 *
 * @param number  of its own
 * @param work    as it goes to an executor
 * @param answers asked by the work
 * @param done    what it came to, as it comes from there
 */
record Piece(long number, byte[] work, UnaryOperator<Serializable> answers, CompletableFuture<byte[]> done) {
    private static final long PATIENCE_MILLIS = 50;

    /**
     * Waits for it.
     *
     * @param drop does what is to be done where it is no longer wanted
     * @throws CancellationException               where {@code go} said no
     * @throws downhill.words.RefusedException     of one sentence where Spark gave it up
     */
    byte[] awaited(BooleanSupplier go, Runnable drop) {
        while (true) {
            try {
                return done.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (!go.getAsBoolean()) {
                    drop.run();
                    throw new CancellationException("the work is no longer wanted");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                drop.run();
                throw new CancellationException("the work is no longer wanted");
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failure.getCause());
            }
        }
    }
}
