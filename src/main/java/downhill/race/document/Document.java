package downhill.race.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The one owner of an experiment. Whoever works on it, the window and the race alike, reads it here and changes it here, from any thread;
 * nobody keeps a document of his own. Edits are done one after another, and every follower hears all of them in that order.
 */
public final class Document {
    /**
     * One edit that was done.
     *
     * @param was      the document before it
     * @param revision what it changed
     * @param now      the document after it
     */
    public record Edit(Experiment was, Revision revision, Experiment now) {
    }

    /**
     * Who hears of every edit, on the thread that makes it and while no other can be made: so it is quick, waits for nothing and edits
     * nothing.
     */
    public interface Follower {
        /**
         * Before an edit.
         *
         * @throws downhill.words.RefusedException where that cannot be; nothing changes then
         */
        default void check(Experiment was, Experiment wanted) {
        }

        /** After it. */
        void hear(Edit edit);
    }

    private final List<Follower> followers = new ArrayList<>();
    private volatile Experiment now;

    /** Of an experiment as it is opened. */
    public Document(Experiment first) {
        now = first;
    }

    /** As it stands. */
    public Experiment now() {
        return now;
    }

    /**
     * Puts what {@code change} makes of the document in its place; whatever others have changed just before is in what it is given.
     *
     * @param change without effects beside; what it throws leaves the document as it is
     * @return what was done; of an empty revision where nothing is another
     */
    public synchronized Edit edit(UnaryOperator<Experiment> change) {
        Experiment next = change.apply(now).seenBy(now.looked());
        return edit(next, Revision.between(now, next));
    }

    /** The same where the race begins again by it. */
    public synchronized Edit restart(UnaryOperator<Experiment> change) {
        Experiment next = change.apply(now).seenBy(now.looked());
        return edit(next, Revision.between(now, next).restarting());
    }

    private Edit edit(Experiment next, Revision revision) {
        Experiment was = now;
        Edit edit = new Edit(was, revision, next);
        if (!revision.isEmpty()) {
            followers.forEach(each -> each.check(was, next));
            now = next;
            List.copyOf(followers).forEach(each -> each.hear(edit));
        }
        return edit;
    }

    /**
     * Writes down what nothing takes back, such as a look at the rows under seal, or what came of a remedy; no race depends on it. It is
     * heard of as an edit without a revision.
     */
    public synchronized void note(UnaryOperator<Experiment> change) {
        Edit edit = new Edit(now, new Revision(List.of()), change.apply(now));
        now = edit.now();
        List.copyOf(followers).forEach(each -> each.hear(edit));
    }

    /**
     * Tells of every edit from now on.
     *
     * @return the document that the first edit told will change
     */
    public synchronized Experiment follow(Follower follower) {
        followers.add(follower);
        return now;
    }

    /** Tells no longer. */
    public synchronized void leave(Follower follower) {
        followers.remove(follower);
    }
}
