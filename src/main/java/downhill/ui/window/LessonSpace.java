package downhill.ui.window;

import downhill.store.OpenedSession;
import downhill.ui.command.Command;
import downhill.ui.command.Section;
import downhill.ui.control.Card;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Sheets;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.screen.Screen;
import downhill.ui.screen.box.BoxScreen;
import downhill.ui.screen.contenders.ContendersCard;
import downhill.ui.screen.curvature.CurvatureController;
import downhill.ui.screen.data.DataCard;
import downhill.ui.screen.fit.FitController;
import downhill.ui.screen.landscape.LandscapeController;
import downhill.ui.screen.lecture.CaptionBar;
import downhill.ui.screen.lesson.Lessons;
import downhill.ui.screen.metrics.MetricsController;
import downhill.ui.screen.model.ModelCard;
import downhill.ui.screen.model.ModelEditor;
import downhill.ui.screen.parameters.ParametersController;
import downhill.ui.screen.race.RaceController;
import downhill.ui.screen.state.StateController;
import downhill.ui.screen.training.TrainingCard;
import downhill.ui.screen.training.TrainingEditor;
import downhill.ui.session.CurvatureFeed;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Session;
import downhill.ui.session.StepFeed;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Lessons, over an experiment of their own: the race is not touched. What was answered is saved with that experiment, as a session. */
final class LessonSpace implements Workspace {
    private static final double TEXT = 404;
    private static final List<String> OF_RACE = List.of("race.", "experiment.", "contender.");

    private final Session session;
    private final LandscapeFeed landscapes;
    private final LandscapeController landscape;
    private final ModelFeed models;
    private final StepFeed steps;
    private final CurvatureController curvature;
    private final BoxScreen box = new BoxScreen();
    private final Map<String, Screen> views = new LinkedHashMap<>();
    private final Tabs tabs;
    private final VBox empty = Card.plain(new EmptyState("lesson.empty", "lesson.empty.text"));
    private final StackPane middle;
    private final ContendersCard contenders;
    private final DataCard data;
    private final ModelCard model;
    private final TrainingCard training;
    private final Lessons lessons;
    private final Saver saver;
    private final CaptionBar caption;
    private final Map<String, Command> own = new HashMap<>();
    private final Subscriptions attached = new Subscriptions();

    /** Over the engine of {@code race}; {@code openFile} asks for a file. */
    LessonSpace(Session race, Sheets sheets, FilePicker picker, ExperimentFiles files, Runnable openFile,
                Consumer<Supplier<String>> problem) {
        FxExecutor work = FxExecutor.threads(2, "lesson-work");
        session = race.beside(work);
        CurveFeed curves = new CurveFeed(session);
        landscapes = new LandscapeFeed(session);
        landscape = new LandscapeController(session, landscapes, sheets);
        models = ModelFeed.of(session);
        steps = new StepFeed(session);
        curvature = new CurvatureController(session, new CurvatureFeed(session));
        views.put("landscape", landscape);
        views.put("race", new RaceController(session, curves, sheets));
        views.put("fit", new FitController(session, models));
        views.put("metrics", new MetricsController(session, models));
        views.put("parameters", new ParametersController(session, curves));
        views.put("state", new StateController(session, steps));
        views.put("curvature", curvature);
        views.put("workers", box);
        tabs = new Tabs(List.copyOf(views.values()));
        tabs.offer(List.of(landscape));
        middle = new StackPane(tabs.node(), empty);
        contenders = new ContendersCard(session, sheets);
        data = new DataCard(session, () -> { });
        model = new ModelCard(session, () -> new ModelEditor(session).open(sheets));
        training = new TrainingCard(session, () -> new TrainingEditor(session).open(sheets));
        lessons = new Lessons(session, work, files, Map.of("contenders", contenders.node(), "data", data.node(), "model", model.node(),
                "training", training.node()), this::offer, openFile, problem);
        lessons.marking(landscape::mark);
        landscape.lock(lessons::clicked);
        saver = new Saver(session, files, work, sheets, picker, problem);
        caption = new CaptionBar(session, steps, System::nanoTime);
        attached.listen(session.problemSaidProperty(), problem);
        own.put("race.run", Command.of("race.run", "lesson.run", lessons::go).unless(this::nothingToRun));
        own.put("race.step", Command.of("race.step", "lesson.next", lessons::next));
        own.put("race.stepBack", Command.of("race.stepBack", "lesson.back", lessons::back));
        own.put("file.save", Command.of("file.save", "menu.file.save", () -> saver.save(() -> { })).unless(this::nothing));
        own.put("file.saveAs", Command.of("file.saveAs", "menu.file.saveAs", () -> saver.saveAs(() -> { })).unless(this::nothing));
        screens().forEach(view -> own.put("view." + view.titleKey(), Command.of("view." + view.titleKey(), view.titleKey(),
                () -> shownProperty().set(view)).unless(() -> tabs.tab(view).isVisible() ? "" : Messages.text("why.lesson"))));
    }

    private String nothingToRun() {
        return lessons.readyProperty().get() ? "" : Messages.text("why.lesson.run");
    }

    private String nothing() {
        return Obstacles.noExperiment(session);
    }

    /** No names: the contents are in view, and there is nothing to see yet. */
    private void offer(List<String> names) {
        empty.setVisible(names.isEmpty());
        tabs.node().setVisible(!names.isEmpty());
        if (names.isEmpty()) {
            return;
        }
        tabs.offer(names.stream().map(views::get).toList());
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
        lessons.open(lesson);
    }

    /** Goes on with a lesson that was saved in {@code file}. */
    void resume(OpenedSession opened, Path file) {
        session.resume(opened, file, false);
        lessons.resume(opened.place().lesson());
    }

    @Override
    public List<Node> left() {
        return List.of(lessons.node());
    }

    @Override
    public double leftWidth() {
        return TEXT;
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
        return lessons.foot();
    }

    @Override
    public List<Screen> screens() {
        return tabs.screens();
    }

    @Override
    public ObjectProperty<Screen> shownProperty() {
        return tabs.shownProperty();
    }

    @Override
    public Optional<ObservableValue<String>> title() {
        return Optional.of(lessons.windowTitle());
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
        landscape.frame();
        landscapes.frame();
        models.frame();
        steps.frame();
        curvature.frame();
        box.frame();
    }

    @Override
    public void setActive(boolean on) {
        if (on) {
            lessons.load();
        } else {
            session.race().pause();
        }
        tabs.setActive(on);
    }

    @Override
    public void dispose() {
        attached.dispose();
        lessons.dispose();
        caption.dispose();
        steps.close();
        tabs.dispose();
        landscapes.dispose();
        models.dispose();
        contenders.dispose();
        data.dispose();
        model.dispose();
        training.dispose();
        session.close();
    }
}
