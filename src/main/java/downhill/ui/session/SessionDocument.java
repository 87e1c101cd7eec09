package downhill.ui.session;

import downhill.race.document.Document;
import downhill.race.document.Experiment;
import downhill.race.document.Roster;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The document of a session as the FX thread shows it. It has one owner, which the race writes to as well: what comes from there, such as
 * a number at the step at which it was changed by hand, is shown once a frame. FX thread.
 */
final class SessionDocument {
    private final ReadOnlyObjectWrapper<Experiment> shown;
    private final Consumer<Document.Edit> noted;
    private final Consumer<Experiment> became;
    private Document owner;
    private Queue<Document.Edit> heard;

    /** {@code noted} is told of what others did to it before it is shown, {@code became} of each document once it is shown. */
    SessionDocument(Session session, Consumer<Document.Edit> noted, Consumer<Experiment> became) {
        this.noted = noted;
        this.became = became;
        shown = new ReadOnlyObjectWrapper<>(session, "experiment");
    }

    ReadOnlyObjectProperty<Experiment> property() {
        return shown.getReadOnlyProperty();
    }

    Experiment get() {
        return shown.get();
    }

    /** Another one: whatever a race still writes into the one before is nobody's. */
    void open(Experiment first) {
        owner = new Document(first);
        heard = new ConcurrentLinkedQueue<>();
        owner.follow(heard::add);
        shown.set(first);
    }

    /** The document as a new race is to see it. */
    Roster roster() {
        return new Roster(owner);
    }

    /**
     * Changes it; of nothing, where nothing is another. It is not shown before {@link #show}.
     *
     * @throws downhill.words.RefusedException where the race has an objection
     */
    Document.Edit edit(UnaryOperator<Experiment> change) {
        return owner.edit(change);
    }

    /** Writes down what nothing takes back; it is shown at once. */
    void note(UnaryOperator<Experiment> change) {
        owner.note(change);
        show();
    }

    /** Shows what others made of it: numbers changed by hand, at the steps at which they were. */
    void show() {
        show(noted);
    }

    /** Shows what was done, by whomever, one after another, once {@code first} has taken note of it. */
    void show(Consumer<Document.Edit> first) {
        while (heard != null && !heard.isEmpty()) {
            Document.Edit edit = heard.poll();
            first.accept(edit);
            shown.set(edit.now());
            became.accept(edit.now());
        }
    }
}
