package downhill.ui.session;

import downhill.lesson.LessonWork;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.Checkpoint;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.store.OpenedSession;
import downhill.store.SessionPlace;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Retold;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The open experiment: document, table, race. On the FX thread but for work handed away. Edits reach the race at once or begin it anew. */
public final class Session implements AutoCloseable {
    private final RaceOpener races;
    private final RuleLibrary rules;
    private final OwnRules ownRules = new OwnRules();
    private final SessionDocument document = new SessionDocument(this, edit -> editing().note(edit), this::became);
    private final SavedState saved = new SavedState(this);
    private final Retold problem = new Retold(this, "problem");
    private final ReadOnlyIntegerWrapper openings = new ReadOnlyIntegerWrapper(this, "openings");
    private final Selection selection = new Selection();
    private final SnapshotFeed snapshots = new SnapshotFeed();
    private final RaceEnd end = new RaceEnd(this);
    private final EarlierRaces earlier = new EarlierRaces(this);
    private final ObjectProperty<LessonWork> lesson = new SimpleObjectProperty<>(this, "lesson");
    private final Renewal renewal;
    private final Editing editing;

    /** A session without an experiment; {@code work} reads data and opens races. */
    public Session(RaceOpener races, FxExecutor work, RuleLibrary rules) {
        this.races = races;
        this.rules = rules;
        renewal = new Renewal(races, work, document, problem);
        editing = new Editing(this, document, renewal, problem);
    }

    /** One without an experiment, with the same engine and rules; {@code own} reads data and opens races for it. */
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
        return renewal.dataProperty();
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
        return renewal.race();
    }

    /** Replaces the experiment; {@code from} is its file, or null, {@code base} where its paths start, null for the working folder. */
    public void open(Experiment first, Path from, Path base) {
        open(first, from, base, null);
    }

    private void open(Experiment first, Path from, Path base, Checkpoint left) {
        openings.set(openings.get() + 1);
        renewal.leave(base, left);
        editing.history().clear();
        saved.opened(first, from);
        document.open(first);
        earlier.open(List.of());
        lesson.set(null);
        problem.clear();
        selection.reset(first);
        renewal.begin();
    }

    /** Opens a session where it was left; {@code from} is its file, or null; {@code recovered} work was in no file, and so is unsaved. */
    public void resume(OpenedSession opened, Path from, boolean recovered) {
        Checkpoint checkpoint = opened.checkpoint();
        SessionPlace place = opened.place();
        open(checkpoint.experiment(), from, opened.folder(), checkpoint);
        race().watch(checkpoint.watched().stream().mapToInt(Integer::intValue).toArray());
        if (checkpoint.experiment().contenders().stream().anyMatch(one -> one.id().equals(place.contender()))) {
            selection.contenderProperty().set(place.contender());
        }
        earlier.open(place.earlier());
        lesson.set(place.lesson());
        saved.resumed(checkpoint.clock(), recovered);
    }

    /** The data of the document are in another file; the race goes on where it was to go on. */
    public void relocate(Experiment now) {
        Checkpoint pending = renewal.pending();
        edit(was -> now);
        editing.history().clear(); // where the data were they are no longer
        renewal.goOnFrom(pending == null ? null : pending.withExperiment(now));
    }

    /** Races kept to be laid behind the present one. */
    public EarlierRaces earlier() {
        return earlier;
    }

    /** What has been done of the lesson that opened this; null for none. */
    public ObjectProperty<LessonWork> lessonProperty() {
        return lesson;
    }

    /** Something beside the document is other than in the file. */
    public void markChanged() {
        saved.changed();
    }

    /** What is to be saved now. */
    public Saving saving() {
        return Saving.of(this, renewal.pending());
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

    /** Changes the document; false where the race under way objects: that is told as the {@link #problemProperty problem}. */
    public boolean edit(UnaryOperator<Experiment> change) {
        return editing.edit(change);
    }

    /** Why the race that is under way cannot go on as one of {@code now}; empty where it can, or would begin anew. */
    public Optional<Said> objection(Experiment now) {
        return editing.objection(now);
    }

    /** Names of those who would begin at step 0 if {@code now} were the document; of a race that would begin anew nobody is named. */
    public List<String> beginners(Experiment now) {
        return editing.beginners(now);
    }

    private Editing editing() {
        return editing;
    }

    private void became(Experiment now) {
        saved.became(now, earlier.isChanged());
        selection.keepWithin(now);
    }

    /** Writes down what nothing takes back, such as what came of a remedy; no race depends on it. */
    public void note(UnaryOperator<Experiment> change) {
        document.note(change);
    }

    /** What was done to the document, and what can be undone. */
    public History history() {
        return editing.history();
    }

    /** The document as before the last change; who was changed catches up on the former course, a race that was replaced is there again. */
    public void undo() {
        editing.undo();
    }

    /** Does again what was undone last. */
    public void redo() {
        editing.redo();
    }

    /** Changes a hyperparameter: during a race from the next step on, before it from the start. */
    public void changeHyperparameter(String contender, String key, double value) {
        editing.changeHyperparameter(contender, key, value);
    }

    /** Replaces the data by what was read already. */
    public void useData(LoadedData loaded, UnaryOperator<Experiment> change) {
        renewal.take(loaded);
        edit(change);
    }

    /** Once a frame: takes the race's latest state. */
    public void poll() {
        race().poll();
        RaceSnapshot now = race().snapshot();
        document.show();
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
        renewal.close();
    }

    /** Steps done since are unsaved work where the session is in a file of its own. */
    private void noteProgress(RaceSnapshot now) {
        if (now.state() != RaceState.PREPARING && now.state() != RaceState.CLOSED && race().isOpen()) {
            saved.moved(now.step());
        }
        race().refused().ifPresent(why -> problem.say(() -> Spoken.text(why)));
    }

    /** The step at which the session was saved or opened; -1 where it is not in a file of its own. */
    long savedStep() {
        return saved.step();
    }

    /** What there is to do, and to lose, when the race has come to its end. */
    public RaceEnd end() {
        return end;
    }

    /** Where relative paths of the document start; null for the working folder. */
    public Path folder() {
        return renewal.folder();
    }
}
