package downhill.ui.window;

import downhill.race.document.Experiment;
import downhill.ui.command.Command;
import downhill.ui.command.Section;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.screen.Screen;
import downhill.ui.screen.box.BoxScreen;
import downhill.ui.screen.contenders.ContendersCard;
import downhill.ui.screen.data.DataCard;
import downhill.ui.screen.fork.ForkSheet;
import downhill.ui.screen.gallery.Phenomena;
import downhill.ui.screen.landscape.LandscapeController;
import downhill.ui.screen.lecture.CaptionBar;
import downhill.ui.screen.race.RaceController;
import downhill.ui.screen.takeaway.Takeaway;
import downhill.ui.screen.training.TrainingCard;
import downhill.ui.screen.training.TrainingEditor;
import downhill.ui.screen.transport.TransportController;
import downhill.ui.screen.workshop.Workshop;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Demo;
import downhill.ui.session.Desk;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Session;
import downhill.ui.session.StepFeed;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Optimizers walk on surfaces, beside the text of a rule. The walk is an experiment of its own over the same engine: the race is not
 * touched, and nobody is asked about it. It rests when the lab is left, and is there again when the program is started the next time.
 */
final class LabSpace implements Workspace {
    private static final double WORKSHOP = 420;
    private static final String FIRST = "himmelblau";

    private final Session session;
    private final KeptWalk kept;
    private final Sheets sheets;
    private final LandscapeFeed landscapes;
    private final LandscapeController landscape;
    private final RaceController curves;
    private final Phenomena gallery;
    private final BoxScreen box = new BoxScreen();
    private final Tabs tabs;
    private final ContendersCard contenders;
    private final DataCard surface;
    private final TrainingCard training;
    private final TransportController transport;
    private final Workshop workshop;
    private final Region rule;
    private final Saver saver;
    private final Takeaway takeaway;
    private final StepFeed steps;
    private final CaptionBar caption;
    private final LabCommands own = new LabCommands();
    private final Subscriptions attached = new Subscriptions();

    /**
     * Over the engine of {@code race}; nothing is opened before the lab is entered. Curves are drawn {@code like} those of the race, and
     * {@code lessons} opens a phenomenon of the gallery.
     */
    LabSpace(Session race, RaceController like, Sheets sheets, FilePicker picker, ExperimentFiles files, Consumer<String> lessons,
             Consumer<Supplier<String>> tell, Consumer<Supplier<String>> problem) {
        this.sheets = sheets;
        FxExecutor work = FxExecutor.threads(2, "lab-work");
        session = race.beside(work);
        kept = new KeptWalk(session, files, problem);
        landscapes = new LandscapeFeed(session);
        landscape = new LandscapeController(session, landscapes, sheets);
        curves = new RaceController(session, new CurveFeed(session), sheets);
        gallery = new Phenomena(work, files, lessons, problem);
        tabs = new Tabs(List.of(landscape, curves, gallery, box));
        contenders = new ContendersCard(session, sheets);
        surface = new DataCard(session, this::chooseSurface);
        training = new TrainingCard(session, () -> new TrainingEditor(session).open(sheets));
        transport = new TransportController(session, () -> ForkSheet.open(session, sheets));
        workshop = new Workshop(session, work, sheets, picker, problem);
        rule = workshop.embed();
        rule.setId("lab-workshop");
        VBox.setVgrow(contenders.node(), Priority.ALWAYS);
        VBox.setVgrow(rule, Priority.ALWAYS);
        steps = new StepFeed(session);
        caption = new CaptionBar(session, steps, System::nanoTime);
        saver = new Saver(session, files, work, sheets, picker, problem);
        takeaway = new Takeaway(new Desk(session, work, sheets, picker, tell, problem));
        owns(tell);
        attached.bindBoth(curves.logProperty(), like.logProperty());
        attached.bindBoth(curves.validationProperty(), like.validationProperty());
        attached.listen(session.problemSaidProperty(), problem);
        session.race().speedProperty().set(Demo.SPEED);
    }

    private void owns(Consumer<Supplier<String>> tell) {
        own.own(contenders.commands());
        own.own(transport.commands());
        own.own(List.of(new EditCommands(session, tell).section()));
        curves.commands().stream().filter(command -> command.state() == null).forEach(own::own);
        own.own(training.command());
        own.own(surface.command());
        owns("experiment.title", "menu.experiment.title", () -> new TitleEditor(session).open(sheets));
        owns("experiment.workshop", "menu.experiment.workshop", workshop::focus);
        owns("file.save", "menu.file.save", () -> saver.save(() -> { }));
        owns("file.saveAs", "menu.file.saveAs", () -> saver.saveAs(() -> { }));
        owns("file.curves", "menu.file.curves", takeaway::saveAllCurves);
        screens().forEach(view -> owns("view." + view.titleKey(), view.titleKey(), () -> shownProperty().set(view)));
    }

    private void owns(String id, String key, Runnable action) {
        own.own(Command.of(id, key, action).unless(() -> Obstacles.noExperiment(session)));
    }

    /** The walk. */
    Session session() {
        return session;
    }

    LandscapeController landscape() {
        return landscape;
    }

    /** Shows the phenomena. */
    void showGallery() {
        shownProperty().set(gallery);
    }

    /** Offers the surfaces to walk on. */
    void chooseSurface() {
        kept.whenOpen(() -> landscape.chooseSurface(sheets));
    }

    @Override
    public List<Node> left() {
        return List.of(contenders.node(), surface.node(), training.node());
    }

    @Override
    public Node middle() {
        return tabs.node();
    }

    @Override
    public List<Node> right() {
        return List.of(rule);
    }

    @Override
    public double rightWidth() {
        return WORKSHOP;
    }

    @Override
    public Node foot() {
        return transport.node();
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
        return Optional.of(Bindings.createStringBinding(() -> session.experiment() == null ? "" : session.experiment().title(),
                session.experimentProperty()));
    }

    @Override
    public Optional<CaptionBar> caption() {
        return Optional.of(caption);
    }

    @Override
    public Optional<Command> instead(Command command) {
        return own.instead(command);
    }

    @Override
    public Optional<Section> instead(Section section) {
        return own.instead(section);
    }

    @Override
    public void frame() {
        session.poll();
        landscape.frame();
        landscapes.frame();
        box.frame();
        steps.frame();
        kept.frame();
    }

    @Override
    public void setActive(boolean on) {
        if (on) {
            kept.open(this::first);
        } else {
            session.race().pause();
            kept.keep();
        }
        tabs.setActive(on);
    }

    private Experiment first() {
        return LandscapeController.walk(Demo.experiment(Messages.text("demo.title")), FIRST, session);
    }

    @Override
    public void dispose() {
        kept.close();
        attached.dispose();
        caption.dispose();
        steps.close();
        workshop.dispose();
        tabs.dispose();
        landscapes.dispose();
        contenders.dispose();
        surface.dispose();
        training.dispose();
        transport.dispose();
        session.close();
    }
}
