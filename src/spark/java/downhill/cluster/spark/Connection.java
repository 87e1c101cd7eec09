package downhill.cluster.spark;

import downhill.engine.Threads;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Gets a context that has executors, or says in one sentence why there is none. */
final class Connection {
    /** For how long it is waited that a master answers, that it takes a program in, and twice as long for the first worker. */
    static final String PATIENCE = "spark.downhill.patience";
    static final String USUAL = "30s";
    /** Executors come one after the other; nobody says how many there will be. In milliseconds. */
    private static final long MORE = 2000;
    private static final long LOOK = 100;
    /** A try that nobody waits for any more and that ends by itself, within a minute: two in one program are in each other's way. */
    private static final AtomicReference<CompletableFuture<Void>> LATE = new AtomicReference<>(CompletableFuture.completedFuture(null));

    private Connection() {
    }

    static JavaSparkContext open(SparkConf conf, String master) {
        Masters.check(conf, master);
        LATE.get().join();
        CompletableFuture<JavaSparkContext> made = new CompletableFuture<>();
        Threads.start("spark", () -> {
            try {
                made.complete(new JavaSparkContext(conf));
            } catch (RuntimeException | Error failure) {
                made.completeExceptionally(failure);
            }
        });
        long patience = conf.getTimeAsSeconds(PATIENCE, USUAL);
        JavaSparkContext context = made(made, master, patience);
        if (!master.startsWith("local")) {
            awaitExecutors(context, master, 2 * patience);
        }
        return context;
    }

    private static JavaSparkContext made(CompletableFuture<JavaSparkContext> made, String master, long patience) {
        try {
            return made.get(patience, TimeUnit.SECONDS);
        } catch (TimeoutException silent) {
            LATE.set(made.handle((context, failure) -> {
                if (context != null) {
                    context.close();
                }
                return null;
            }));
            throw new RefusedException(Said.of("spark.version", master, org.apache.spark.package$.MODULE$.SPARK_VERSION()), silent);
        } catch (ExecutionException failure) {
            String first = String.valueOf(failure.getCause().getMessage()).lines().findFirst().orElse("");
            throw new RefusedException(Said.of("spark.refused", master, first), failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody waits for the context");
        }
    }

    private static void awaitExecutors(JavaSparkContext context, String master, long patience) {
        int known = 0;
        long since = System.nanoTime();
        while (known == 0 || System.nanoTime() - since < TimeUnit.MILLISECONDS.toNanos(MORE)) {
            if (context.sc().isStopped() || known == 0 && System.nanoTime() - since > TimeUnit.SECONDS.toNanos(patience)) {
                boolean died = context.sc().isStopped();
                context.close();
                throw new RefusedException(Said.of(died ? "spark.died" : "spark.workers", master));
            }
            int now = slots(context);
            if (now != known) {
                known = now;
                since = System.nanoTime();
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                context.close();
                throw new RefusedException(Said.of("spark.workers", master), e);
            }
        }
    }

    /** How many tasks run at a time. */
    static int slots(JavaSparkContext context) {
        return context.sc().maxNumConcurrentTasks(context.sc().resourceProfileManager().defaultResourceProfile());
    }
}
