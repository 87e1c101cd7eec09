package downhill.ui.session;

import downhill.data.DataException;
import downhill.race.Checkpoint;
import downhill.race.Racing;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.Roster;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Retold;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * Keeps data and race of a session such as its document asks for: the race goes on where it can, is lengthened, brought back as it was,
 * or begun anew once its data are read. FX thread.
 */
final class Renewal {
    private static final String WORK = "session.race";

    private final RaceOpener races;
    private final FxExecutor work;
    private final SessionDocument document;
    private final Retold problem;
    private final RaceControl race;
    private final SessionData data;
    /** Where paths of the document start; null for the working folder. */
    private Path folder;
    private boolean raceWanted;
    /** Whether the race is being asked where it stands, to go on with a longer budget. */
    private boolean lengthening;
    /** Where the next race goes on; null for the start. */
    private Checkpoint pending;

    /** Of {@code document}; {@code problem} is told what keeps the race from running. */
    Renewal(RaceOpener races, FxExecutor work, SessionDocument document, Retold problem) {
        this.races = races;
        this.work = work;
        this.document = document;
        this.problem = problem;
        race = new RaceControl(this::openRace, problem::say);
        data = new SessionData(work, this::dataArrived, this::notLoaded);
    }

    RaceControl race() {
        return race;
    }

    ReadOnlyObjectProperty<LoadedData> dataProperty() {
        return data.property();
    }

    Path folder() {
        return folder;
    }

    /** What a race that is still being made will go on from; null for the start. */
    Checkpoint pending() {
        return pending;
    }

    /** The next race goes on from there. */
    void goOnFrom(Checkpoint from) {
        pending = from;
    }

    /**
     * Nothing of the document before goes on, and the next race at {@code left}, null for the start, which of a surface is made as soon as
     * it begins; {@code base} is where paths start, null for the working folder.
     */
    void leave(Path base, Checkpoint left) {
        folder = base;
        lengthening = false;
        pending = left;
    }

    /** The document is another one, with another race. */
    void begin() {
        data.set(null);
        data.load(document.get().problem(), folder);
        race.renewSoon();
    }

    /** These were read already. */
    void take(LoadedData loaded) {
        data.set(loaded);
    }

    /** The document has changed. */
    void renew(Experiment was, Experiment now) {
        data.load(now.problem(), folder);
        if (lengthening) { // what is lengthened goes on under the document as it will be then
            return;
        }
        boolean follows = race.isOpen() && was.differsInContendersAlone(now);
        if (!follows && race.isOpen() && Edits.onlyLonger(was, now)) {
            lengthen();
        } else if (!follows && !Edits.sameTraining(was, now)) {
            race.renewSoon();
        }
    }

    private void lengthen() {
        lengthening = true;
        race.hold();
        CompletableFuture<Checkpoint> left = race.racing().checkpoint();
        work.submit(WORK, task -> left.join(), this::goOn, failure -> goOn(null));
    }

    /** With the longer budget from where the race was; from the start where that is not known or the document is another by now. */
    private void goOn(Checkpoint left) {
        if (!lengthening) {
            return;
        }
        lengthening = false;
        document.show(); // what was changed by hand just before is in the document by now
        if (left != null && Edits.onlyLonger(left.experiment(), document.get())) {
            pending = left.lengthened(document.get());
        }
        race.renewNow();
    }

    /** The race begins again under the document as it is. */
    void restart() {
        lengthening = false;
        race.renewNow();
    }

    /** The document has changed back, and {@code kept} is the race that was there under it; null where it was not kept. */
    void bringBack(Experiment was, Experiment now, CompletableFuture<Checkpoint> kept) {
        lengthening = false;
        if (kept == null || race.racing() == null) {
            renew(was, now);
            return;
        }
        data.load(now.problem(), folder);
        race.rest();
        work.<Checkpoint>submit(WORK, task -> kept.join(), left -> {
            pending = left;
            race.renewNow();
        }, failure -> race.renewNow());
    }

    private void dataArrived() {
        if (raceWanted) {
            openRace();
        }
    }

    private void notLoaded(Exception failure) {
        raceWanted = false;
        if (pending != null && pending.experiment().differsInContendersAlone(document.get())) {
            race.keep(new KeptRace(pending, Messages.text("race.kept", Failures.sentence(failure)), document::get));
        } else {
            race.failed(failure);
        }
    }

    /** A race needs its data; where they are still being read it is opened once they are there. */
    private void openRace() {
        Experiment raced = document.get();
        raceWanted = !data.isReadyFor(raced.problem());
        if (raceWanted) {
            return;
        }
        problem.clear();
        LoadedData loaded = raced.problem() instanceof Problem.Learning ? data.get() : null;
        if (loaded != null && !loaded.isUsable()) {
            race.failed(new DataException(loaded.problem()));
        } else {
            Checkpoint from = pending != null && pending.experiment().differsInContendersAlone(raced) ? pending : null;
            Roster roster = document.roster();
            work.submit(WORK, task -> race.born(races.open(roster, loaded == null ? null : loaded.prepared(), from)),
                    this::opened, race::failed);
        }
    }

    private void opened(Racing fresh) {
        race.opened(fresh);
        pending = null;
    }

    void close() {
        race.close();
        work.close();
    }
}
