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
 * @param time     of the last change of it, nanoseconds
 */
record Deed(Revision revision, CompletableFuture<Checkpoint> before, CompletableFuture<Checkpoint> after, long time) {
    Deed withBefore(CompletableFuture<Checkpoint> race) {
        return new Deed(revision, race, after, time);
    }

    Deed withAfter(CompletableFuture<Checkpoint> race) {
        return new Deed(revision, before, race, time);
    }
}
