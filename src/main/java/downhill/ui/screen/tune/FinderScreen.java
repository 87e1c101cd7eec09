package downhill.ui.screen.tune;

import downhill.analysis.sweep.RateCurve;
import downhill.analysis.sweep.RateFinder;
import downhill.data.prepare.Prepared;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.ChartTable;
import downhill.ui.chart.ChartTold;
import downhill.ui.chart.RatesDrawing.Rates;
import downhill.ui.chart.RatesDrawing;
import downhill.ui.chart.UnitAxis;
import downhill.ui.chart.shape.Points;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.screen.LiveScreen;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import downhill.ui.tune.Sweep;
import downhill.ui.tune.TuneBase;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One run of each contender whose learning rate rises: what its loss does, which rate is suggested, and why. */
final class FinderScreen extends LiveScreen {
    private static final double ROOM = 96;
    private static final double MOST_ROOM = 148;
    /** Losses that few come to would leave no room for the others. */
    private static final double USUAL = 1.5;

    private final Session session;
    private final BiConsumer<ContenderSpec, Double> use;
    private final ChartPane chart = new ChartPane();
    private final VBox lines = new VBox(4);
    private final VBox content = new VBox(8);
    private final SweepBar bar;
    private Sweep<List<Found>> sweep;
    private List<Found> shown = List.of();

    /** What came of one contender: a curve, or why there is none. */
    private record Found(ContenderSpec one, RateCurve curve, Said problem) {
    }

    /** {@code use} gives a contender a rate. */
    FinderScreen(Session session, BiConsumer<ContenderSpec, Double> use) {
        this.session = session;
        this.use = use;
        bar = new SweepBar("tune.finder.find", this::find, this::stop);
        ScrollPane scroll = Rows.scrolledWhole(lines, ROOM);
        scroll.setMaxHeight(MOST_ROOM);
        VBox.setVgrow(chart, Priority.ALWAYS);
        content.getChildren().addAll(chart, scroll);
        attached.bind(chart.titleProperty(), Messages.binding("tune.finder.chart"));
        attached.bind(chart.emptyTextProperty(), Messages.binding("tune.finder.empty"));
        attached.listen(session.dataProperty(), now -> refresh());
        attached.listen(session.openingsProperty(), now -> forget());
        attached.listen(Messages.languageProperty(), now -> refresh());
        attached.add(this::stop);
        attached.add(chart::dispose);
    }

    private void forget() {
        stop();
        sweep = null;
        shown = List.of();
        refresh();
    }

    private void stop() {
        if (sweep != null) {
            sweep.stop();
        }
    }

    private String obstacle() {
        String key = TuneBase.obstacle(session);
        return key.isEmpty() ? "" : Messages.text(key);
    }

    private void find() {
        LoadedData data = session.dataProperty().get();
        if (!obstacle().isEmpty() || data == null) {
            return;
        }
        Experiment document = session.experiment();
        Prepared rows = data.prepared();
        stop();
        sweep = Sweep.start("tune-finder", (into, progress) -> {
            List<Found> found = new ArrayList<>();
            int all = document.contenders().size();
            for (ContenderSpec one : document.contenders()) {
                found.add(found(document, one, rows, progress.stretch((double) found.size() / all, (found.size() + 1.0) / all)));
                into.put(List.copyOf(found));
            }
        });
        refresh();
    }

    private Found found(Experiment document, ContenderSpec one, Prepared rows, downhill.data.Progress progress) {
        try {
            ContenderSpec plain = one.withFork(null).withChanges(List.of());
            RateFinder finder = new RateFinder(document.withContenders(List.of(plain)), rows, one.id(), session.rules());
            return new Found(one, finder.run(progress), null);
        } catch (RefusedException refused) {
            return new Found(one, null, refused.said());
        }
    }

    /** Once a frame. */
    void frame() {
        if (!isActive() || sweep == null) {
            return;
        }
        bar.show(sweep, obstacle());
        List<Found> now = sweep.newest();
        if (now != null && now != shown) {
            shown = now;
            show();
        }
    }

    @Override
    protected void refresh() {
        if (isActive()) {
            bar.show(sweep, obstacle());
            show();
        }
    }

    private void show() {
        List<Found> curves = shown.stream().filter(each -> each.curve() != null && each.curve().smoothed().length > 1).toList();
        lines.getChildren().setAll(shown.stream().map(this::line).toList());
        if (curves.isEmpty()) {
            chart.show(new RatesDrawing(UnitAxis.names("", List.of()), UnitAxis.names("", List.of()), List.of(), ChartTold.NOTHING));
            return;
        }
        double low = curves.stream().mapToDouble(each -> each.curve().rates()[0]).min().orElseThrow();
        double high = curves.stream().mapToDouble(each -> last(each.curve().rates())).max().orElseThrow();
        double least = curves.stream().flatMapToDouble(each -> Arrays.stream(each.curve().smoothed())).min().orElseThrow();
        double start = curves.stream().mapToDouble(each -> each.curve().smoothed()[0]).max().orElseThrow();
        double most = Math.max(start, least) + USUAL * Math.max(1e-9, (start - least) / 2);
        double length = Math.log(high / low);
        List<Rates> rates = curves.stream().map(each -> rates(each, low, length, least, most)).toList();
        chart.show(new RatesDrawing(
                UnitAxis.numbers(Messages.text("tune.finder.rate"), low, high, true, rate -> Math.log(rate / low) / length),
                UnitAxis.numbers(Messages.text("race.loss"), least, most, false, loss -> (loss - least) / (most - least)), rates,
                new ChartTold(told(), () -> table(curves))));
    }

    private static ChartTable table(List<Found> curves) {
        List<List<String>> rows = new ArrayList<>();
        for (Found each : curves) {
            for (int i = 0; i < each.curve().smoothed().length; i++) {
                rows.add(List.of(each.one().name(), ChartTable.number(each.curve().rates()[i]),
                        ChartTable.number(each.curve().smoothed()[i])));
            }
        }
        return new ChartTable(List.of("series", Messages.text("tune.finder.rate"), Messages.text("race.loss")), rows);
    }

    private static Rates rates(Found found, double low, double length, double least, double most) {
        RateCurve curve = found.curve();
        double[] x = new double[curve.smoothed().length];
        double[] y = new double[x.length];
        int suggested = -1;
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.log(curve.rates()[i] / low) / length;
            y[i] = (curve.smoothed()[i] - least) / (most - least);
            suggested = curve.rates()[i] <= curve.suggested() ? i : suggested;
        }
        return new Rates(found.one().name(), found.one().style(), Points.of(x, y), suggested);
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    private String told() {
        return String.join(" ", shown.stream().map(each -> each.one().name() + ": " + sentence(each)).toList());
    }

    private static String sentence(Found found) {
        return Spoken.text(found.curve() == null ? found.problem() : found.curve().sentence());
    }

    private Node line(Found found) {
        Label words = Labels.plain(found.one().name() + ": " + sentence(found), "small");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(8, words);
        line.setAlignment(Pos.CENTER_LEFT);
        if (found.curve() != null && Double.isFinite(found.curve().suggested())) {
            Button take = Buttons.link("tune.finder.use", () -> use.accept(found.one(), found.curve().suggested()));
            take.setAccessibleText(Messages.text("tune.finder.use.for", found.one().name()));
            line.getChildren().add(take);
        }
        return line;
    }

    @Override
    public String titleKey() {
        return "tune.tab.finder";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node options() {
        return bar.node();
    }
}
