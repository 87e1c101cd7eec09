package downhill.cluster;

import java.io.Serializable;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Who does pieces of work. Its methods may be called from several threads. */
public interface Workforce extends AutoCloseable {
    /** Makes some; found when the program runs ({@link java.util.ServiceLoader}). */
    interface Provider {
        /** Whether it knows a place of that name. */
        boolean takes(String place);

        /**
         * Gets ready to work there.
         *
         * @param go asked now and then
         * @throws java.util.concurrent.CancellationException where {@code go} said no
         * @throws downhill.words.RefusedException            of one sentence where that cannot be
         */
        Workforce open(String place, BooleanSupplier go);
    }

    /** How many pieces are done at a time, at least 1. */
    int slots();

    /** Brings a value to where work is done, when it is first asked for there. */
    <T extends Serializable> Shared<T> share(T value);

    /**
     * Has a piece of work done, and waits for it. Where a machine is lost, another does it from its start.
     *
     * @param answers asked by the work; must give the same answer where the same is asked again, and not wait
     * @param go      asked now and then
     * @throws java.util.concurrent.CancellationException where {@code go} said no
     * @throws downhill.words.RefusedException            of one sentence where the work cannot be done
     */
    <R extends Serializable> WorkResult<R> call(Work<R> work, UnaryOperator<Serializable> answers, BooleanSupplier go);

    /**
     * Has things made that stay where they are, such as the rows of each worker; each is made when it is first asked.
     *
     * @param makers at least one
     */
    <S extends AutoCloseable> Residents<S> hold(List<? extends Maker<S>> makers);

    @Override
    void close();
}
