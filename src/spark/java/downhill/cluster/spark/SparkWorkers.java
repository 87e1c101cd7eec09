package downhill.cluster.spark;

import downhill.cluster.Maker;
import downhill.cluster.Residents;
import downhill.cluster.WorkResult;
import downhill.cluster.Workplace;
import downhill.cluster.Shared;
import downhill.cluster.Work;
import downhill.cluster.Workforce;
import java.io.Serializable;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Each piece of work is a job of one task; several threads give them to the one context. */
final class SparkWorkers implements Workforce {
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
            return Jobs.waited(context, job, group, go).get(0).required();
        } finally {
            TalkPlugin.end(talk);
        }
    }

    @Override
    public <S extends AutoCloseable> Residents<S> hold(List<? extends Maker<S>> makers) {
        return new SparkResidents<>(context, makers);
    }

    @Override
    public void close() {
        context.close();
    }
}
