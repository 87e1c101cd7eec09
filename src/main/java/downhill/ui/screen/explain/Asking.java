package downhill.ui.screen.explain;

import downhill.data.Progress;
import downhill.ui.fx.UiTask;
import downhill.ui.session.Feed;
import downhill.ui.session.Line;
import downhill.ui.session.TaskProgress;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One thing that is worked out beside the race while somebody looks at it. While the race runs it is asked again now and then and rests
 * far longer than it works; while it rests, whatever is asked now takes the place of what is under way. FX thread.
 *
 * @param <Q> question
 * @param <R> answer
 */
final class Asking<Q, R> {
    /** Work on a thread of the feed. */
    @FunctionalInterface
    interface Work<Q, R> {
        /** Answers; long work says how far it is, and asks now and then whether to give up. */
        R answer(Q question, Engines engines, Progress progress) throws Exception;
    }

    private static final long PACE_NANOS = 350_000_000L;
    /** So long is waited for an answer although another is wanted now: who drags a slider sees answers on the way. */
    private static final long PATIENCE_NANOS = 150_000_000L;
    /** Who waits longer than this is told how far it is. */
    private static final long LONG_NANOS = 600_000_000L;
    /** Beside a race so many times as long as the work took is rest: eight such share less than a tenth of one core. */
    private static final double REST = 90;

    private final Feed feed;
    private final Line line;
    private final Engines engines;
    private final Function<Q, Object> key;
    private final Work<Q, R> work;
    private final Set<Object> viewers = new HashSet<>();
    private final ReadOnlyObjectWrapper<R> answer = new ReadOnlyObjectWrapper<>(this, "answer");
    private Object asked;
    private long askedAt;
    private Predicate<R> goesOn = now -> false;
    private boolean beside;
    private Object wanted;
    private Object stopped;
    private volatile UiTask<?> task;

    /** Questions of equal {@code key} have equal answers. */
    Asking(Feed feed, String name, Engines engines, Function<Q, Object> key, Work<Q, R> work) {
        this.feed = feed;
        line = feed.line(name).resting(REST);
        this.engines = engines;
        this.key = key;
        this.work = work;
    }

    /** What was answered last; null before the first. */
    ReadOnlyObjectProperty<R> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    R answer() {
        return answer.get();
    }

    /** {@code viewer} looks, or no longer. */
    void watch(Object viewer, boolean on) {
        if (on) {
            viewers.add(viewer);
        } else {
            viewers.remove(viewer);
        }
    }

    /** Whether an answer is on its way. */
    boolean isBusy() {
        return line.isBusy();
    }

    /** Whether somebody looks, and what he waits for is not there yet. */
    boolean isAwaited() {
        return !viewers.isEmpty() && wanted != null && !isStopped() && !line.isAnswered(wanted);
    }

    /** Answers of which this is true are the beginning of one: whoever asks again has the work go on. */
    Asking<Q, R> goingOn(Predicate<R> unfinished) {
        goesOn = unfinished;
        return this;
    }

    /** Whether what is under way takes so long that a person is told; beside a race, which has it asked again and again, never. */
    boolean isLong() {
        boolean unfinished = answer.get() != null && goesOn.test(answer.get()) && !isStopped();
        return !viewers.isEmpty() && !beside && (unfinished || line.isBusy() && feed.nanos() - askedAt > LONG_NANOS);
    }

    /** How far what is under way is, 0 to 1; below 0 where that is not known. */
    double share() {
        UiTask<?> under = task;
        return under == null ? UiTask.Progress.NONE.fraction() : under.progress().fraction();
    }

    /** Ends what is under way; it is not begun again before something else is asked or {@link #again} called. */
    void stop() {
        stopped = wanted;
        if (line.isBusy()) {
            line.forget();
        }
    }

    /** Whether what is asked was stopped by a person. */
    boolean isStopped() {
        return stopped != null && !viewers.isEmpty() && stopped.equals(wanted);
    }

    /** Asks again what was stopped. */
    void again() {
        stopped = null;
    }

    /** Once a frame; {@code running} is the race. Null asks nothing. */
    void frame(Q question, boolean running) {
        if (question == null || viewers.isEmpty()) {
            return;
        }
        Object now = key.apply(question);
        wanted = now;
        beside = running;
        if (now.equals(stopped)) {
            return;
        }
        boolean replaces = !running && line.isBusy() && !now.equals(asked) && feed.nanos() - askedAt > PATIENCE_NANOS;
        if (replaces || line.wants(now, running ? PACE_NANOS : 0)) {
            asked = now;
            askedAt = feed.nanos();
            line.<R>ask(now, under -> {
                task = under;
                return work.answer(question, engines, new TaskProgress(under));
            }, answer::set);
        }
    }

    /** What was answered is of another subject than what will be asked. */
    void forget() {
        line.forget();
        answer.set(null);
        wanted = null;
        stopped = null;
    }
}
