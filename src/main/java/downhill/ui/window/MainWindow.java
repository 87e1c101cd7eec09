package downhill.ui.window;

import downhill.race.RaceState;
import downhill.ui.ask.Scoring;
import downhill.ui.command.CommandTable;
import downhill.ui.control.CutWords;
import downhill.ui.control.FileDrop;
import downhill.ui.control.NoticeBar;
import downhill.ui.control.SheetLayer;
import downhill.ui.fx.FramePump;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.Subscriptions;
import downhill.ui.screen.Screen;
import downhill.ui.screen.lecture.CaptionBar;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Session;
import downhill.ui.theme.Theme;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The whole window over one session: builds the screens, puts them into zones, and polls the race once a frame. */
public final class MainWindow {
    private final Session session;
    private final FramePump pump = new FramePump();
    private final SheetLayer sheets = new SheetLayer();
    private final NoticeBar notice = new NoticeBar();
    private final WindowModel model = new WindowModel();
    private final Commands commands = new Commands(this);
    private final Subscriptions attached = new Subscriptions();
    private final Screens screens;
    private final WindowTools tools;
    private final WorkArea area;
    private final Start start;
    private final Hints hints = new Hints(this);
    private final Menus menus;
    private final MenuKey menuKey;
    private final TopBar top;
    private final Scene scene;
    private final Lecture lecture;
    private final CommandTable table;
    private final Keys keys;
    private Runnable onClose = () -> { };

    /** A window of the given size in points, not dressed yet; nothing is shown and nothing is polled before {@link #start()}. */
    public MainWindow(Session session, FxExecutor work, ExperimentFiles store, FilePicker asked, double width, double height) {
        this(session, work, store, asked, width, height, List.of());
    }

    /** The same without the workspaces of {@code hidden} ids on offer. */
    public MainWindow(Session session, FxExecutor work, ExperimentFiles store, FilePicker asked, double width, double height,
                      List<String> hidden) {
        this.session = session;
        FilePicker picker = new SparingPicker(asked, session, this::complain);
        screens = new Screens(session, work, sheets, picker, this::showData, () -> files().open(), () -> area().big().enlarge());
        tools = new WindowTools(this, screens, store, work, picker);
        area = new WorkArea(session, sheets, model, screens, notice, new Spaces(this, screens, picker, store), hidden);
        menus = new Menus(this);
        top = new TopBar(menus.bar(), area.titleProperty(), commands.theme());
        VBox.setVgrow(screens.contenders().node(), Priority.ALWAYS);
        Captions captions = new Captions(new CaptionBar(session, screens.steps(), System::nanoTime));
        BorderPane frame = new BorderPane();
        start = new Start(this, work, frame);
        area.lead(files(), start::leave);
        frame.setTop(bar(top.node())); // one after the other: so Tab goes through them, from above to below
        frame.setLeft(area.rail().node());
        frame.setCenter(new BorderPane(area.node(), null, null, new VBox(captions.node(), bar(area.foot())), null));
        scene = new Scene(new StackPane(frame, hints.node(), sheets), width, height);
        menuKey = new MenuKey(scene, menus.bar(), sheets::isVisible);
        lecture = new Lecture(scene, model, captions, sheets::isVisible, System::nanoTime);
        table = WindowCommands.of(this);
        menus.fill(table);
        keys = new Keys(table, commands::execute, sheets::isVisible);
        attach();
        scene.getRoot().requestFocus(); // no control has it from the beginning: all keys are the race's
        new FileDrop(sheets::isVisible, files()::open).install(scene, attached);
    }

    private void attach() {
        menuKey.install(attached);
        lecture.install(attached);
        attached.add(lecture.captions().race()::dispose);
        new ChartMenu(scene, tools.takeaway()).install(attached);
        keys.install(scene, attached);
        screens.rule().follow(model.rightProperty());
        area.install(scene, attached, lecture.captions());
        attached.add(CutWords.tell(scene));
        attached.follow(((Region) scene.getRoot()).widthProperty(), now -> model.resized(now.doubleValue()));
        attached.follow(Theme.of(scene), top::showTheme);
        attached.follow(session.problemSaidProperty(), this::complain);
        attached.listen(session.openingsProperty(), this::leave);
        attached.listen(session.openingsProperty(), now -> start.leave());
        attached.add(hints::dispose);
        attached.follow(screens.race().logProperty(), screens.multiples()::setLog);
        attached.add(pump.poll(this::frame));
    }

    WorkArea area() {
        return area;
    }

    Workspaces workspaces() {
        return area.workspaces();
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

    /** Asks models about rows typed in. */
    public Scoring scoring() {
        return tools.scoring();
    }

    /** Brings the panel that asks the models into view. */
    public void askModels() {
        tools.askModels();
    }

    WindowTools tools() {
        return tools;
    }

    /** Shows one line that is worth knowing, in whichever language is spoken. */
    public void tell(Supplier<String> words) {
        notice.tell(words);
    }

    /** All that can be done in the window. */
    public CommandTable table() {
        return table;
    }

    Keys keys() {
        return keys;
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
        area.unlessDraftUnsaved(() -> files().beforeClosing(onClose));
    }

    /** Opens and saves. */
    public FileActions files() {
        return tools.files();
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
        return workspaces().shownProperty();
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
        area.dispose();
        tools.dispose();
        screens.dispose();
    }

    /** All views of the experiment: the race's in the order of their tabs, then the data. */
    public List<Screen> screens() {
        return area.screens();
    }

    /** Offers what there is to begin with. */
    public void showStart() {
        start.show();
    }

    void leaveStart() {
        start.leave();
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

    /** Puts the data screen into view. */
    public void showData() {
        shownProperty().set(screens.data());
    }

    /** Opens the bundled data and the generators. */
    public void showGallery() {
        screens.data().gallery();
    }

    /** Offers the surfaces to walk on: in the lab, but where the experiment is a walk, to it. */
    public void chooseSurface() {
        area.chooseSurface();
    }

    /** Shows one line about what went wrong; none where it is empty. */
    public void complain(Supplier<String> words) {
        notice.complain(words);
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
        tools.frame();
        boolean preparing = session.race().openingProperty().get() || session.snapshotProperty().get().state() == RaceState.PREPARING;
        preparing &= session.experiment() != null || !start.isShown();
        top.setLoading(preparing && session.problemProperty().get().isEmpty(), screens.engine());
        screens.frame();
        screens.contenders().frame();
        scoring().frame();
        workspaces().frame();
        hints.frame();
    }
}
