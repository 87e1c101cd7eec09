package downhill.ui.session;

import downhill.race.Outcome;
import downhill.race.RaceState;
import downhill.race.document.Experiment;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A race that has come to its end: how it goes on from there, and what would be lost with it. FX thread. */
public final class RaceEnd {
    private final Session session;
    private Consumer<Runnable> guard = Runnable::run;

    RaceEnd(Session session) {
        this.session = session;
    }

    /** Runs or rests; where all have ended, with a longer budget if there is one to have, else once more from the start. */
    public void toggle() {
        if (!isReached()) {
            session.race().toggle();
            return;
        }
        long more = moreSteps();
        if (more > 0) {
            session.edit(document -> document.withTraining(document.training().withSteps(document.training().steps() + more)));
        } else {
            session.race().seek(0); // what was recorded stays, and is repeated
        }
        session.race().start();
    }

    /** Whether the race has come to its end. */
    public boolean isReached() {
        return session.race().isOpen() && session.race().snapshot().state() == RaceState.ENDED;
    }

    /** By how many steps a race that has ended can be made longer, about half of its budget; 0 where it can only be run again. */
    public long moreSteps() {
        boolean anyFinished = session.race().snapshot().contenders().stream().anyMatch(one -> one.outcome() == Outcome.FINISHED);
        if (!anyFinished || session.experiment().heedsValidation()) {
            return 0;
        }
        long half = Math.max(1, session.experiment().training().steps() / 2);
        long power = 1;
        while (power <= half / 10) {
            power *= 10;
        }
        long digit = half / power;
        return power * (digit >= 5 ? 5 : Math.min(digit, 2));
    }

    /** Whether the race has come to its end since it was last saved, so that there is something to lose. */
    public boolean isUnsaved() {
        return isReached() && session.race().snapshot().step() > 0 && session.race().snapshot().step() != session.savedStep();
    }

    /** Who asks before finished work is replaced; without one nobody does. */
    public void setGuard(Consumer<Runnable> asking) {
        guard = asking;
    }

    /**
     * Makes a change of the document, once a person has agreed where it would begin a race anew that has come to its end and is
     * not saved.
     */
    public void unlessLost(UnaryOperator<Experiment> change) {
        unlessLost(change, () -> session.edit(change));
    }

    /** The same, where {@code then} makes the change. */
    public void unlessLost(UnaryOperator<Experiment> change, Runnable then) {
        if (begins(change.apply(session.experiment()))) {
            unlessFinished(then);
        } else {
            then.run();
        }
    }

    /** Begins anew, once a person has agreed where what was finished would go with it. */
    public void reset() {
        unlessFinished(session.race()::reset);
    }

    /** What a document in place of the present one means to the race. */
    public enum Effect {
        /** It stays as it is, or has not begun. */
        NONE,
        /** It goes on from where it stands. */
        GOES_ON,
        /** It begins again at step 0. */
        BEGINS
    }

    /** What {@code now} in place of the document would mean to the race. */
    public Effect effect(Experiment now) {
        boolean begun = session.snapshotProperty().get().step() > 0;
        if (!begun || Edits.sameTraining(session.experiment(), now)) {
            return Effect.NONE;
        }
        return begins(now) ? Effect.BEGINS : Effect.GOES_ON;
    }

    private boolean begins(Experiment now) {
        Experiment was = session.experiment();
        return !was.differsInContendersAlone(now) && !Edits.onlyLonger(was, now);
    }

    /** Does {@code then}, which replaces the race, once a person has agreed where it has come to its end and is not saved. */
    public void unlessFinished(Runnable then) {
        if (isUnsaved()) {
            guard.accept(then);
        } else {
            then.run();
        }
    }
}
