package downhill.ui.window;

import downhill.store.LessonStore;
import downhill.store.OpenedSession;
import downhill.ui.command.Command;
import downhill.ui.command.Section;
import downhill.ui.control.Card;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.screen.lecture.CaptionBar;
import downhill.ui.screen.lesson.LessonWays;
import downhill.ui.screen.lesson.Lessons;
import downhill.ui.screen.lesson.write.LessonDesk;
import downhill.ui.screen.lesson.write.Recorded;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Session;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Lessons, over an experiment of their own: the race is not touched. What was answered is saved with that experiment, as a session. */
final class LessonSpace implements Workspace {
    private static final double TEXT = 404;
    private static final List<String> OF_RACE = List.of("race.", "experiment.", "contender.");

    private final Session session;
    private final LessonStage stage;
    private final VBox empty = Card.plain(new EmptyState("lesson.empty", "lesson.empty.text"));
    private final StackPane middle;
    private final Lessons lessons;
    private final LessonDesk desk;
    private final BooleanProperty writing = new SimpleBooleanProperty(this, "writing");
    private final VBox left = new VBox();
    private final StackPane foot = new StackPane();
    private final ObservableValue<String> title;
    private final Saver saver;
    private final CaptionBar caption;
    private final Map<String, Command> own = new HashMap<>();
    private final Subscriptions attached = new Subscriptions();
    private boolean active;

    /**
     * What the space needs of the window around it.
     *
     * @param openFile  asks for a file
     * @param phenomena leads to the gallery of phenomena in the lab
     * @param trainView what is in view in Train
     * @param projected whether it is shown to a room
     * @param tell      shows one line that is worth knowing
     * @param problem   shows one line about what went wrong
     */
    record Around(Runnable openFile, Runnable phenomena, Supplier<Screen> trainView, ObservableValue<Boolean> projected,
                  Consumer<Supplier<String>> tell, Consumer<Supplier<String>> problem) {
    }

    /** Over the engine of {@code race}. */
    LessonSpace(Session race, Sheets sheets, FilePicker picker, ExperimentFiles files, Around around) {
        FxExecutor work = FxExecutor.threads(2, "lesson-work");
        Consumer<Supplier<String>> problem = around.problem();
        session = race.beside(work);
        stage = new LessonStage(session, sheets);
        desk = new LessonDesk(work, picker, sheets, new LessonDesk.Ways(() -> now(race, around.trainView().get()), this::play,
                this::leaveDesk, around.tell(), problem));
        middle = new StackPane(stage.tabs().node(), empty);
        lessons = new Lessons(session, work, files, stage.cards(), this::offer,
                new LessonWays(around.openFile(), this::write, this::draftTitle, around.phenomena(), around.projected()), problem);
        lessons.marking(stage.landscape()::mark);
        stage.landscape().lock(lessons::clicked);
        saver = new Saver(session, files, work, sheets, picker, problem);
        caption = new CaptionBar(session, stage.steps(), System::nanoTime);
        attached.listen(session.problemSaidProperty(), problem);
        ObservableValue<String> reading = lessons.windowTitle();
        ObservableValue<String> written = desk.windowTitle();
        title = Bindings.createStringBinding(() -> (writing.get() ? written : reading).getValue(), writing, reading, written);
        VBox.setVgrow(left, Priority.ALWAYS);
        attached.follow(writing, this::turn);
        own.put("race.run", Command.of("race.run", "lesson.run", lessons::go).unless(this::nothingToRun));
        own.put("race.step", Command.of("race.step", "lesson.next", lessons::next));
        own.put("race.stepBack", Command.of("race.stepBack", "lesson.back", lessons::back));
        own.put("file.save", Command.of("file.save", "menu.file.save", () -> save(false)).unless(this::nothing));
        own.put("file.saveAs", Command.of("file.saveAs", "menu.file.saveAs", () -> save(true)).unless(this::nothing));
        screens().forEach(view -> own.put("view." + view.titleKey(), Command.of("view." + view.titleKey(), view.titleKey(),
                () -> shownProperty().set(view)).unless(() -> !writing.get() && stage.tabs().tab(view).isVisible() ? ""
                        : Messages.text("why.lesson"))));
    }

    private String nothingToRun() {
        return !writing.get() && lessons.readyProperty().get() ? "" : Messages.text("why.lesson.run");
    }

    private String nothing() {
        return writing.get() ? "" : Obstacles.noExperiment(session);
    }

    private void save(boolean elsewhere) {
        Consumer<Runnable> saveAs = writing.get() ? desk::saveAs : saver::saveAs;
        Consumer<Runnable> save = writing.get() ? desk::save : saver::save;
        (elsewhere ? saveAs : save).accept(() -> { });
    }

    /** The desk, or the lessons, in their places. */
    private void turn(boolean toDesk) {
        left.getChildren().setAll(toDesk ? desk.left() : lessons.node());
        middle.getChildren().setAll(toDesk ? List.of(desk.middle()) : List.of(stage.tabs().node(), empty));
        foot.getChildren().setAll(toDesk ? desk.foot() : lessons.foot());
        stage.tabs().setActive(active && !toDesk);
    }

    /** To the desk; {@code from} is the name of a bundled lesson to begin with, empty for what was written there. */
    private void write(String from) {
        if (!from.isEmpty()) {
            desk.begin(from);
        }
        writing.set(true);
    }

    private void leaveDesk() {
        lessons.contents();
        writing.set(false);
    }

    private void play(LessonStore.Opened draft) {
        lessons.open(draft);
        writing.set(false);
    }

    private String draftTitle() {
        return desk.isBlank() ? "" : desk.title();
    }

    /** What a person has open; empty where nothing is. */
    private Optional<Recorded> now(Session open, Screen view) {
        if (open.experiment() == null) {
            return Optional.empty();
        }
        return Optional.of(new Recorded(open.experiment(), open.folder(), List.of(stage.nameOf(view)),
                open.snapshotProperty().get().step()));
    }

    /** Adds what is open in {@code from}, seen in {@code there}, to the lesson that is written. */
    void record(Session from, Workspace there) {
        desk.record(now(from, there.shownProperty().get()));
    }

    /** Does {@code then}, if a person agrees where a lesson that was written is not saved. */
    void unlessUnsaved(Runnable then) {
        desk.unlessUnsaved(then);
    }

    LessonDesk desk() {
        return desk;
    }

    /** No names: the contents are in view, and there is nothing to see yet. */
    private void offer(List<String> names) {
        empty.setVisible(names.isEmpty());
        stage.tabs().node().setVisible(!names.isEmpty());
        if (names.isEmpty()) {
            return;
        }
        stage.offer(names);
    }

    Lessons lessons() {
        return lessons;
    }

    /** The experiment of the lesson. */
    Session session() {
        return session;
    }

    /** Opens a lesson: a file, a folder, or the name of a bundled one. */
    void open(String lesson) {
        writing.set(false);
        lessons.open(lesson);
    }

    /** Goes on with a lesson that was saved in {@code file}. */
    void resume(OpenedSession opened, Path file) {
        writing.set(false);
        session.resume(opened, file, false);
        lessons.resume(opened.place().lesson());
    }

    @Override
    public List<Node> left() {
        return List.of(left);
    }

    @Override
    public double leftWidth() {
        return TEXT;
    }

    @Override
    public boolean leadsFromLeft() {
        return true;
    }

    @Override
    public Node middle() {
        return middle;
    }

    @Override
    public List<Node> right() {
        return List.of();
    }

    @Override
    public Node foot() {
        return foot;
    }

    @Override
    public List<Screen> screens() {
        return stage.tabs().screens();
    }

    @Override
    public ObjectProperty<Screen> shownProperty() {
        return stage.tabs().shownProperty();
    }

    @Override
    public Optional<ObservableValue<String>> title() {
        return Optional.of(title);
    }

    @Override
    public Optional<CaptionBar> caption() {
        return Optional.of(caption);
    }

    @Override
    public Optional<Command> instead(Command command) {
        Command meant = own.get(command.id());
        if (meant != null) {
            return Optional.of(BesideRace.keyed(meant, command));
        }
        boolean ofRace = OF_RACE.stream().anyMatch(command.id()::startsWith);
        return ofRace ? Optional.of(command.unless(() -> Messages.text("why.lesson"))) : Optional.empty();
    }

    @Override
    public Optional<Section> instead(Section section) {
        return Optional.empty();
    }

    @Override
    public void frame() {
        session.poll();
        lessons.frame();
        stage.frame();
    }

    @Override
    public void setActive(boolean on) {
        active = on;
        if (on) {
            lessons.load();
        } else {
            session.race().pause();
        }
        stage.tabs().setActive(on && !writing.get());
    }

    @Override
    public void dispose() {
        attached.dispose();
        lessons.dispose();
        desk.dispose();
        caption.dispose();
        stage.dispose();
        session.close();
    }
}
