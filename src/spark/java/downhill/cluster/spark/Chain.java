package downhill.cluster.spark;

import java.io.Serializable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What a task of Spark does, one piece of work after the other: between two of them one message goes to the program that asks and back,
 * where a task for each would have to be made, sent and begun. Whoever takes over the task of an executor that was lost gets the piece that
 * was under way there.
 */
final class Chain {
    /** After so long a task ends, since Spark gives one up that was lost several times, and executors that came later have none. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

    private final Supplier<Piece> pieces;
    private final long since = System.nanoTime();
    private Piece current;
    private int attempt;

    /** From the task: it asks for work, and says what the piece before came to; -1 and null where there was none. */
    record Ready(int attempt, long piece, byte[] result) implements Serializable {
    }

    /** To the task: the next piece; work is null where there is none now. */
    record Next(boolean over, long piece, byte[] work) implements Serializable {
        static final Next OVER = new Next(true, -1, null);
        static final Next NONE = new Next(false, -1, null);
    }

    /** From a piece of work: what it asks. */
    record Question(long piece, Serializable message) implements Serializable {
    }

    /** @param pieces gives the next one to be done; null where there is none now */
    Chain(Supplier<Piece> pieces) {
        this.pieces = pieces;
    }

    /** To the task; null where that is no longer wanted. */
    Serializable answer(Serializable message) {
        if (message instanceof Ready ready) {
            return next(ready);
        }
        Question question = (Question) message;
        Piece now = current();
        return now == null || now.number() != question.piece() ? null : now.answers().apply(question.message());
    }

    private synchronized Next next(Ready ready) {
        if (ready.attempt() < attempt) { // taken for lost, and others have its work
            return Next.OVER;
        }
        attempt = ready.attempt();
        if (current != null && current.number() == ready.piece()) {
            current.done().complete(ready.result());
            current = null;
        }
        if (current == null) {
            if (System.nanoTime() - since > LONGEST) {
                return Next.OVER;
            }
            current = pieces.get();
        }
        return current == null ? Next.NONE : new Next(false, current.number(), current.work());
    }

    /** What is under way; null where nothing is. */
    synchronized Piece current() {
        return current;
    }
}
