package downhill.ui.session;

import downhill.data.DataException;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.Checkpoint;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Descent;
import downhill.race.document.Document;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.Revision;
import downhill.race.document.Roster;
import downhill.store.OpenedSession;
import downhill.store.SessionPlace;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Retold;
import downhill.ui.i18n.Spoken;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/**
 * The open experiment: the document, its table, and its race. All on the FX thread but for the work that it hands away.
 * Edits of the document reach the race at once where the race can take them, else they make a new race from step 0.
 */
public final class Session implements AutoCloseable {
    private final RaceOpener races;
    private final FxExecutor work;
    private final RuleLibrary rules;
    private final OwnRules ownRules = new OwnRules();
    private final SessionDocument document = new SessionDocument(this, this::became);
    private final SavedState saved = new SavedState(this);
    private final Retold problem = new Retold(this, "problem");
    private final ReadOnlyIntegerWrapper openings = new ReadOnlyIntegerWrapper(this, "openings");
    private final Selection selection = new Selection();
    private final SnapshotFeed snapshots = new SnapshotFeed();
    private final SessionData data;
    private final RaceControl race;
    private final RaceEnd end = new RaceEnd(this);
    private final History history = new History(System::nanoTime);
    private final EarlierRaces earlier = new EarlierRaces(this);
    private Path folder;
    private boolean raceWanted;
    /** Whether the race is being asked where it stands, to go on with a longer budget. */
    private boolean lengthening;
    /** Where the next race goes on; null for the start. */
    private Checkpoint pending;

    /** A session without an experiment; {@code work} reads data and opens races. */
    public Session(RaceOpener races, FxExecutor work, RuleLibrary rules) {
        this.races = races;
        this.work = work;
        this.rules = rules;
        this.race = new RaceControl(this::openRace, problem::say);
        this.data = new SessionData(work, this::dataArrived, this::notLoaded);
    }

    /** A session without an experiment, with the same engine and rules; {@code own} reads data and opens races for it. */
    public Session beside(FxExecutor own) {
        return new Session(races, own, rules);
    }

    /** The document; null until {@link #open}. */
    public ReadOnlyObjectProperty<Experiment> experimentProperty() {
        return document.property();
    }

    /** The document now. */
    public Experiment experiment() {
        return document.get();
    }

    /** The table and what is trained on; null while it is read, and for a surface. */
    public ReadOnlyObjectProperty<LoadedData> dataProperty() {
        return data.property();
    }

    /** How the race stands, new at most once a frame. */
    public ReadOnlyObjectProperty<RaceSnapshot> snapshotProperty() {
        return snapshots.seenProperty();
    }

    /** The same for what is read in numbers rather than watched: new some times a second while the race runs. */
    public ReadOnlyObjectProperty<RaceSnapshot> readProperty() {
        return snapshots.readProperty();
    }

    /** The file that the document came from or was saved to; null for none. */
    public ReadOnlyObjectProperty<Path> fileProperty() {
        return saved.fileProperty();
    }

    /** Whether there are changes that were not saved. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return saved.dirtyProperty();
    }

    /** What keeps the race from running, in a sentence; empty where nothing does. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.textProperty();
    }

    /** What says it, in whichever language is spoken. */
    public ReadOnlyObjectProperty<Supplier<String>> problemSaidProperty() {
        return problem.saidProperty();
    }

    /** How many experiments have been opened: it changes before anything else of a new one is there. */
    public ReadOnlyIntegerProperty openingsProperty() {
        return openings.getReadOnlyProperty();
    }

    /** What is chosen on screen. */
    public Selection selection() {
        return selection;
    }

    /** The rules that contenders can have. */
    public RuleLibrary rules() {
        return rules;
    }

    /** The rule of a contender, its own text's where it has one; empty where there is none. */
    public Optional<Rule> ruleOf(ContenderSpec contender) {
        return contender.ruleText() == null ? rules.byId(contender.ruleId()) : ownRules.of(contender.ruleText());
    }

    /** Starts, stops and steps. */
    public RaceControl race() {
        return race;
    }

    /**
     * Replaces the experiment; {@code from} is its file, or null, and {@code base} where paths in it start, null for the working
     * folder.
     */
    public void open(Experiment first, Path from, Path base) {
        openings.set(openings.get() + 1);
        folder = base;
        lengthening = false;
        pending = null;
        history.clear();
        saved.opened(first, from);
        document.open(first);
        earlier.open(List.of());
        problem.clear();
        selection.reset(first);
        data.set(null);
        data.load(first.problem(), folder);
        race.renewSoon();
    }

    /**
     * Opens a session where it was left; {@code from} is its file, or null.
     *
     * @param recovered whether it is work that was in no file, and so is unsaved
     */
    public void resume(OpenedSession opened, Path from, boolean recovered) {
        Checkpoint checkpoint = opened.checkpoint();
        SessionPlace place = opened.place();
        open(checkpoint.experiment(), from, opened.folder());
        pending = checkpoint;
        race.watch(checkpoint.watched().stream().mapToInt(Integer::intValue).toArray());
        boolean known = checkpoint.experiment().contenders().stream().anyMatch(one -> one.id().equals(place.contender()));
        if (known) {
            selection.contenderProperty().set(place.contender());
        }
        earlier.open(place.earlier());
        saved.resumed(checkpoint.clock(), recovered);
    }

    /** The data of the document are in another file; the race goes on where it was to go on. */
    public void relocate(Experiment now) {
        Checkpoint kept = pending == null ? null : pending.withExperiment(now);
        edit(was -> now);
        history.clear(); // where the data were they are no longer
        pending = kept;
    }

    /** Races kept to be laid behind the present one. */
    public EarlierRaces earlier() {
        return earlier;
    }

    /** Something beside the document is other than in the file. */
    void markChanged() {
        saved.changed();
    }

    /** What is to be saved now. */
    public Saving saving() {
        return Saving.of(this, pending);
    }

    /** The same for a session, which was saved at {@code step}. */
    public void markSaved(Path to, Experiment written, long step) {
        saved.wroteAt(step);
        markSaved(to, written);
    }

    /** {@code written} is now in {@code to}; what was changed since is still unsaved. */
    public void markSaved(Path to, Experiment written) {
        earlier.markSaved();
        saved.wrote(to, written, experiment());
    }

    /**
     * Changes the document. Whoever branched off a contender that this changes keeps whom it branched off. False where the race that
     * is under way has an objection: it is told as the {@link #problemProperty problem}, and nothing has changed.
     */
    public boolean edit(UnaryOperator<Experiment> change) {
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
            renew(own.was(), own.now());
        }
        return own != null;
    }

    /** What was done, where it is nothing an empty revision; null where the race has an objection, which is told. */
    private Document.Edit attempt(UnaryOperator<Experiment> change) {
        Experiment seen = experiment();
        try {
            Experiment wanted = change.apply(seen);
            return admits(wanted) ? document.edit(was -> was == seen ? wanted : change.apply(was)) : null;
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
    public Optional<Said> objection(Experiment now) {
        Experiment was = experiment();
        boolean goesOn = race.isOpen() && (was.differsInContendersAlone(now) || Edits.onlyLonger(was, now));
        return goesOn && !Edits.sameTraining(was, now) ? race.racing().objection(now) : Optional.empty();
    }

    /** Shows what the race has made of the document: numbers changed by hand, at the steps at which they were. */
    private void show() {
        document.show(this::note);
    }

    /** What was not done here: by the race, which began again or writes down at which step a number took effect. */
    private void note(Document.Edit edit) {
        history.did(edit, edit.revision().restarts() ? race.lost() : null);
    }

    private void became(Experiment now) {
        saved.became(now, earlier.isChanged());
        selection.keepWithin(now);
    }

    /** The race as it stood, where an edit begins it anew and there is something to go back to; null else. */
    private CompletableFuture<Checkpoint> replaced(Document.Edit edit) {
        return edit.was().differsInContendersAlone(edit.now()) ? null : standing();
    }

    /** The race as it stands; null where there is nothing to go back to. */
    private CompletableFuture<Checkpoint> standing() {
        return race.isOpen() && snapshotProperty().get().step() > 0 ? race.racing().checkpoint() : null;
    }

    /** Names of those who would begin at step 0 if {@code now} were the document; of a race that would begin anew nobody is named. */
    public List<String> beginners(Experiment now) {
        boolean goesOn = race.isOpen() && experiment().differsInContendersAlone(now);
        return goesOn ? race.racing().beginners(now) : List.of();
    }

    /** What was done to the document, and what can be undone. */
    public History history() {
        return history;
    }

    /**
     * The document as it was before the last change. Contenders that were changed take their former course and catch up; where the
     * change began the race anew, the race that it replaced is there again as it stood.
     */
    public void undo() {
        if (history.toUndo() != null) {
            Revision back = history.toUndo().back();
            unlessRefused(back, () -> turn(back, race -> history.undo(race).before(), false));
        }
    }

    /** Does again what was undone last. */
    public void redo() {
        if (history.toRedo() != null) {
            Revision again = history.toRedo();
            unlessRefused(again, () -> turn(again, race -> history.redo(race).after(), true));
        }
    }

    private void unlessRefused(Revision revision, Runnable then) {
        if (!admits(revision.in(experiment()))) {
            return;
        }
        if (revision.restarts()) {
            end.unlessFinished(then);
        } else {
            end.unlessLost(revision::in, then);
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
        lengthening = false;
        if (kept == null && again && revision.restarts()) {
            race.renewNow();
        } else if (kept == null || race.racing() == null) {
            renew(own.was(), own.now());
        } else {
            data.load(own.now().problem(), folder);
            bringBack(kept);
        }
    }

    private void bringBack(CompletableFuture<Checkpoint> kept) {
        race.rest();
        work.<Checkpoint>submit("session.race", task -> kept.join(), left -> {
            pending = left;
            race.renewNow();
        }, failure -> race.renewNow());
    }

    /** Changes a hyperparameter: during a race from the next step on, before it from the start. */
    public void changeHyperparameter(String contender, String key, double value) {
        if (snapshotProperty().get().step() > 0 && race.isOpen()) {
            race.changeHyperparameter(contender, key, value);
        } else {
            edit(was -> Edits.contender(was, contender, one -> Edits.withHyperparameter(one, key, value)));
        }
    }

    /** Replaces the data by what was read already. */
    public void useData(LoadedData loaded, UnaryOperator<Experiment> change) {
        data.set(loaded);
        edit(change);
    }

    /** Once a frame: takes the race's latest state. */
    public void poll() {
        race.poll();
        RaceSnapshot now = race.snapshot();
        show();
        if (snapshots.wants(now)) {
            snapshots.show(now);
            noteProgress(now);
            snapshots.tell(now);
            if (now.state() == RaceState.FAILED && now.message() != null) {
                problem.say(() -> Spoken.text(now.message()));
            }
        }
    }

    /** Ends the race and gives everything back. */
    @Override
    public void close() {
        race.close();
        work.close();
    }

    /** Steps done since are unsaved work where the session is in a file of its own. */
    private void noteProgress(RaceSnapshot now) {
        if (now.state() != RaceState.PREPARING && now.state() != RaceState.CLOSED && race.isOpen()) {
            saved.moved(now.step());
        }
        race.refused().ifPresent(why -> problem.say(() -> Spoken.text(why)));
    }

    private void renew(Experiment was, Experiment now) {
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
        work.submit("session.race", task -> left.join(), this::goOn, failure -> goOn(null));
    }

    /** With the longer budget from where the race was; from the start where that is not known or the document is another by now. */
    private void goOn(Checkpoint left) {
        if (!lengthening) {
            return;
        }
        lengthening = false;
        show(); // what was changed by hand just before is in the document by now
        if (left != null && Edits.onlyLonger(left.experiment(), experiment())) {
            pending = left.lengthened(experiment());
        }
        race.renewNow();
    }

    /** The step at which the session was saved or opened; -1 where it is not in a file of its own. */
    long savedStep() {
        return saved.step();
    }

    /** What there is to do, and to lose, when the race has come to its end. */
    public RaceEnd end() {
        return end;
    }

    private void dataArrived() {
        if (raceWanted) {
            openRace();
        }
    }

    private void notLoaded(Exception failure) {
        raceWanted = false;
        if (pending != null && pending.experiment().differsInContendersAlone(experiment())) {
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
            work.submit("session.race", task -> race.born(races.open(roster, loaded == null ? null : loaded.prepared(), from)),
                    this::opened, race::failed);
        }
    }

    private void opened(Racing fresh) {
        race.opened(fresh);
        pending = null;
    }

    /** Where relative paths of the document start; null for the working folder. */
    public Path folder() {
        return folder;
    }
}
