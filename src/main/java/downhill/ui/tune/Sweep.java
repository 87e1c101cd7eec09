package downhill.ui.tune;

import downhill.data.Progress;
import downhill.engine.Threads;
import downhill.words.Said;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;

/**
 * Many runs on a thread of their own, whose results come bit by bit: the window reads once a frame what there is. It calls nobody.
 *
 * @param <R> what comes of it
 */
public final class Sweep<R> implements Progress {
    private volatile R newest;
    private volatile double share;
    private volatile boolean over;
    private volatile boolean unwanted;
    private volatile Said problem = Said.NOTHING;

    /** The work: it hands over what there is to the sweep, again and again, by {@link #put}. */
    public interface Work<R> extends BiConsumer<Sweep<R>, Progress> {
    }

    private Sweep() {
    }

    /** Begins {@code work} on a thread called {@code name}. */
    public static <R> Sweep<R> start(String name, Work<R> work) {
        Sweep<R> sweep = new Sweep<>();
        Threads.start(name, () -> sweep.run(work));
        return sweep;
    }

    private void run(Work<R> work) {
        try {
            work.accept(this, this);
        } catch (CancellationException given) {
            problem = Said.NOTHING; // what there is stays
        } catch (RuntimeException refused) {
            problem = Said.message(refused);
        } finally {
            over = true;
        }
    }

    /** From the worker: what there is now. */
    public void put(R result) {
        newest = result;
    }

    @Override
    public void done(double fraction) {
        share = fraction;
    }

    @Override
    public boolean cancelled() {
        return unwanted;
    }

    /** Ends it as soon as it can; what there is stays. */
    public void stop() {
        unwanted = true;
    }

    /** What there is; null before the first. */
    public R newest() {
        return newest;
    }

    /** How far it is, 0 to 1. */
    public double share() {
        return share;
    }

    /** Whether nothing more will come. */
    public boolean isOver() {
        return over;
    }

    /** What kept it from going on; nothing where nothing did. */
    public Said problem() {
        return problem;
    }
}
