package downhill.ui.screen.deploy;

import downhill.analysis.ensemble.Estimate;
import downhill.analysis.score.ScoreMetric;
import downhill.compress.SizeFront;
import downhill.ui.chart.ChartTable;
import downhill.ui.chart.ChartTold;
import downhill.ui.chart.FrontDrawing;
import downhill.ui.chart.FrontDrawing.Disc;
import downhill.ui.chart.UnitAxis;
import downhill.ui.chart.shape.Points;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Forms of a model as discs: what they cost, what they are worth, and which no other beats. */
final class FrontPicture {
    private static final double SMALL = 4;
    private static final double LARGE = 12;
    private static final double ROOM = 1.5;
    private static final double EDGE = 0.08;

    private final List<Form> forms;
    private final ScoreMetric metric;
    private final Cost cost;
    private final Object chosen;

    /** {@code chosen} is how the form that is chosen was made. */
    FrontPicture(List<Form> all, ScoreMetric metric, Cost cost, Object chosen) {
        this.forms = measured(all, metric);
        this.metric = metric;
        this.cost = cost;
        this.chosen = chosen;
    }

    /** Those that can be shown. */
    private static List<Form> measured(List<Form> all, ScoreMetric metric) {
        return all.stream().filter(each -> each.isMade() && each.times() != null && Double.isFinite(each.value(metric))).toList();
    }

    /** How many no other beats, of those that are measured. */
    static int front(List<Form> all, ScoreMetric metric, Cost cost) {
        return metric == null ? 0 : new FrontPicture(all, metric, cost, null).front().size();
    }

    boolean isEmpty() {
        return forms.isEmpty();
    }

    Form form(int number) {
        return forms.get(number);
    }

    private List<Integer> front() {
        return SizeFront.of(forms.stream().mapToDouble(cost::of).toArray(),
                forms.stream().mapToDouble(each -> each.value(metric)).toArray(), metric.higherIsBetter());
    }

    FrontDrawing drawing() {
        double left = forms.stream().mapToDouble(cost::of).min().orElseThrow() / ROOM;
        double right = forms.stream().mapToDouble(cost::of).max().orElseThrow() * ROOM;
        double[] heights = forms.stream()
                .flatMapToDouble(each -> DoubleStream.of(each.value(metric), estimate(each).low(), estimate(each).high()))
                .filter(Double::isFinite).toArray();
        double least = Arrays.stream(heights).min().orElseThrow();
        double most = Arrays.stream(heights).max().orElseThrow();
        double room = Math.max(most - least, 1e-9 + Math.abs(most) * 1e-3) * EDGE;
        double bottom = least - room;
        double top = most + room;
        DoubleUnaryOperator across = value -> Math.log(value / left) / Math.log(right / left);
        DoubleUnaryOperator up = value -> (value - bottom) / (top - bottom);
        List<Integer> front = front().stream().sorted(Comparator.comparingDouble(i -> cost.of(forms.get(i)))).toList();
        Points line = Points.of(front.stream().mapToDouble(i -> across.applyAsDouble(cost.of(forms.get(i)))).toArray(),
                front.stream().mapToDouble(i -> up.applyAsDouble(forms.get(i).value(metric))).toArray());
        return new FrontDrawing(UnitAxis.numbers(Messages.text(cost.key() + ".axis"), left, right, true, across),
                UnitAxis.numbers(Spoken.text(metric.said()), bottom, top, false, up), discs(across, up), line,
                Messages.text("deploy.disc"), new ChartTold(told(front), this::table));
    }

    /** The chosen one first, so that its name finds a place; then those of the front. */
    private List<Disc> discs(DoubleUnaryOperator across, DoubleUnaryOperator up) {
        double slowest = forms.stream().mapToDouble(each -> each.times().alone()).max().orElse(1);
        List<Integer> front = front();
        List<Disc> discs = new ArrayList<>();
        IntStream.range(0, forms.size()).boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(this::isChosen).thenComparing(front::contains).reversed())
                .forEach(i -> {
                    Form form = forms.get(i);
                    double radius = Math.max(SMALL, LARGE * Math.sqrt(form.times().alone() / slowest));
                    discs.add(new Disc(i, FormWords.name(form.wish()), across.applyAsDouble(cost.of(form)),
                            up.applyAsDouble(form.value(metric)), up.applyAsDouble(estimate(form).low()),
                            up.applyAsDouble(estimate(form).high()), radius, FormWords.style(form.wish()), isChosen(i)));
                });
        return discs;
    }

    private boolean isChosen(int number) {
        return Objects.equals(forms.get(number).wish(), chosen);
    }

    private Estimate estimate(Form form) {
        return form.worth().get(metric).estimate();
    }

    private String told(List<Integer> front) {
        String best = front.stream().map(i -> FormWords.name(forms.get(i).wish())).collect(Collectors.joining(", "));
        return Messages.text("deploy.front.told", String.valueOf(forms.size()), best);
    }

    /** What is said of a form that is pointed at. */
    String words(int number) {
        Form form = forms.get(number);
        return Messages.text("deploy.front.point", FormWords.name(form.wish()), FormWords.bytes(form.bytes()),
                Spoken.text(metric.said()), FormWords.score(form.value(metric)), FormWords.score(estimate(form).low()),
                FormWords.score(estimate(form).high()), FormWords.micros(form.times().alone()));
    }

    private ChartTable table() {
        List<String> head = List.of("name", "bytes", "parameters", "nonZero", "microsecondsBatch1", "microsecondsBatch256", metric.key(),
                "low", "high");
        return new ChartTable(head, forms.stream().map(each -> List.of(FormWords.name(each.wish()), String.valueOf(each.bytes()),
                String.valueOf(each.model().parameters().length), String.valueOf(FormWords.nonZero(each.model())),
                ChartTable.number(each.times().alone()), ChartTable.number(each.times().together()), ChartTable.number(each.value(metric)),
                ChartTable.number(estimate(each).low()), ChartTable.number(estimate(each).high()))).toList());
    }
}
