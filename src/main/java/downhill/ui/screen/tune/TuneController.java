package downhill.ui.screen.tune;

import downhill.optim.Rule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.study.Recipe;
import downhill.study.trial.Trial;
import downhill.ui.command.Command;
import downhill.ui.control.FileChoice;
import downhill.ui.control.Sheets;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.screen.Screen;
import downhill.ui.session.Feed;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import downhill.ui.tune.AutoRun;
import downhill.ui.tune.ImportanceFeed;
import downhill.ui.tune.TrialPick;
import downhill.ui.tune.TuneBase;
import downhill.ui.tune.TuneModel;
import downhill.ui.tune.TuneStand;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** The workspace Tune: what is searched and how, the search, its trials in linked pictures, and what is done with the best of them. */
public final class TuneController {
    private final Session session;
    private final Sheets sheets;
    private final FileChoice files;
    private final TuneWays ways;
    private final TrialsExport exports;
    private final TuneModel model;
    private final TrialView view;
    private final TrialPick pick;
    private final TuneCommands commands;
    private final ImportanceFeed importance;
    private final KnobEditor editor;
    private final SpaceCard space;
    private final SearchCard search;
    private final TuneBar bar;
    private final MattersCard matters;
    private final MeterCard meter;
    private final BestCard best;
    private final MapScreen map;
    private final FinderScreen finder;
    private final List<Screen> large;
    private final List<Screen> small;
    private final Subscriptions attached = new Subscriptions();
    /** Null before the first. */
    private AutoSheet auto;
    /** Null before the first. */
    private PlaceSheet places;

    /** Of {@code session}; forms open in {@code sheets}. */
    public TuneController(Session session, Sheets sheets, FileChoice files, TuneWays ways) {
        this.session = session;
        this.sheets = sheets;
        this.files = files;
        this.ways = ways;
        exports = new TrialsExport(files, ways);
        model = new TuneModel(session);
        pick = new TrialPick(model.standProperty());
        commands = new TuneCommands(this);
        editor = new KnobEditor(model, sheets);
        importance = new ImportanceFeed(model, Feed.threads(1, "tune-importance"));
        view = new TrialView(model, pick);
        space = new SpaceCard(model, commands, editor::edit);
        search = new SearchCard(model, commands);
        bar = new TuneBar(model, commands);
        matters = new MattersCard(view, importance);
        meter = new MeterCard(view);
        best = new BestCard(view, commands);
        map = new MapScreen(view, this::replay);
        finder = new FinderScreen(session, this::useRate);
        large = List.of(new TrialsScreen(view), new SlicesScreen(view), new ContourScreen(view), map, finder);
        small = List.of(new ParallelScreen(view, commands), new HistoryScreen(view), new TimelineScreen(view));
        follow();
    }

    private void follow() {
        attached.listen(session.openingsProperty(), now -> {
            model.forget();
            pick.reset();
        });
        Runnable bar = this.bar::show;
        attached.listen(model.standProperty(), now -> view.turn(bar));
        List<ObservableValue<?>> shown = List.of(model.planProperty(), model.problemProperty(),
                session.experimentProperty(), session.dataProperty(), Messages.languageProperty());
        shown.forEach(value -> attached.listen(value, now -> bar.run()));
        bar.run();
    }

    /** The cards of the left column below the data. */
    public List<Node> left() {
        return List.of(space.node(), search.node());
    }

    /** The cards of the right column. */
    public List<Node> right() {
        return List.of(matters.node(), meter.node(), best.node());
    }

    /** The bar below. */
    public Node foot() {
        return bar.node();
    }

    /** The large views, in the order of their tabs. */
    public List<Screen> large() {
        return large;
    }

    /** Those below them. */
    public List<Screen> small() {
        return small;
    }

    /** What can be done here. */
    public List<Command> commands() {
        return commands.all();
    }

    /** The search. */
    public TuneModel model() {
        return model;
    }

    /** What is chosen and brushed of its trials. */
    public TrialPick pick() {
        return pick;
    }

    TuneStand stand() {
        return model.standProperty().get();
    }

    void toggle() {
        if (!stand().state().isUnderWay() && !model.goesOn()) {
            pick.reset();
        }
        model.toggle();
        bar.show();
    }

    void stop() {
        model.stop();
    }

    String obstacle() {
        return stand().state().isUnderWay() ? "" : model.obstacle();
    }

    String noSpace() {
        String key = TuneBase.obstacle(session);
        return key.isEmpty() ? "" : Messages.text(key);
    }

    void addKnob() {
        editor.add();
    }

    void editSearch() {
        new SearchEditor(session, model.planProperty().get(), files).open(sheets, model.planProperty()::set);
    }

    void choosePlace() {
        places = new PlaceSheet(model.placeProperty());
        places.open(sheets);
    }

    /** Why there is no table to find a model of; empty where there is. */
    String noData() {
        LoadedData data = session.dataProperty().get();
        if (session.experiment() == null || !(session.experiment().problem() instanceof Problem.Learning)) {
            return Messages.text("why.tune.surface");
        }
        return data != null && data.isUsable() ? "" : Messages.text("why.tune.data");
    }

    void findModel() {
        auto = new AutoSheet(session, model.placeProperty().get(), files, ways.tell(), found -> {
            sheets.close();
            session.end().unlessLost(document -> AutoRun.inRace(document, found));
            ways.toRace().run();
        });
        auto.open(sheets);
    }

    /** The next in the table, or the one before. */
    void choose(int by) {
        List<Trial> ranked = stand().ranked();
        int now = pick.told().map(ranked::indexOf).orElse(-1);
        pick.chosenProperty().set(ranked.get(Math.floorMod(Math.max(now, 0) + by, ranked.size())).number());
    }

    void raceBest() {
        enterBest(ways.toRace());
    }

    /** Where they are judged is shown; whoever wants it runs it there. */
    void evaluateBest() {
        enterBest(ways.toEvaluate());
    }

    private void enterBest(Runnable thither) {
        List<Trial> complete = stand().complete();
        BestInRace race = new BestInRace(model.recipe(), complete);
        if (!race.fits(session.experiment())) {
            ways.tell().accept(() -> Messages.text("why.tune.changed"));
            return;
        }
        session.end().unlessLost(race::in);
        thither.run();
        String key = race.leavesOut(complete) ? "tune.race.some" : "tune.race.told";
        ways.tell().accept(() -> Messages.text(key, Numbers.count(race.count())));
    }

    /** The run of a pixel of the map. */
    private void replay(Recipe recipe, Map<String, Object> values) {
        BestInRace race = BestInRace.of(recipe, values);
        if (!race.fits(session.experiment())) {
            ways.tell().accept(() -> Messages.text("why.tune.changed"));
            return;
        }
        String name = Messages.text("tune.map.run");
        session.end().unlessLost(document -> race.in(document, trial -> name));
        ways.toRace().run();
        ways.tell().accept(() -> Messages.text("tune.map.told.run", Numbers.count(race.count())));
    }

    private void useRate(ContenderSpec one, double rate) {
        session.changeHyperparameter(one.id(), Rule.LEARNING_RATE_KEY, rate);
        ways.tell().accept(() -> Messages.text("tune.finder.told", one.name(), Numbers.format(rate)));
    }

    void setDefaults() {
        Trial trial = pick.told().orElseThrow();
        if (!new BestInRace(model.recipe(), List.of(trial)).fits(session.experiment())) {
            ways.tell().accept(() -> Messages.text("why.tune.changed"));
            return;
        }
        session.end().unlessLost(document -> BestInRace.defaults(document, model.recipe(), trial, session.rules()));
        String contender = model.recipe().base().contenders().get(0).name();
        ways.tell().accept(() -> Messages.text("tune.defaults.told", contender, TrialView.name(trial)));
    }

    void export() {
        exports.save(model.kept());
    }

    /** It is in view, or no longer. */
    public void setActive(boolean on) {
        importance.setActive(this, on);
    }

    /** Once a frame. */
    public void frame() {
        if (auto != null) {
            auto.frame();
        }
        if (places != null) {
            places.frame();
        }
        model.frame();
        view.frame();
        importance.frame();
        map.frame();
        finder.frame();
    }

    /** Ends the search and detaches everything but the views, which whoever shows them ends. */
    public void dispose() {
        if (auto != null) {
            auto.stop();
        }
        model.close();
        attached.dispose();
        view.dispose();
        importance.close();
        exports.close();
        space.dispose();
        search.dispose();
        bar.dispose();
        matters.dispose();
        meter.dispose();
        best.dispose();
    }
}
