package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.data.ColumnType;
import downhill.data.Visible;
import downhill.ui.chart.EffectDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.ShareDrawing;
import downhill.ui.control.Choice;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;

/** How what is said changes with the feature that is chosen, over all rows and for the row that is chosen. */
final class HowScreen extends ExplainScreen {
    private final PickChart chart = new PickChart();
    private final Choice<String> feature;
    private final Choice<EffectKind> kind;

    HowScreen(ExplainModel model) {
        super(model, "how", model.work().effects());
        chart.setId("explain-how");
        chart.setPicked(this::picked);
        chart.setWords(this::said);
        feature = new Choice<String>(Messages.binding("explain.feature"), List.of(), Visible::line).start(null, model::chooseFeature);
        kind = new Choice<EffectKind>(Messages.binding("explain.how.kind"), List.of(EffectKind.values()),
                each -> Messages.text("explain.how." + each.name().toLowerCase(Locale.ROOT)))
                .start(EffectKind.PDP, model.work().kindProperty()::set);
        feature.getStyleClass().add(Choice.QUIET);
        kind.getStyleClass().add(Choice.QUIET);
        feature.setId("explain-feature");
        kind.setId("explain-kind");
        options.getChildren().setAll(feature, kind);
        attached.bind(chart.titleProperty(), Messages.binding("explain.how.chart"));
        attached.listen(model.work().effects().answerProperty(), now -> refresh());
        attached.listen(model.work().probe().answerProperty(), now -> refresh());
        attached.listen(model.featureProperty(), now -> refresh());
        attached.add(chart::dispose);
    }

    @Override
    protected void watch(boolean on) {
        model.work().effects().watch(this, on);
        model.work().probe().watch(this, on);
    }

    @Override
    protected Node picture() {
        Effects found = model.work().effects().answer();
        if (found == null) {
            return null;
        }
        feature.offer(model.names(), found.column().name());
        if (found.refused() != null) {
            return sentence(Spoken.text(found.refused()));
        }
        if (found.column().isLabels()) {
            chart.show(bars(found));
        } else {
            chart.show(lines(found));
        }
        return chart;
    }

    private EffectDrawing lines(Effects found) {
        Probe probe = model.work().probe().answer();
        boolean fits = probe != null && probe.along().column().equals(found.column().name())
                && Arrays.equals(probe.along().x(), found.x()) && !found.local();
        double at = probe == null ? Double.NaN : found.column().value(probe.values(), 0);
        String upwards = ExplainModel.words(found.local() ? "explain.how.local" : "explain.how.said", found.asked());
        boolean centred = kind.getValue() == EffectKind.CENTRED && !found.local();
        double[][] lines = Arrays.stream(found.lines()).map(line -> centred ? from(line) : line).toArray(double[][]::new);
        double[] own = fits ? probe.along().said() : null;
        double[] mean = centred ? from(found.mean()) : found.mean();
        return new EffectDrawing(found.x(), lines, mean, centred && own != null ? from(own) : own, at, found.there(),
                new EffectDrawing.Look(across(found), upwards, found.column().type() == ColumnType.DATE,
                        found.asked().contender().style(), null, told(found)));
    }

    /** The feature, and which way the curve goes over it. */
    private static String across(Effects found) {
        return found.trend() == null ? found.column().name() : Messages.text("explain.how.trend", Visible.line(found.column().name()),
                trend(found));
    }

    private static String trend(Effects found) {
        return Messages.text("explain.how.trend." + found.trend().name().toLowerCase(Locale.ROOT));
    }

    /** From its own beginning on. */
    private static double[] from(double[] line) {
        return Arrays.stream(line).map(value -> value - line[0]).toArray();
    }

    /** Labels have no order: what is said on average with each. */
    private ShareDrawing bars(Effects found) {
        List<ShareDrawing.Bar> bars = new ArrayList<>();
        ExplainedColumn column = found.column();
        Probe probe = model.work().probe().answer();
        for (int i = 0; i < found.x().length; i++) {
            bars.add(new ShareDrawing.Bar(Visible.line(column.text(found.x()[i])), found.mean()[i], Double.NaN, Double.NaN,
                    Numbers.significant(found.mean()[i], 3)));
        }
        double at = probe == null ? -1 : column.value(probe.values(), 0);
        return new ShareDrawing(bars, (int) at, null, found.asked().contender().style(),
                ExplainModel.words("explain.how.said", found.asked()), told(found));
    }

    private static String told(Effects found) {
        double low = Arrays.stream(found.mean()).min().orElse(Double.NaN);
        double high = Arrays.stream(found.mean()).max().orElse(Double.NaN);
        String told = Messages.text("explain.how.told", Visible.line(found.column().name()), Numbers.significant(low, 3),
                Numbers.significant(high, 3));
        return found.trend() == null ? told : told + Messages.text("explain.how.told.trend", trend(found));
    }

    private void picked(int line) {
        Effects found = model.work().effects().answer();
        if (found != null && !found.column().isLabels() && line < found.of().length) {
            model.choose(found.of()[line]);
        }
    }

    private String said(int line) {
        Effects found = model.work().effects().answer();
        return found == null || found.column().isLabels() || line >= found.of().length ? ""
                : Messages.text("explain.row.number", RowText.number(found.of()[line]));
    }
}
