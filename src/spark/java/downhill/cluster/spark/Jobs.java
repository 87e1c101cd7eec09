package downhill.cluster.spark;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/** Jobs of Spark that somebody waits for. */
final class Jobs {
    private static final long PATIENCE_MILLIS = 50;

    private Jobs() {
    }

    /**
     * Waits for a job.
     *
     * @param group of jobs that it is one of, which ends where it is no longer wanted
     * @throws CancellationException where {@code go} said no
     * @throws RefusedException      of one sentence where Spark gave it up
     */
    static <T> T waited(JavaSparkContext context, JavaFutureAction<T> job, String group, BooleanSupplier go) {
        while (true) {
            try {
                return job.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (!go.getAsBoolean()) {
                    context.sc().cancelJobGroup(group);
                    throw new CancellationException("the work is no longer wanted");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                context.sc().cancelJobGroup(group);
                throw new CancellationException("the work is no longer wanted");
            } catch (ExecutionException failure) {
                throw refused(failure.getCause());
            }
        }
    }

    /** Of a page with traces the first line says what it was. */
    private static RefusedException refused(Throwable cause) {
        String first = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new RefusedException(Said.of("spark.failed", first), cause);
    }
}
