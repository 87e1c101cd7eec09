package downhill.ui.window;

import downhill.race.RaceState;
import downhill.race.document.Problem;
import downhill.ui.command.CommandTable;
import downhill.ui.control.CutWords;
import downhill.ui.control.FileDrop;
import downhill.ui.control.NoticeBar;
import downhill.ui.control.SheetLayer;
import downhill.ui.fx.FramePump;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.screen.contenders.ContendersCard;
import downhill.ui.screen.lecture.CaptionBar;
import downhill.ui.screen.palette.CommandPalette;
import downhill.ui.screen.race.RaceController;
import downhill.ui.screen.scoring.Scoring;
import downhill.ui.screen.takeaway.Takeaway;
import downhill.ui.screen.workshop.Workshop;
import downhill.ui.session.Demo;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Session;
import downhill.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The whole window over one session: builds the screens, puts them into zones, and polls the race once a frame. */
public final class MainWindow {
    private final Session session;
    private final FxExecutor work;
    private final FramePump pump = new FramePump();
    private final SheetLayer sheets = new SheetLayer();
    private final NoticeBar notice = new NoticeBar();
    private final StackPane foot = new StackPane();
    private final WindowModel model = new WindowModel();
    private final Commands commands = new Commands(this);
    private final Subscriptions attached = new Subscriptions();
    private final FileActions files;
    private final Screens screens;
    private final Workspaces workspaces;
    private final Rail rail;
    private final TrainSpace train;
    private LabSpace lab;
    private final Start start;
    private final Hints hints = new Hints(this);
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final ObservableValue<String> ofExperiment;
    private final Menus menus;
    private final MenuKey menuKey;
    private final TopBar top;
    private final Zones zones;
    private final Scene scene;
    private final Takeaway takeaway;
    private final Lecture lecture;
    private final CommandTable table;
    private final Keys keys;
    private final Workshop workshop;
    private final Scoring scoring;
    private Runnable onClose = () -> { };

    /** A window of the given size in points; nothing is shown and nothing is polled before {@link #start()}. */
    public MainWindow(Session session, FxExecutor work, ExperimentFiles store, FilePicker asked, double width, double height) {
        this.session = session;
        this.work = work;
        FilePicker picker = new SparingPicker(asked, session, this::complain);
        files = new FileActions(session, store, work, sheets, picker, this::preview, this::openModel, this::tell, this::complain);
        takeaway = new Takeaway(session, work, sheets, picker, this::tell, this::complain);
        workshop = new Workshop(session, work, sheets, picker, this::complain);
        screens = new Screens(session, work, sheets, picker, this::showData, files::open, () -> big().enlarge());
        screens.results().taken(takeaway::copyTable, takeaway::saveTable);
        scoring = new Scoring(session, screens.models(), work, sheets, picker, this::tell, this::complain);
        ofExperiment = title();
        train = new TrainSpace(model, screens);
        screens.landscape().walksElsewhere(this::chooseSurface);
        workspaces = new Workspaces(List.of(
                new WorkspaceEntry(WorkspaceEntry.DATA, Feather.DATABASE, KeyCode.DIGIT1, () -> new DataSpace(screens)),
                new WorkspaceEntry(WorkspaceEntry.TRAIN, Feather.TRENDING_DOWN, KeyCode.DIGIT2, () -> train),
                new WorkspaceEntry(WorkspaceEntry.LAB, Feather.COMPASS, KeyCode.DIGIT3,
                        () -> lab = new LabSpace(session, sheets, picker, store, this::tell, this::complain))), WorkspaceEntry.TRAIN);
        rail = new Rail(workspaces, model, () -> Obstacles.noExperiment(session));
        menus = new Menus(this);
        top = new TopBar(menus.bar(), title, commands.theme());
        zones = new Zones(model, notice);
        VBox.setVgrow(screens.contenders().node(), Priority.ALWAYS);
        CaptionBar caption = new CaptionBar(session, System::nanoTime);
        BorderPane frame = new BorderPane();
        start = new Start(this, work, frame);
        frame.setTop(bar(top.node())); // one after the other: so Tab goes through them, from above to below
        frame.setLeft(rail.node());
        frame.setCenter(new BorderPane(zones.node(), null, null, new VBox(caption.node(), bar(foot)), null));
        scene = new Scene(new StackPane(frame, hints.node(), sheets), width, height);
        menuKey = new MenuKey(scene, menus.bar(), sheets::isVisible);
        lecture = new Lecture(scene, model, caption, sheets::isVisible, System::nanoTime);
        table = WindowCommands.of(this);
        menus.fill(table);
        keys = new Keys(table, commands::execute, sheets::isVisible);
        attach();
        Theme.LIGHT.apply(scene);
        scene.getRoot().requestFocus(); // no control has it from the beginning: all keys are the race's
        new FileDrop(sheets::isVisible, files::open).install(scene, attached);
    }

    private void attach() {
        menuKey.install(attached);
        lecture.install(attached);
        attached.add(lecture.caption()::dispose);
        new ChartMenu(scene, takeaway).install(attached);
        keys.install(scene, attached);
        screens.rule().follow(model.rightProperty());
        attached.follow(session.experimentProperty(), now -> {
            zones.node().setDisable(now == null); // as long as the first is being read there is nothing to act on
            rail.node().setDisable(now == null);
            foot.setDisable(now == null);
        });
        attached.add(CutWords.tell(scene));
        attached.follow(((Region) scene.getRoot()).widthProperty(), now -> model.resized(now.doubleValue()));
        attached.follow(Theme.of(scene), top::showTheme);
        attached.follow(session.problemSaidProperty(), this::complain);
        attached.listen(session.openingsProperty(), this::leave);
        attached.listen(session.openingsProperty(), now -> start.leave());
        attached.add(hints::dispose);
        attached.follow(workspaces.chosenProperty(), now -> showWorkspace());
        attached.follow(shownProperty(), screen -> train.showPanels());
        attached.follow(screens.race().logProperty(), screens.multiples()::setLog);
        attached.listen(model.bigProperty(), train.big()::change);
        attached.listen(model.projectedProperty(), now -> train.showPanels());
        attached.listen(model.tableProperty(), now -> choosePanels());
        attached.add(pump.poll(this::frame));
    }

    /** Where neither results nor panels have room, a person who asks for them is told why nothing comes. */
    private void choosePanels() {
        train.showPanels();
        if (train.isTooLow()) {
            lecture.caption().say(Messages.text("caption.low"));
        }
    }

    /** A control that goes with the workspace before has the focus no longer. */
    private void showWorkspace() {
        Node focused = scene.getFocusOwner();
        zones.show(workspaces.present());
        foot.getChildren().setAll(workspaces.present().foot());
        if (focused != null && focused.getScene() != scene) {
            scene.getRoot().requestFocus();
        }
        title.bind(workspaces.present().title().orElse(ofExperiment));
    }

    private BigScreen big() {
        return train.big();
    }

    Rail rail() {
        return rail;
    }

    /** The stages of the work. */
    Workspaces workspaces() {
        return workspaces;
    }

    /** The views of the race, in the order of their tabs. */
    List<Screen> views() {
        return workspaces.screens(WorkspaceEntry.TRAIN);
    }

    private Node bar(Node node) {
        node.visibleProperty().bind(model.barsProperty());
        node.managedProperty().bind(model.barsProperty());
        return node;
    }

    MenuKey menuKey() {
        return menuKey;
    }

    /** Full screen and large type. */
    public Lecture lecture() {
        return lecture;
    }

    Workshop workshop() {
        return workshop;
    }

    /** Asks models about rows typed in. */
    public Scoring scoring() {
        return scoring;
    }

    private void openModel(Path file) {
        beSure();
        scoring.open(file);
    }

    Takeaway takeaway() {
        return takeaway;
    }

    /** Shows one line that is worth knowing, in whichever language is spoken. */
    public void tell(Supplier<String> words) {
        notice.show(NoticeBar.Kind.INFO, words);
    }

    /** All that can be done in the window. */
    public CommandTable table() {
        return table;
    }

    /** A new one each time: what was typed in the last is gone with it. */
    CommandPalette palette() {
        return new CommandPalette(table, commands::recent, sheets, command -> {
            keys.acted(KeyCode.ENTER); // that a hand still rests on it means nothing to what the command opens
            commands.execute(command);
        });
    }

    Commands commands() {
        return commands;
    }

    /** What is drawn. */
    public Scene scene() {
        return scene;
    }

    /** The experiment that is open. */
    public Session session() {
        return session;
    }

    /** The one timer. */
    public FramePump pump() {
        return pump;
    }

    /** Begins to poll. */
    public void start() {
        pump.start();
    }

    /** What closes the window. */
    public void setOnClose(Runnable action) {
        onClose = action;
    }

    /** Asks about unsaved changes, then closes. */
    public void requestClose() {
        files.beforeClosing(onClose);
    }

    /** Opens and saves. */
    public FileActions files() {
        return files;
    }

    /** The words of the message shown; empty where there is none. */
    public String message() {
        return notice.message();
    }

    /** Which zones are open. */
    public WindowModel model() {
        return model;
    }

    /** The screens in the window. */
    public Screens parts() {
        return screens;
    }

    /** The screen in view. */
    public ObjectProperty<Screen> shownProperty() {
        return workspaces.shownProperty();
    }

    /** The panel over the window. */
    public SheetLayer sheets() {
        return sheets;
    }

    /** Detaches every view; the session stays open. */
    public void dispose() {
        pump.stop();
        sheets.close(); // what an open sheet was about to do has no thread to run on later
        attached.dispose();
        menus.dispose();
        top.dispose();
        zones.dispose();
        rail.dispose();
        workspaces.dispose();
        screens.dispose();
    }

    /** All views of the experiment: the race's in the order of their tabs, then the data. */
    public List<Screen> screens() {
        return Stream.concat(views().stream(), workspaces.screens(WorkspaceEntry.DATA).stream()).toList();
    }

    private void preview(Path table) {
        beSure();
        showData();
        screens.data().preview(table);
    }

    /** What is opened beside an experiment needs one: where there is none, that which comes with the program. */
    private void beSure() {
        if (session.experiment() == null) {
            session.open(Demo.experiment(Messages.text("demo.title")), null, null);
        }
        start.leave();
    }

    /** Offers what there is to begin with. */
    public void showStart() {
        start.show();
    }

    /**
     * From now on the demonstration comes with marks that say what to try, but for those {@code known} by their words; {@code gone} is told
     * of each that goes.
     */
    public void allowHints(Set<String> known, Consumer<String> gone) {
        hints.allow(known, gone);
    }

    Hints hints() {
        return hints;
    }

    /** Where the landscape of the race is chosen. */
    Node landscapeTab() {
        return train.tab(screens.landscape());
    }

    RaceController race() {
        return screens.race();
    }

    ContendersCard contenders() {
        return screens.contenders();
    }

    /** Puts the data screen into view. */
    public void showData() {
        shownProperty().set(screens.data());
    }

    /** Opens the bundled data and the generators. */
    public void showGallery() {
        screens.data().gallery();
    }

    /** Opens the editor of the model. */
    public void editModel() {
        screens.editModel();
    }

    /** Offers the surfaces to walk on: in the lab, but where the experiment itself is a walk, to it. */
    public void chooseSurface() {
        boolean inLab = workspaces.chosenProperty().get().id().equals(WorkspaceEntry.LAB);
        if (!inLab && session.experiment().problem() instanceof Problem.Surface) {
            shownProperty().set(screens.landscape());
            screens.landscape().chooseSurface(sheets);
        } else {
            workspaces.choose(WorkspaceEntry.LAB);
            lab.chooseSurface();
        }
    }

    /** The lab; null until it is chosen for the first time. */
    LabSpace lab() {
        return lab;
    }

    /** Opens the editor of the training. */
    public void editTraining() {
        screens.editTraining();
    }

    /** Shows one line about what went wrong; none where it is empty. */
    public void complain(Supplier<String> words) {
        if (words.get().isEmpty()) {
            notice.dismiss();
        } else {
            notice.show(NoticeBar.Kind.ERROR, words);
        }
    }

    /** What was said of another experiment goes with it; what was said before there was one stays. */
    private void leave(Number openings) {
        if (openings.intValue() > 1) {
            notice.dismiss();
        }
    }

    private void frame() {
        session.poll();
        lecture.frame();
        takeaway.frame();
        boolean preparing = session.race().openingProperty().get() || session.snapshotProperty().get().state() == RaceState.PREPARING;
        preparing &= session.experiment() != null || !start.isShown();
        top.setLoading(preparing && session.problemProperty().get().isEmpty(), screens.engine());
        screens.frame();
        workspaces.frame();
        hints.frame();
    }

    private ObservableValue<String> title() {
        return Bindings.createStringBinding(() -> {
            String words = session.experiment() == null ? "" : session.experiment().title();
            return session.dirtyProperty().get() ? words + " •" : words;
        }, session.experimentProperty(), session.dirtyProperty());
    }
}
