package downhill.ui.session;

import downhill.race.Checkpoint;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.SessionPlace;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * What is saved of a session: asked for on the FX thread, written on another one.
 *
 * @param checkpoint the race, once it gets to it, under the document as it is then
 * @param document   the document as it was when this was asked for
 * @param folder     that paths of its data files are relative to
 * @param place      what the window shows
 * @param dataHash   SHA-256 of its data file as it was read; null where it has none or has not read it
 */
public record Saving(CompletableFuture<Checkpoint> checkpoint, Experiment document, Path folder, SessionPlace place, String dataHash) {
    private static String hash(Experiment document, LoadedData read) {
        boolean same = read != null && document.problem() instanceof Problem.Learning learning
                && learning.data().source().equals(read.spec().source());
        return same ? read.sha256() : null;
    }

    private static Checkpoint comes(Checkpoint pending, Experiment document) {
        boolean fits = pending != null && pending.experiment().differsInContendersAlone(document);
        return fits ? pending.under(document) : Checkpoint.notBegun(document);
    }

    /** Of {@code session} now. Where its race is still being made, what it will go on from. */
    static Saving of(Session session, Checkpoint pending) {
        Experiment document = session.experiment();
        Path folder = session.folder() == null ? Path.of("").toAbsolutePath() : session.folder().toAbsolutePath();
        Path file = session.fileProperty().get();
        SessionPlace place = new SessionPlace(file == null ? null : file.toAbsolutePath().toString(), folder.toString(),
                session.dirtyProperty().get(), session.selection().contenderProperty().get(), session.earlier().all(),
                session.lessonProperty().get());
        CompletableFuture<Checkpoint> race = session.race().isOpen() ? session.race().racing().checkpoint()
                : CompletableFuture.completedFuture(comes(pending, document));
        return new Saving(race, document, folder, place, hash(document, session.dataProperty().get()));
    }
}
