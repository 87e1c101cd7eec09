package downhill.ui.window;

import downhill.race.document.Problem;
import downhill.ui.control.NoticeBar;
import downhill.ui.control.Sheets;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.session.Demo;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Session;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Where the workspaces are seen: the one in view fills the zones, the foot and the title of the window; the rail leads to the others. */
final class WorkArea {
    private final Session session;
    private final Sheets sheets;
    private final WindowModel model;
    private final Screens screens;
    private final Workspaces workspaces;
    private final TrainSpace train;
    private LabSpace lab;
    private LessonSpace lessons;
    private final Rail rail;
    private final Zones zones;
    private final StackPane foot = new StackPane();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ObservableValue<String> ofExperiment;

    /** {@code spaces} makes what is chosen for the first time; workspaces of {@code hidden} ids are not offered. */
    WorkArea(Session session, Sheets sheets, WindowModel model, Screens screens, NoticeBar notice, Spaces spaces, List<String> hidden) {
        this.session = session;
        this.sheets = sheets;
        this.model = model;
        this.screens = screens;
        ofExperiment = title(session);
        train = new TrainSpace(model, screens);
        screens.landscape().walksElsewhere(this::chooseSurface);
        workspaces = new Workspaces(List.of(
                new WorkspaceEntry(WorkspaceEntry.DATA, Feather.DATABASE, KeyCode.DIGIT1, () -> new DataSpace(screens)),
                new WorkspaceEntry(WorkspaceEntry.TRAIN, Feather.TRENDING_DOWN, KeyCode.DIGIT2, () -> train),
                new WorkspaceEntry(WorkspaceEntry.LAB, Feather.COMPASS, KeyCode.DIGIT3, () -> lab = spaces.lab()),
                new WorkspaceEntry(WorkspaceEntry.TUNE, Feather.SLIDERS, KeyCode.DIGIT4, spaces::tune),
                new WorkspaceEntry(WorkspaceEntry.EVALUATE, Feather.AWARD, KeyCode.DIGIT5, spaces::evaluate),
                new WorkspaceEntry(WorkspaceEntry.EXPLAIN, Feather.ZOOM_IN, KeyCode.DIGIT6, spaces::explain),
                new WorkspaceEntry(WorkspaceEntry.DEPLOY, Feather.BOX, KeyCode.DIGIT7, spaces::deploy),
                new WorkspaceEntry(WorkspaceEntry.LESSONS, Feather.BOOK_OPEN, KeyCode.DIGIT9, () -> lessons = spaces.lessons())),
                hidden, WorkspaceEntry.TRAIN, entry -> notice.tell(() -> Messages.text("why.hidden", Messages.text(entry.titleKey()))));
        rail = new Rail(workspaces, model, () -> Obstacles.noExperiment(session));
        zones = new Zones(model, notice);
    }

    private static ObservableValue<String> title(Session session) {
        return Bindings.createStringBinding(() -> {
            String words = session.experiment() == null ? "" : session.experiment().title();
            return session.dirtyProperty().get() ? words + " •" : words;
        }, session.experimentProperty(), session.dirtyProperty());
    }

    /** Follows what is chosen, in {@code scene}; so do the captions. */
    void install(Scene scene, Subscriptions attached, Captions captions) {
        attached.follow(session.experimentProperty(), now -> {
            zones.node().setDisable(now == null); // as long as the first is being read there is nothing to act on
            rail.node().setDisable(now == null);
            foot.setDisable(now == null);
        });
        attached.follow(workspaces.chosenProperty(), now -> showWorkspace(scene, captions));
        attached.follow(workspaces.shownProperty(), screen -> train.showPanels());
        attached.listen(model.bigProperty(), now -> train.big().change(now, workspaces.present().hasPanels()));
        attached.listen(model.projectedProperty(), now -> train.showPanels());
        attached.listen(model.tableProperty(), now -> choosePanels(captions));
    }

    /** Where neither results nor panels have room, a person who asks for them is told why nothing comes. */
    private void choosePanels(Captions captions) {
        train.showPanels();
        if (train.isTooLow()) {
            captions.present().say(Messages.text("caption.low"));
        }
    }

    /** A control that goes with the workspace before has the focus no longer. */
    private void showWorkspace(Scene scene, Captions captions) {
        model.bigProperty().set(false); // what had the whole window is not in view any more
        Node focused = scene.getFocusOwner();
        zones.show(workspaces.present());
        model.leadsFromLeft(workspaces.present().leadsFromLeft());
        foot.getChildren().setAll(workspaces.present().foot());
        if (focused != null && focused.getScene() != scene) {
            scene.getRoot().requestFocus();
        }
        captions.put(workspaces.present().caption().orElse(captions.race()));
        title.bind(workspaces.present().title().orElse(ofExperiment));
    }

    /** What is worked on: that of the experiment, with a mark where it is not saved, or that of the workspace. */
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The columns. */
    Node node() {
        return zones.node();
    }

    /** What stands below them. */
    Node foot() {
        return foot;
    }

    Rail rail() {
        return rail;
    }

    /** The stages of the work. */
    Workspaces workspaces() {
        return workspaces;
    }

    /** The lab; null until it is chosen for the first time. */
    LabSpace lab() {
        return lab;
    }

    /** Files that are lessons lead there; {@code first} is done before. Where they are not offered, their sessions are experiments. */
    void lead(FileActions files, Runnable first) {
        files.leadToLessons(name -> lessons(first, there -> there.open(name)), (saved, file) -> {
            if (workspaces.admits(WorkspaceEntry.LESSONS)) {
                lessons(first, there -> there.resume(saved, file));
            } else {
                session.resume(saved, file, false);
            }
        });
    }

    /** Opens a bundled lesson, in view. */
    void openLesson(String id) {
        lessons(() -> { }, there -> there.open(id));
    }

    /** Shows the gallery of phenomena. */
    void showGallery() {
        if (workspaces.admits(WorkspaceEntry.LAB)) {
            workspaces.choose(WorkspaceEntry.LAB);
            lab.showGallery();
        }
    }

    /** Adds what is open to the lesson that is written: in the lab its walk, else the race. */
    void recordStep() {
        if (workspaces.admits(WorkspaceEntry.LESSONS)) {
            boolean inLab = workspaces.chosenProperty().get().id().equals(WorkspaceEntry.LAB);
            workspaces.at(WorkspaceEntry.LESSONS);
            lessons.record(inLab ? lab.session() : session, workspaces.at(inLab ? WorkspaceEntry.LAB : WorkspaceEntry.TRAIN));
        }
    }

    /** Does {@code then}, if a person agrees where a lesson that was written is not saved. */
    void unlessDraftUnsaved(Runnable then) {
        if (lessons == null) {
            then.run();
        } else {
            lessons.unlessUnsaved(then);
        }
    }

    /** The lessons, in view; beside something that is open, as everything is. */
    private void lessons(Runnable first, Consumer<LessonSpace> then) {
        if (session.experiment() == null) {
            session.open(Demo.experiment(Messages.text("demo.title")), null, null);
        }
        first.run();
        if (workspaces.admits(WorkspaceEntry.LESSONS)) {
            workspaces.choose(WorkspaceEntry.LESSONS);
            then.accept(lessons);
        }
    }

    /** The panels alone in the whole window. */
    BigScreen big() {
        return train.big();
    }

    /** Where the landscape of the race is chosen. */
    Node landscapeTab() {
        return train.tab(screens.landscape());
    }

    /** The views of the race, in the order of their tabs. */
    List<Screen> views() {
        return workspaces.screens(WorkspaceEntry.TRAIN);
    }

    /** All views of the experiment: the race's in the order of their tabs, then the data. */
    List<Screen> screens() {
        return Stream.concat(views().stream(), workspaces.screens(WorkspaceEntry.DATA).stream()).toList();
    }

    /** Offers the surfaces to walk on: in the lab, but where the experiment itself is a walk, to it. */
    void chooseSurface() {
        boolean inLab = workspaces.chosenProperty().get().id().equals(WorkspaceEntry.LAB);
        if (!inLab && session.experiment().problem() instanceof Problem.Surface) {
            workspaces.shownProperty().set(screens.landscape());
            screens.landscape().chooseSurface(sheets);
        } else if (workspaces.admits(WorkspaceEntry.LAB)) {
            workspaces.choose(WorkspaceEntry.LAB);
            lab.chooseSurface();
        }
    }

    void dispose() {
        zones.dispose();
        rail.dispose();
        workspaces.dispose();
    }
}
