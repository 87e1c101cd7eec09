package downhill.ui.screen.tune;

import downhill.cluster.SpreadMap;
import downhill.cluster.Workforce;
import downhill.race.RaceOptions;
import downhill.study.Recipe;
import downhill.study.map.MapAxis;
import downhill.study.map.MapRuns;
import downhill.study.map.Trainability;
import downhill.study.map.TrainabilityMap;
import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.ui.chart.MapChart;
import downhill.ui.chart.MapDrawing;
import downhill.ui.chart.UnitAxis;
import downhill.ui.control.Buttons;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.screen.LiveScreen;
import downhill.ui.tune.KnobWords;
import downhill.ui.tune.Sweep;
import downhill.ui.tune.TuneBase;
import downhill.ui.tune.TunePlace;
import downhill.words.RefusedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** How training ends for each pair of values of two knobs; a part that is dragged across is drawn anew, a pixel's run goes to Train. */
final class MapScreen extends LiveScreen {
    private static final int PIXELS = 48;
    private static final int STEPS = 200;

    private final TrialView view;
    private final BiConsumer<Recipe, Map<String, Object>> replay;
    private final MapChart chart = new MapChart();
    private final TwoKnobs pair;
    private final SweepBar bar;
    private final Button whole;
    private Sweep<TrainabilityMap> sweep;
    private Recipe recipe;
    private TrainabilityMap shown;
    private String problem = "";

    /** {@code replay} races the run of a pixel. */
    MapScreen(TrialView view, BiConsumer<Recipe, Map<String, Object>> replay) {
        this.view = view;
        this.replay = replay;
        pair = new TwoKnobs(view, () -> { });
        whole = Buttons.ghost("tune.map.whole", this::draw);
        bar = new SweepBar("tune.map.draw", this::draw, this::stop, pair.controls().get(0), pair.controls().get(1), whole);
        chart.setPicked(this::pick);
        chart.setWords(this::said);
        chart.setZooming(this::zoom);
        attached.bind(chart.titleProperty(), Messages.binding("tune.map.chart"));
        attached.listen(view.model().planProperty(), now -> refresh());
        attached.listen(view.model().session().experimentProperty(), now -> refresh());
        attached.listen(view.model().session().dataProperty(), now -> refresh());
        attached.listen(view.model().session().openingsProperty(), now -> forget());
        attached.listen(Messages.languageProperty(), now -> refresh());
        attached.add(this::stop);
        attached.add(chart::dispose);
    }

    private void forget() {
        stop();
        sweep = null;
        shown = null;
        problem = "";
        refresh();
    }

    private void stop() {
        if (sweep != null) {
            sweep.stop();
        }
    }

    private List<Knob> knobs() {
        return view.model().planProperty().get().knobs().stream().map(knob -> new Knob(knob.name(), knob.extent())).toList();
    }

    private Knob knob(String name) {
        return knobs().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private String obstacle() {
        String key = TuneBase.obstacle(view.model().session());
        if (!key.isEmpty()) {
            return Messages.text(key);
        }
        return knobs().size() < 2 ? Messages.text("tune.map.two") : "";
    }

    private void draw() {
        if (obstacle().isEmpty()) {
            trying(() -> {
                Recipe settled = TuneBase.of(view.model().session()).recipe(List.of(knob(pair.x()), knob(pair.y())));
                draw(axis(settled, pair.x()), axis(settled, pair.y()));
            });
        }
    }

    /** Of the knob as the settings have it: a batch is whole, though nobody said so. */
    private static MapAxis axis(Recipe settled, String name) {
        return MapAxis.of(settled.space().knob(name).orElseThrow(), PIXELS);
    }

    private void trying(Runnable begin) {
        problem = "";
        try {
            begin.run();
        } catch (IllegalArgumentException refused) {
            problem = refused instanceof RefusedException known ? Spoken.text(known.said()) : Spoken.text(refused);
        }
        refresh();
    }

    private void draw(MapAxis x, MapAxis y) {
        TuneBase base = TuneBase.of(view.model().session());
        stop();
        Recipe made = base.recipe(List.of(x.knob(), y.knob()));
        int steps = (int) Math.min(STEPS, base.experiment().training().steps());
        recipe = made;
        TunePlace place = view.model().placeProperty().get();
        Path folder = view.model().folder();
        sweep = Sweep.start("tune-map", (into, progress) -> {
            if (place.isHere()) {
                new Trainability(made, x, y, steps, base::prepared, base.library(), RaceOptions.besideWindow().threads())
                        .draw(progress, into::put);
                return;
            }
            MapRuns runs = new MapRuns(made, x, y, steps, base::prepared, base.library());
            try (Workforce workers = place.open(() -> !progress.cancelled())) {
                new Trainability(x, y, steps, new SpreadMap(workers, made.base(), folder, x, y, steps, runs)).draw(progress, into::put);
            }
        });
    }

    private void zoom(double x, double y, double right, double top) {
        if (shown != null) {
            trying(() -> draw(part(shown.across(), x, right), part(shown.up(), y, top)));
        }
    }

    private static MapAxis part(MapAxis axis, double from, double to) {
        int count = axis.values().size();
        return axis.zoomed((int) Math.floor(from * count), Math.min(count - 1, (int) Math.floor(to * count)), PIXELS);
    }

    private void pick(int pixel) {
        if (shown != null && recipe != null) {
            int columns = shown.across().values().size();
            replay.accept(recipe, shown.values(pixel / columns, pixel % columns));
        }
    }

    private String said(int pixel) {
        if (shown == null) {
            return "";
        }
        int columns = shown.across().values().size();
        int row = pixel / columns;
        int column = pixel % columns;
        List<Knob> both = List.of(shown.across().knob(), shown.up().knob());
        double loss = shown.finalLoss()[row][column];
        String end = Double.isFinite(loss) ? Messages.text("tune.map.loss", Numbers.format(loss)) : Messages.text("tune.map.diverged");
        return view.words().values(shown.values(row, column), both).replace(", ", "\n") + "\n" + end;
    }

    /** Once a frame. */
    void frame() {
        if (!isActive() || sweep == null) {
            return;
        }
        TrainabilityMap now = sweep.newest();
        if (now != null && now != shown) {
            shown = now;
            show();
        }
        bar.show(sweep, obstacle());
        if (sweep.isOver() && !sweep.problem().equals(downhill.words.Said.NOTHING)) {
            problem = Spoken.text(sweep.problem());
            refresh();
        }
    }

    private void show() {
        chart.show(MapDrawing.of(axis(shown.across()), axis(shown.up()), shown, Spoken::text));
    }

    private UnitAxis axis(MapAxis axis) {
        return UnitAxis.of(view.words().label(axis.knob().name()), axis.knob().extent(), KnobWords::value);
    }

    @Override
    protected void refresh() {
        if (!isActive()) {
            return;
        }
        List<String> names = knobs().stream().map(Knob::name).toList();
        pair.offer(names, name -> knob(name).extent() instanceof NumberRange);
        String obstacle = obstacle();
        chart.emptyTextProperty().set(problem.isEmpty() ? Messages.text("tune.map.empty") + " " + obstacle : problem);
        bar.show(sweep, obstacle);
        whole.setDisable(shown == null || !obstacle.isEmpty());
        if (shown == null || !problem.isEmpty()) {
            chart.show(Clouds.NONE);
        } else {
            show();
        }
    }

    @Override
    public String titleKey() {
        return "tune.tab.map";
    }

    @Override
    public Node content() {
        return chart;
    }

    @Override
    public Node options() {
        return bar.node();
    }
}
