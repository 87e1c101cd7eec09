package downhill.cluster;

import downhill.engine.Threads;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;

/**
 * Tells whoever gave the work what there is to tell, in its order, on a thread of its own while the work goes on.
 *
 * @param <M> what is told
 */
final class Messenger<M extends Serializable> {
    private final Workplace place;
    private final Answer<M> answers;
    private final Deque<M> untold = new ArrayDeque<>();
    private boolean telling;
    private RuntimeException failure;

    /** Takes what was answered to a message, on the thread that tells. */
    interface Answer<M> {
        void to(M message, Serializable answer);
    }

    Messenger(Workplace place, Answer<M> answers) {
        this.place = place;
        this.answers = answers;
    }

    /** Has something told; throws what has gone wrong before. */
    synchronized void tell(M message) {
        if (failure != null) {
            throw failure;
        }
        untold.add(message);
        if (!telling) {
            telling = true;
            Threads.start("report", this::tellAll);
        }
    }

    private void tellAll() {
        RuntimeException lost = null;
        try {
            for (M message = first(); message != null; message = first()) {
                answers.to(message, place.ask(message));
            }
        } catch (RuntimeException wrong) {
            lost = wrong;
        }
        ended(lost);
    }

    private synchronized M first() {
        telling = !untold.isEmpty();
        return untold.poll();
    }

    private synchronized void ended(RuntimeException lost) {
        if (lost != null) {
            failure = lost;
            telling = false;
        }
        notifyAll();
    }

    /** Waits until all was told, which may be in vain; throws what has gone wrong. */
    void told() {
        place.idle(this::await);
    }

    private synchronized void await() {
        try {
            while (telling) {
                wait();
            }
        } catch (InterruptedException e) {
            throw Workplace.unwanted();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The same at the end, when nobody may want to hear it any more. */
    void close() {
        try {
            told();
        } catch (CancellationException over) {
            // Nobody listens, so nothing is missed.
        }
    }
}
