package downhill.ui.screen.explain;

import downhill.ui.fx.UiTask;
import downhill.ui.session.Feed;
import downhill.ui.session.Line;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
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
        /** Answers; long work asks now and then whether it was cancelled. */
        R answer(Q question, Engines engines, UiTask<?> task) throws Exception;
    }

    private static final long PACE_NANOS = 350_000_000L;
    /** So long is waited for an answer although another is wanted now: who drags a slider sees answers on the way. */
    private static final long PATIENCE_NANOS = 150_000_000L;
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

    /** Once a frame; {@code running} is the race. Null asks nothing. */
    void frame(Q question, boolean running) {
        if (question == null || viewers.isEmpty()) {
            return;
        }
        Object now = key.apply(question);
        boolean replaces = !running && line.isBusy() && !now.equals(asked) && feed.nanos() - askedAt > PATIENCE_NANOS;
        if (replaces || line.wants(now, running ? PACE_NANOS : 0)) {
            asked = now;
            askedAt = feed.nanos();
            line.<R>ask(now, task -> work.answer(question, engines, task), answer::set);
        }
    }

    /** What was answered is of another subject than what will be asked. */
    void forget() {
        line.forget();
        answer.set(null);
    }
}
