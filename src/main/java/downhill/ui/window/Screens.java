package downhill.ui.window;

import downhill.race.RaceOptions;
import downhill.ui.command.Command;
import downhill.ui.control.Sheets;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.screen.Screen;
import downhill.ui.screen.compare.CompareController;
import downhill.ui.screen.contenders.ContendersCard;
import downhill.ui.screen.curvature.CurvatureController;
import downhill.ui.screen.data.DataCard;
import downhill.ui.screen.data.DataController;
import downhill.ui.screen.doctor.DoctorController;
import downhill.ui.screen.fit.FitController;
import downhill.ui.screen.fork.ForkSheet;
import downhill.ui.screen.formula.FormulaCard;
import downhill.ui.screen.glass.GlassCard;
import downhill.ui.screen.landscape.LandscapeController;
import downhill.ui.screen.metrics.MetricsController;
import downhill.ui.screen.model.ModelCard;
import downhill.ui.screen.model.ModelEditor;
import downhill.ui.screen.multiples.MultiplesController;
import downhill.ui.screen.parameters.ParametersController;
import downhill.ui.screen.race.RaceController;
import downhill.ui.screen.results.ResultsCard;
import downhill.ui.screen.state.StateController;
import downhill.ui.screen.training.TrainingCard;
import downhill.ui.screen.training.TrainingEditor;
import downhill.ui.screen.transport.TransportController;
import downhill.ui.screen.tune.TuneController;
import downhill.ui.session.CurvatureFeed;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Session;
import downhill.ui.session.StepFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;

/** All screens of the window. */
public final class Screens {
    /** Asked once: the system is slow to tell it, and it is shown in every frame. */
    private final int threads = RaceOptions.besideWindow().threads();
    private final Session session;
    private final Sheets sheets;
    private final LandscapeFeed landscapes;
    private final LandscapeController landscape;
    private final RaceController race;
    private final MultiplesController multiples;
    private final ParametersController parameters;
    private final CompareController compare;
    private final ModelFeed models;
    private final FitController fit;
    private final MetricsController metrics;
    private final Supplier<DataController> makeData;
    private DataController data;
    private IntConsumer asking = row -> { };
    private final DataCard dataCard;
    private final ModelCard modelCard;
    private final TrainingCard trainingCard;
    private final ContendersCard contenders;
    private final FormulaCard formula;
    private final StepFeed steps;
    private final List<GlassPanel> glassPanels = new ArrayList<>();
    private final GlassCard glass;
    private final RuleCards rule;
    private final StateController state;
    private final CurvatureController curvature;
    private final ResultsCard results;
    private final DoctorController doctor;
    private final TransportController transport;
    private TuneController tune;

    Screens(Session session, FxExecutor work, Sheets sheets, FilePicker picker, Runnable showData, Runnable openFile, Runnable enlarge) {
        this.session = session;
        this.sheets = sheets;
        CurveFeed curves = new CurveFeed(session);
        race = new RaceController(session, curves, sheets);
        landscapes = new LandscapeFeed(session);
        landscape = new LandscapeController(session, landscapes, sheets);
        parameters = new ParametersController(session, curves);
        models = ModelFeed.of(session);
        compare = new CompareController(session, curves, landscapes, models, this::glassOf);
        multiples = new MultiplesController(session, curves, landscapes, models, enlarge);
        fit = new FitController(session, models);
        metrics = new MetricsController(session, models);
        makeData = () -> new DataController(session, work, sheets, picker, showData, openFile, row -> asking.accept(row));
        dataCard = new DataCard(session, showData);
        modelCard = new ModelCard(session, this::editModel);
        trainingCard = new TrainingCard(session, this::editTraining);
        contenders = new ContendersCard(session, sheets);
        contenders.startsFrom(work, picker);
        formula = new FormulaCard(session);
        steps = new StepFeed(session);
        CurvatureFeed curved = new CurvatureFeed(session);
        glass = new GlassCard(session, steps, curved);
        rule = new RuleCards(formula, glass);
        state = new StateController(session, steps);
        curvature = new CurvatureController(session, curved);
        results = new ResultsCard(session, sheets);
        doctor = new DoctorController(session, sheets);
        results.note(doctor.note());
        doctor.marking(contenders::mark);
        contenders.onMark(doctor::open);
        results.node().visibleProperty().bind(rule.askingProperty().or(results.projected().visibleProperty()).not());
        results.node().managedProperty().bind(results.node().visibleProperty());
        transport = new TransportController(session, this::fork);
    }

    private GlassPanel glassOf(String contender) {
        GlassPanel panel = new GlassPanel(session, contender, glass, glassPanels::remove);
        glassPanels.add(panel);
        return panel;
    }

    /** The loss of all contenders. */
    public RaceController race() {
        return race;
    }

    /** The loss on a plane, and the paths on it. */
    public LandscapeController landscape() {
        return landscape;
    }

    /** What the models make of the data. */
    public FitController fit() {
        return fit;
    }

    /** How good their predictions are. */
    public MetricsController metrics() {
        return metrics;
    }

    public ModelFeed models() {
        return models;
    }

    /** The chosen contender's step, taken apart. */
    StepFeed steps() {
        return steps;
    }

    /** The table and how it is prepared; made when it is asked for the first time, which the window does when it is to be seen. */
    public DataController data() {
        data = data == null ? makeData.get() : data;
        return data;
    }

    /** Who races. */
    public ContendersCard contenders() {
        return contenders;
    }

    /** How they stand. */
    public ResultsCard results() {
        return results;
    }

    /** What may be wrong with the race. */
    public DoctorController doctor() {
        return doctor;
    }

    /** One step of one parameter. */
    public GlassCard glass() {
        return glass;
    }

    RuleCards rule() {
        return rule;
    }

    /** Run, pause, step. */
    public TransportController transport() {
        return transport;
    }

    /** The small panels. */
    public MultiplesController multiples() {
        return multiples;
    }

    /** The panels in the place of the large view. */
    public CompareController compare() {
        return compare;
    }

    /** {@code ask} asks the models about a row of the data, from 0. */
    void asksAbout(IntConsumer ask) {
        asking = ask;
    }

    List<Screen> tabs() {
        return List.of(race, landscape, fit, metrics, parameters, state, compare, curvature);
    }

    List<Node> left() {
        return List.of(contenders.node(), dataCard.node(), modelCard.node(), trainingCard.node());
    }

    /** The search for settings; null until its workspace is shown. */
    public TuneController tune() {
        return tune;
    }

    TuneController tuned(TuneController made) {
        tune = made;
        return made;
    }

    /** A left column: what is learned from, in a few lines, and {@code cards} below. */
    List<Node> belowData(List<Node> cards) {
        return Stream.concat(Stream.of(dataCard.node()), cards.stream()).toList();
    }

    List<Node> right() {
        return List.of(rule.node(), results.node());
    }

    /** By its name, whether a card of the column is folded to one line. */
    public Map<String, BooleanProperty> folded() {
        return Map.of("data", dataCard.foldedProperty(), "model", modelCard.foldedProperty(), "training", trainingCard.foldedProperty());
    }

    /** Whether the models are asked at the right of the race. */
    public BooleanProperty askedProperty() {
        return rule.askedProperty();
    }

    /** What all contenders share, card by card. */
    List<Command> settings() {
        return List.of(dataCard.command(), modelCard.command(), trainingCard.command());
    }

    void fork() {
        ForkSheet.open(session, sheets);
    }

    /** Opens the editor of the model. */
    public void editModel() {
        new ModelEditor(session).open(sheets);
    }

    /** Opens the editor of the training. */
    public void editTraining() {
        new TrainingEditor(session).open(sheets);
    }

    String engine() {
        return threads == 1 ? Messages.text("top.engine.cpu.one") : Messages.text("top.engine.cpu", String.valueOf(threads));
    }

    void frame() {
        if (data != null) {
            data.frame();
        }
        landscape.frame();
        landscapes.frame();
        models.frame();
        steps.frame();
        curvature.frame();
        doctor.frame();
        glassPanels.forEach(GlassPanel::frame);
    }

    void dispose() {
        landscapes.dispose();
        models.dispose();
        multiples.dispose();
        if (data != null) {
            data.dispose();
        }
        dataCard.dispose();
        modelCard.dispose();
        trainingCard.dispose();
        contenders.dispose();
        formula.dispose();
        rule.dispose();
        glass.dispose();
        steps.close();
        results.dispose();
        doctor.dispose();
        transport.dispose();
    }

    /** Whether no landscape in view waits for its heights or its heads. */
    public boolean hasLandscapesSettled() {
        return !landscapes.isWatched() || landscapes.isSettled();
    }
}
