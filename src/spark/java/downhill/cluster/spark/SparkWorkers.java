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
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Several threads give pieces of work to the tasks of the one context. */
final class SparkWorkers implements Workforce {
    private final JavaSparkContext context;
    private final int slots;
    private final Chains chains;

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
        chains = new Chains(context, slots);
    }

    static SparkWorkers open(SparkConf conf, String master, BooleanSupplier go) {
        SparkWorkers workers = new SparkWorkers(Connection.open(conf, master, go));
        boolean ready = false;
        try {
            workers.call(new FirstWork(), message -> message, go);
            ready = true;
            return workers;
        } finally {
            if (!ready) {
                workers.close();
            }
        }
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
    @SuppressWarnings("unchecked") // it is what the work comes to
    public <R extends Serializable> WorkResult<R> call(Work<R> work, UnaryOperator<Serializable> answers, BooleanSupplier go) {
        return ((WorkResult<R>) Wire.value(chains.done(Wire.bytes(work), answers, go))).required();
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
