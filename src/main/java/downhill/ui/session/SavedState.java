package downhill.ui.session;

import downhill.race.document.Experiment;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which file holds the session, what it holds of it, and so whether there is something to lose. FX thread. */
final class SavedState {
    private static final long NOWHERE = -1;

    private final ReadOnlyObjectWrapper<Path> file;
    private final ReadOnlyBooleanWrapper dirty;
    private long step = NOWHERE;
    /** The document as it is in its file, or was opened. */
    private Experiment document;

    SavedState(Session owner) {
        file = new ReadOnlyObjectWrapper<>(owner, "file");
        dirty = new ReadOnlyBooleanWrapper(owner, "dirty");
    }

    ReadOnlyObjectProperty<Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** A document was opened; {@code from} is its file, or null. */
    void opened(Experiment opened, Path from) {
        step = NOWHERE;
        document = opened;
        file.set(from);
        dirty.set(false);
    }

    /** What was opened was a session, saved at {@code at}; where it was {@code recovered} it is in no file of its own. */
    void resumed(long at, boolean recovered) {
        step = recovered ? NOWHERE : at;
        document = recovered ? null : document;
        dirty.set(recovered);
    }

    /** {@code written} is now in {@code to}; {@code now} is the document by now. */
    void wrote(Path to, Experiment written, Experiment now) {
        document = written;
        file.set(to);
        dirty.set(!written.equals(now));
    }

    /** The race is saved as it stood at a step. */
    void wroteAt(long at) {
        step = at;
    }

    /** Something is other than in the file. */
    void changed() {
        dirty.set(true);
    }

    /** The document is {@code now}; whether that is the one of the file, where nothing {@code beside} it was changed. */
    void became(Experiment now, boolean beside) {
        dirty.set(hasStep() || !now.equals(document) || beside);
    }

    /** The race stands at another step than in the file; of a race that is in none nothing is lost. */
    void moved(long now) {
        if (hasStep() && now != step) {
            dirty.set(true);
        }
    }

    /** The step at which the session was saved or opened; -1 where it is not in a file of its own. */
    long step() {
        return step;
    }

    private boolean hasStep() {
        return step != NOWHERE;
    }
}
