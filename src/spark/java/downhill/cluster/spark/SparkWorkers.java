package downhill.cluster.spark;

import downhill.cluster.WorkResult;
import downhill.cluster.Workplace;
import downhill.cluster.Shared;
import downhill.cluster.Work;
import downhill.cluster.Workforce;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Each piece of work is a job of one task; several threads give them to the one context. */
final class SparkWorkers implements Workforce {
    private static final long PATIENCE_MILLIS = 50;

    private final JavaSparkContext context;
    private final int slots;

    /** A broadcast value. */
    private record Sent<T extends Serializable>(Broadcast<T> value) implements Shared<T> {
        @Override
        public T get() {
            return value.value();
        }
    }

    /** What is there for the first time takes its time: that is not the cost of a block. */
    private record FirstWork() implements Work<Integer> {
        @Override
        public Integer done(Workplace place) {
            return 0;
        }
    }

    private SparkWorkers(JavaSparkContext context) {
        this.context = context;
        slots = Math.max(1, Connection.slots(context));
    }

    static SparkWorkers open(SparkConf conf, String master) {
        SparkWorkers workers = new SparkWorkers(Connection.open(conf, master));
        workers.call(new FirstWork(), message -> message, () -> true);
        return workers;
    }

    @Override
    public int slots() {
        return slots;
    }

    @Override
    public <T extends Serializable> Shared<T> share(T value) {
        return new Sent<>(context.broadcast(value));
    }

    @Override
    public <R extends Serializable> WorkResult<R> call(Work<R> work, UnaryOperator<Serializable> answers, BooleanSupplier go) {
        long talk = TalkPlugin.begin(answers);
        String group = "downhill-" + talk;
        try {
            context.setJobGroup(group, work.getClass().getSimpleName(), true);
            JavaFutureAction<List<WorkResult<R>>> job = context.parallelize(List.of(work), 1).map(new WorkTask<R>(talk)).collectAsync();
            return waited(job, group, go).required();
        } finally {
            TalkPlugin.end(talk);
        }
    }

    private <R extends Serializable> WorkResult<R> waited(JavaFutureAction<List<WorkResult<R>>> job, String group, BooleanSupplier go) {
        while (true) {
            try {
                return job.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).get(0);
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

    @Override
    public void close() {
        context.close();
    }
}
