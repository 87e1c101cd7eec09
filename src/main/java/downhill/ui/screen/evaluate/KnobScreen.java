package downhill.ui.screen.evaluate;

import downhill.analysis.curve.CurveBand;
import downhill.analysis.curve.CurveRows;
import downhill.analysis.curve.ScoreLine;
import downhill.analysis.curve.ScoreLines;
import downhill.analysis.profile.GoodRegion;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.data.split.Fold;
import downhill.model.InputShape;
import downhill.optim.Hyperparameter;
import downhill.optim.Scale;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.study.CommonKnobs;
import downhill.study.ValidationKnob;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.ChartTable;
import downhill.ui.chart.ChartTold;
import downhill.ui.chart.RatesDrawing.Rates;
import downhill.ui.chart.RatesDrawing;
import downhill.ui.chart.UnitAxis;
import downhill.ui.chart.shape.Band;
import downhill.ui.chart.shape.PointBuffer;
import downhill.ui.chart.shape.Points;
import downhill.ui.control.Choice;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.RuleWords;
import downhill.ui.i18n.Spoken;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.Node;

/** The loss on held out rows against one setting that all contenders have, within a standard error, and how exactly it must be hit. */
final class KnobScreen extends StudyScreen<KnobScreen.Found> {
    /** Losses many times the middle one would leave no room for the others. */
    private static final double USUAL = 4;
    /** How far a band may reach below the best loss, as a part of it, before it is cut. */
    private static final double MOST_BELOW = 3;

    private final ChartPane chart = new ChartPane();
    private final Choice<String> knob = new Choice<>(Messages.binding("evaluate.knob.choice"), List.of(), this::words);

    /**
     * What came of it.
     *
     * @param folds on which each is scored
     * @param lines of all contenders, in their order
     * @param log   whether the setting has a scale of equal ratios
     */
    record Found(ScoreMetric metric, Hyperparameter what, List<Fold> folds, List<ScoreLine> lines, boolean log) {
        private double best(ScoreLine line) {
            return Arrays.stream(line.held().mean()).filter(Double::isFinite).reduce(metric.higherIsBetter() ? Math::max : Math::min)
                    .orElse(0);
        }

        private int place(ScoreLine line) {
            double best = best(line);
            double[] mean = line.held().mean();
            int at = -1;
            int finite = 0;
            for (double each : mean) {
                at = at < 0 && each == best ? finite : at;
                finite += Double.isFinite(each) ? 1 : 0;
            }
            return at;
        }
    }

    KnobScreen(EvaluateModel model) {
        super(model, "tab.knob", "evaluate.knob.begin");
        chart.setId("evaluate-knob");
        knob.getStyleClass().add(Choice.QUIET);
        offer(knob);
        attached.bind(chart.titleProperty(), Messages.binding("evaluate.knob"));
        attached.add(chart::dispose);
        attached.listen(model.session().experimentProperty(), now -> offerKnobs());
        offerKnobs();
    }

    private List<Hyperparameter> common() {
        Experiment now = model.session().experiment();
        return now == null ? List.of() : new CommonKnobs(now, model.session().rules()).all();
    }

    private void offerKnobs() {
        List<String> keys = common().stream().map(Hyperparameter::key).toList();
        knob.offer(keys, keys.contains(knob.getValue()) ? knob.getValue() : keys.stream().findFirst().orElse(null));
        knob.setVisible(!keys.isEmpty());
    }

    private String words(String key) {
        return common().stream().filter(each -> each.key().equals(key)).findFirst()
                .map(each -> Messages.text("formula.name", each.symbol(), RuleWords.name(each))).orElse(Objects.toString(key, ""));
    }

    @Override
    protected Object choice() {
        return Objects.toString(knob.getValue(), "");
    }

    @Override
    protected Found compute(Hearing of, Object choice, Progress told) {
        FoldedRows rows = of.rows();
        ScoreMetric metric = of.metric().lossLike();
        CommonKnobs knobs = new CommonKnobs(of.experiment(), model.session().rules());
        Hyperparameter what = knobs.all().stream().filter(each -> each.key().equals(choice)).findFirst()
                .orElseThrow(() -> new RefusedException(Said.of("knob.none")));
        ValidationKnob values = ValidationKnob.of(of.experiment(), knobs.knob(what.key()), InputShape.of(rows.prepare(0, false).prepared()
                .inputShape()), model.session().rules(), text -> Schedule.CONSTANT);
        List<ScoreLine> lines = new ScoreLines(rows, metric, model.session().rules(), EvaluateModel.threads())
                .bySetting(values.experiments(), values.places(), told);
        return new Found(metric, what, rows.folds(), lines, what.scale() == Scale.LOG && values.places()[0] > 0);
    }

    @Override
    protected Node show(Hearing of, Found found) {
        double[] x = found.lines().get(0).held().x();
        double[] all = found.lines().stream().flatMapToDouble(line -> Arrays.stream(line.held().mean())).filter(Double::isFinite).sorted()
                .toArray();
        if (all.length == 0) {
            chart.show(new RatesDrawing(UnitAxis.names("", List.of()), UnitAxis.names("", List.of()), List.of(), ChartTold.NOTHING));
            return chart;
        }
        double low = x[0];
        double high = x[x.length - 1];
        double below = found.lines().stream().flatMapToDouble(line -> Arrays.stream(line.held().error(-1)))
                .filter(value -> Double.isFinite(value) && value >= all[0] / MOST_BELOW).min().orElse(all[0]);
        double least = Math.min(below, all[0]);
        double usual = least + USUAL * (all[all.length / 2] - least);
        boolean ratios = LossScale.wantsLog(found.metric(), Arrays.stream(all));
        double most = usual > least && !ratios ? Math.min(all[all.length - 1], usual) : Math.max(all[all.length - 1], least + 1e-9);
        DoubleUnaryOperator place = found.log() ? value -> Math.log(value / low) / Math.log(high / low)
                : value -> (value - low) / (high - low);
        DoubleUnaryOperator height = ratios ? value -> Math.log(Math.max(value, Double.MIN_NORMAL) / least) / Math.log(most / least)
                : value -> (value - least) / (most - least);
        List<Rates> curves = new ArrayList<>();
        for (int i : EvaluateScreen.chosenLast(of, model.session().selection().contenderProperty().get())) {
            curves.addAll(rates(of.experiment().contenders().get(i), found, found.lines().get(i), place, height));
        }
        String told = String.join(" ", told(of, found).stream().map(Spoken::text).toList());
        String what = Messages.text("formula.name", found.what().symbol(), RuleWords.name(found.what()));
        UnitAxis across = UnitAxis.numbers(what, low, high, found.log(), place);
        UnitAxis upwards = UnitAxis.numbers(MethodWords.metric(found.metric()), least, most, ratios, height);
        chart.show(new RatesDrawing(across, upwards, curves,
                new ChartTold(told, () -> table(found, what))));
        return chart;
    }

    private static ChartTable table(Found found, String what) {
        List<List<String>> rows = new ArrayList<>();
        for (ScoreLine line : found.lines()) {
            for (int i = 0; i < line.held().x().length; i++) {
                rows.add(List.of(line.name(), ChartTable.number(line.held().x()[i]), ChartTable.number(line.held().mean()[i])));
            }
        }
        return new ChartTable(List.of("series", what, MethodWords.metric(found.metric())), rows);
    }

    /** The mean within a standard error, and thin the fold that is chosen. */
    private List<Rates> rates(ContenderSpec one, Found found, ScoreLine line, DoubleUnaryOperator place, DoubleUnaryOperator height) {
        CurveBand held = line.held();
        Band around = new Band(points(held, held.error(-1), place, height), points(held, held.error(1), place, height));
        List<Rates> rates = new ArrayList<>();
        rates.add(new Rates(one.name(), one.style(), points(held, held.mean(), place, height), found.place(line), around, false));
        int run = chosenRun(found.folds(), held);
        if (run >= 0) {
            rates.add(new Rates(one.name(), one.style(), points(held, held.each()[run], place, height), -1, null, true));
        }
        return rates;
    }

    private static Points points(CurveBand band, double[] values, DoubleUnaryOperator place, DoubleUnaryOperator height) {
        PointBuffer points = new PointBuffer();
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                points.append(place.applyAsDouble(band.x()[i]), height.applyAsDouble(values[i]));
            }
        }
        return points.snapshot();
    }

    @Override
    protected List<Said> told(Hearing of, Found found) {
        List<Said> told = new ArrayList<>();
        for (ScoreLine line : found.lines()) {
            double margin = line.tolerance(found.metric());
            Optional<GoodRegion> region = CurveRows.region(line, margin, found.metric().higherIsBetter());
            told.add(region.map(each -> each.said(line.name(), margin)).orElse(Said.of("knob.unknown", line.name())));
        }
        return told;
    }
}
