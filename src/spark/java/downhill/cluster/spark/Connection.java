package downhill.cluster.spark;

import downhill.engine.Threads;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Gets a context that has executors, or says in one sentence why there is none. */
final class Connection {
    /** For how long it is waited that a master answers, that it takes a program in, and twice as long for the first worker. */
    static final String PATIENCE = "spark.downhill.patience";
    static final String USUAL = "30s";
    /** Executors come one after the other; nobody says how many there will be. In milliseconds. */
    private static final long MORE = 2000;
    private static final long LOOK = 50;
    /** What Spark says where this program has a context already. */
    private static final String ONE = "Only one SparkContext";
    /** What it says of a master that none of its parts knows. */
    private static final String UNKNOWN = "Could not parse Master URL";
    /** One try after the other. */
    private static final Semaphore TRIES = new Semaphore(1);
    /** A try that nobody waits for any more and that ends by itself, within a minute: two in one program are in each other's way. */
    private static final AtomicReference<CompletableFuture<Void>> LATE = new AtomicReference<>(CompletableFuture.completedFuture(null));

    private Connection() {
    }

    /**
     * Asks for one.
     *
     * @param go asked now and then; what is under way when it says no ends by itself
     * @throws CancellationException where {@code go} said no
     * @throws RefusedException      of one sentence where there is none
     */
    static JavaSparkContext open(SparkConf conf, String master, BooleanSupplier go) {
        try {
            while (!TRIES.tryAcquire(LOOK, TimeUnit.MILLISECONDS)) {
                if (!go.getAsBoolean()) {
                    throw unwanted();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unwanted();
        }
        try {
            return opened(conf, master, go);
        } finally {
            TRIES.release();
        }
    }

    private static JavaSparkContext opened(SparkConf conf, String master, BooleanSupplier go) {
        long patience = conf.getTimeAsSeconds(PATIENCE, USUAL);
        awaited(begun(() -> {
            Masters.check(conf, master);
            return master;
        }), Long.MAX_VALUE, go, master);
        awaited(LATE.get(), Long.MAX_VALUE, go, master);
        JavaSparkContext context = made(conf, master, patience, go);
        if (!master.startsWith("local")) {
            awaitExecutors(context, master, 2 * patience, go);
        }
        return context;
    }

    private static JavaSparkContext made(SparkConf conf, String master, long patience, BooleanSupplier go) {
        CompletableFuture<JavaSparkContext> made = begun(() -> new JavaSparkContext(conf));
        JavaSparkContext context = null;
        try {
            context = awaited(made, patience, go, master);
        } finally {
            if (context == null) {
                LATE.set(made.handle(Connection::dropped));
            }
        }
        return context;
    }

    private static Void dropped(JavaSparkContext context, Throwable failure) {
        if (context != null) {
            context.close();
        }
        return null;
    }

    private static <T> CompletableFuture<T> begun(Supplier<T> what) {
        CompletableFuture<T> made = new CompletableFuture<>();
        Threads.start("spark", () -> {
            try {
                made.complete(what.get());
            } catch (Exception | Error failure) { // Scala throws checked ones without saying so
                made.completeExceptionally(failure);
            }
        });
        return made;
    }

    private static <T> T awaited(CompletableFuture<T> what, long seconds, BooleanSupplier go, String master) {
        long since = System.nanoTime();
        while (true) {
            try {
                return what.get(LOOK, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (!go.getAsBoolean()) {
                    throw unwanted();
                }
                if (TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since) >= seconds) {
                    String release = org.apache.spark.package$.MODULE$.SPARK_VERSION();
                    throw new RefusedException(Said.of("spark.version", master, release), notYet);
                }
            } catch (ExecutionException failure) {
                throw refused(failure.getCause(), master);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unwanted();
            }
        }
    }

    private static CancellationException unwanted() {
        return new CancellationException("nobody waits for the context");
    }

    private static RefusedException refused(Throwable failure, String master) {
        if (failure instanceof RefusedException known) {
            return known;
        }
        String first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        if (first.startsWith(ONE)) {
            return new RefusedException(Said.of("spark.busy", master), failure);
        }
        boolean other = first.startsWith(UNKNOWN) && !master.startsWith("local");
        return new RefusedException(other ? Said.of("spark.manager", master) : Said.of("spark.refused", master, first), failure);
    }

    private static void awaitExecutors(JavaSparkContext context, String master, long patience, BooleanSupplier go) {
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
            if (!go.getAsBoolean()) {
                context.close();
                throw unwanted();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                context.close();
                throw unwanted();
            }
        }
    }

    /** How many tasks run at a time. */
    static int slots(JavaSparkContext context) {
        return context.sc().maxNumConcurrentTasks(context.sc().resourceProfileManager().defaultResourceProfile());
    }
}
