package downhill.cluster;

import java.io.Serializable;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Things that stay where they were made, one for each worker, such as the rows of each. One thread asks at a time.
 *
 * @param <S> what they are
 */
public interface Residents<S extends AutoCloseable> extends AutoCloseable {
    /**
     * What each is asked. A value.
     *
     * @param <S> whom
     * @param <R> what it answers
     */
    @FunctionalInterface
    interface Question<S, R extends Serializable> extends Serializable {
        /**
         * Answers.
         *
         * @param number which one it is, from 0
         * @param wanted asked now and then whether to go on
         */
        R of(S held, int number, BooleanSupplier wanted);
    }

    /**
     * Adds answers up. A value.
     *
     * @param <R> what they are
     */
    @FunctionalInterface
    interface Adding<R extends Serializable> extends Serializable {
        /** Both; the first may be changed. */
        R plus(R one, R other);
    }

    /** How many there are, at least 1. */
    int size();

    /**
     * Asks all, at a time as many as there are workers, and waits.
     *
     * @return in their order
     * @throws java.util.concurrent.CancellationException where {@code go} said no
     * @throws downhill.words.RefusedException            of one sentence where one cannot answer
     */
    <R extends Serializable> List<R> each(Question<S, R> question, BooleanSupplier go);

    /**
     * The same where only the sum of the answers is wanted: neighbours are added up in groups of {@link #group}, where workers are on other
     * machines by them, then the groups here. The order is the same on all kinds of workers, and so are the last digits.
     */
    <R extends Serializable> R sum(Question<S, R> question, Adding<R> adding, BooleanSupplier go);

    /** Neighbours that are added up together: about as many as there are groups of them. */
    static int group(int size) {
        return (int) Math.ceil(Math.sqrt(size));
    }

    /** Adds up in that order what is here. */
    static <R extends Serializable> R sum(List<R> answers, Adding<R> adding) {
        int group = group(answers.size());
        R all = null;
        for (int from = 0; from < answers.size(); from += group) {
            R some = answers.get(from);
            for (R each : answers.subList(from + 1, Math.min(answers.size(), from + group))) {
                some = adding.plus(some, each);
            }
            all = all == null ? some : adding.plus(all, some);
        }
        return all;
    }

    @Override
    void close();
}
