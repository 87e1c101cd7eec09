package downhill.cluster;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** This machine's cores as workers: each piece of work on one of them. */
class CoreWorkers implements Workforce {
    private static final Map<Long, Serializable> SHARED = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong();

    private final int slots;
    private final Semaphore free;
    private final Shift shift = new Shift();

    /** The number of a value that is here. */
    private record Here<T extends Serializable>(long number) implements Shared<T> {
        @Override
        @SuppressWarnings("unchecked") // only share makes them
        public T get() {
            return (T) SHARED.get(number);
        }
    }

    CoreWorkers(int slots) {
        this.slots = slots;
        free = new Semaphore(slots, true);
    }

    @Override
    public int slots() {
        return slots;
    }

    @Override
    public <T extends Serializable> Shared<T> share(T value) {
        long number = NEXT.getAndIncrement();
        SHARED.put(number, arrived(value));
        return new Here<>(number);
    }

    @Override
    public <R extends Serializable> WorkResult<R> call(Work<R> work, UnaryOperator<Serializable> answers, BooleanSupplier go) {
        free.acquireUninterruptibly();
        try {
            WorkResult<R> outcome = WorkResult.of(arrived(work), new Core(answers, go), shift);
            return arrived(outcome).required();
        } finally {
            free.release();
        }
    }

    @Override
    public <S extends AutoCloseable> Residents<S> hold(List<? extends Maker<S>> makers) {
        return new ResidentsOnCores<>(this, makers);
    }

    /** Where a thread of this program works. */
    Workplace place(UnaryOperator<Serializable> answers, BooleanSupplier go) {
        return new Core(answers, go);
    }

    private final class Core implements Workplace {
        private final UnaryOperator<Serializable> answers;
        private final BooleanSupplier go;

        Core(UnaryOperator<Serializable> answers, BooleanSupplier go) {
            this.answers = answers;
            this.go = go;
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public boolean wanted() {
            return go.getAsBoolean();
        }

        @Override
        public Serializable ask(Serializable message) {
            if (!wanted()) {
                throw new CancellationException("the work is no longer wanted");
            }
            return arrived(answers.apply(arrived(message)));
        }
    }

    /** What goes to a worker and back, as it arrives: here itself. */
    <T extends Serializable> T arrived(T value) {
        return value;
    }

    @Override
    public void close() {
        // Values are let go with the program.
    }
}
