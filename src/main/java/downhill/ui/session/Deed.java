package downhill.ui.session;

import downhill.race.Checkpoint;
import downhill.race.document.Revision;
import java.util.concurrent.CompletableFuture;

/**
 * One thing that a person did to the document.
 *
 * @param revision what it changed
 * @param before   the race as it stood before, where the change began it anew; null where it went on
 * @param after    the race as it stood when the deed was undone; null where it was not or the race went on
 * @param lost     whether the race that undoing it, or doing it again, would bring back was given up for memory
 * @param time     of the last change of it, nanoseconds
 */
record Deed(Revision revision, CompletableFuture<Checkpoint> before, CompletableFuture<Checkpoint> after, boolean lost, long time) {
    /** Done again in place of a race, or of null. */
    Deed withBefore(CompletableFuture<Checkpoint> race) {
        return new Deed(revision, race, null, false, time);
    }

    /** Undone in place of a race, or of null. */
    Deed withAfter(CompletableFuture<Checkpoint> race) {
        return new Deed(revision, null, race, false, time);
    }

    /** Without the races, for memory. */
    Deed lean() {
        return new Deed(revision, null, null, true, time);
    }
}
