package downhill.analysis.explain;

import downhill.analysis.predict.Predictor;
import downhill.engine.Precision;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Compiled models of one part, lent to one thread each; more are made when all are lent. For any threads. */
final class ModelPool implements AutoCloseable {
    private final ModelPart part;
    private final Precision precision;
    private final Queue<Predictor> free = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /** Refuses at once what can never answer. */
    ModelPool(ModelPart part, Precision precision) {
        this.part = part;
        this.precision = precision;
        free.add(make());
    }

    private Predictor make() {
        return new Predictor(part.model(), part.shape(), part.outputs(), precision, true);
    }

    <T> T lend(Function<Predictor, T> work) {
        Predictor own = free.poll();
        own = own == null ? make() : own;
        try {
            return work.apply(own);
        } finally {
            free.add(own);
            if (closed) {
                close();
            }
        }
    }

    /** One that is lent is closed when it comes back. */
    @Override
    public void close() {
        closed = true;
        for (Predictor one = free.poll(); one != null; one = free.poll()) {
            one.close();
        }
    }
}
