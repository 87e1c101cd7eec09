package downhill.ui.session;

import downhill.race.Checkpoint;
import downhill.race.document.Descent;
import downhill.race.document.Document;
import downhill.race.document.Experiment;
import downhill.race.document.Revision;
import downhill.ui.i18n.Retold;
import downhill.ui.i18n.Spoken;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Changes the document of a session, undoes and does again: asks the race whether it has an objection, notes in the history what was
 * done, and lets the race follow. FX thread.
 */
final class Editing {
    private final Session session;
    private final SessionDocument document;
    private final Renewal renewal;
    private final History history = new History(System::nanoTime);
    private final Retold problem;

    /** {@code problem} is told what the race objects. */
    Editing(Session session, SessionDocument document, Renewal renewal, Retold problem) {
        this.session = session;
        this.document = document;
        this.renewal = renewal;
        this.problem = problem;
    }

    History history() {
        return history;
    }

    /** What was not done here: by the race, which began again or writes down at which step a number took effect. */
    void note(Document.Edit edit) {
        history.did(edit, edit.revision().restarts() ? renewal.race().lost() : null);
    }

    /** During a race from the next step on, before it from the start. */
    void changeHyperparameter(String contender, String key, double value) {
        RaceControl race = renewal.race();
        if (session.snapshotProperty().get().step() > 0 && race.isOpen()) {
            race.changeHyperparameter(contender, key, value);
        } else {
            edit(was -> Edits.contender(was, contender, one -> Edits.withHyperparameter(one, key, value)));
        }
    }

    /** Whether it could be done; else the race that is under way has an objection, which is told. */
    boolean edit(UnaryOperator<Experiment> change) {
        Document.Edit own = attempt(was -> Descent.settled(was, change.apply(was)));
        if (own != null && !own.revision().isEmpty()) {
            CompletableFuture<Checkpoint> before = replaced(own);
            document.show(edit -> {
                if (edit == own) {
                    history.did(edit, before);
                } else {
                    note(edit);
                }
            });
            renewal.renew(own.was(), own.now());
        }
        return own != null;
    }

    /** What was done, where it is nothing an empty revision; null where the race has an objection, which is told. */
    private Document.Edit attempt(UnaryOperator<Experiment> change) {
        Experiment seen = document.get();
        try {
            Experiment wanted = change.apply(seen);
            if (!admits(wanted)) {
                return null;
            }
            return document.edit(was -> was == seen ? wanted : change.apply(was));
        } catch (RefusedException refused) {
            object(refused.said());
            return null;
        }
    }

    private boolean admits(Experiment now) {
        Optional<Said> objection = objection(now);
        objection.ifPresent(this::object);
        return objection.isEmpty();
    }

    private void object(Said why) {
        problem.clear(); // each refusal is told, also where it is the same again
        problem.say(() -> Spoken.text(why));
    }

    /** Why the race that is under way cannot go on as one of {@code now}; empty where it can, or would begin anew. */
    Optional<Said> objection(Experiment now) {
        Experiment was = document.get();
        RaceControl race = renewal.race();
        boolean goesOn = race.isOpen() && (was.differsInContendersAlone(now) || Edits.onlyLonger(was, now));
        return goesOn && !Edits.sameTraining(was, now) ? race.racing().objection(now) : Optional.empty();
    }

    /** The race as it stood, where an edit begins it anew and there is something to go back to; null else. */
    private CompletableFuture<Checkpoint> replaced(Document.Edit edit) {
        return edit.was().differsInContendersAlone(edit.now()) ? null : standing();
    }

    /** The race as it stands; null where there is nothing to go back to. */
    private CompletableFuture<Checkpoint> standing() {
        RaceControl race = renewal.race();
        return race.isOpen() && session.snapshotProperty().get().step() > 0 ? race.racing().checkpoint() : null;
    }

    List<String> beginners(Experiment now) {
        RaceControl race = renewal.race();
        boolean goesOn = race.isOpen() && document.get().differsInContendersAlone(now);
        return goesOn ? race.racing().beginners(now) : List.of();
    }

    void undo() {
        if (history.toUndo() != null) {
            Revision back = history.toUndo().back();
            unlessRefused(back, () -> turn(back, race -> history.undo(race).before(), false));
        }
    }

    void redo() {
        if (history.toRedo() != null) {
            Revision again = history.toRedo();
            unlessRefused(again, () -> turn(again, race -> history.redo(race).after(), true));
        }
    }

    private void unlessRefused(Revision revision, Runnable then) {
        if (!admits(revision.in(document.get()))) {
            return;
        }
        if (revision.restarts()) {
            session.end().unlessFinished(then);
        } else {
            session.end().unlessLost(revision::in, then);
        }
    }

    /**
     * Does or undoes a deed, and takes the race that was there before where it was kept.
     *
     * @param noting notes it in the history, with the race that it replaces, and gives the one that it brings back
     * @param again  whether it is done again
     */
    private void turn(Revision revision, UnaryOperator<CompletableFuture<Checkpoint>> noting, boolean again) {
        Document.Edit own = attempt(revision::in);
        if (own == null) {
            return;
        }
        CompletableFuture<Checkpoint> kept = noting.apply(revision.restarts() ? standing() : replaced(own));
        document.show(edit -> {
            if (edit != own) {
                note(edit);
            }
        });
        if (kept == null && again && revision.restarts()) {
            renewal.restart();
        } else {
            renewal.bringBack(own.was(), own.now(), kept);
        }
    }
}
