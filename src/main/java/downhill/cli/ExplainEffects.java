package downhill.cli;

import downhill.analysis.explain.AccumulatedEffects;
import downhill.analysis.explain.Companions;
import downhill.analysis.explain.Effect;
import downhill.analysis.explain.EffectGrid;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.PartialDependence;
import downhill.data.ColumnType;
import downhill.data.Progress;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How answers change with a column: pdp, ice and ale. */
final class ExplainEffects implements ExplainMethod {
    /** Of these. */
    enum Kind {
        PDP, ICE, ALE
    }

    /** As JSON has a curve; {@code x} are numbers or texts, values lists of one for each class where there are classes. */
    public record Curve(String feature, List<?> x, List<?> values, List<Integer> rows, List<Effect.Trend> trend, List<Line> lines) {
    }

    /** As JSON has the line of a row. */
    public record Line(int row, List<?> values) {
    }

    private static final int MOST_PAIRS = 3;

    private final Kind kind;

    ExplainEffects(Kind kind) {
        this.kind = kind;
    }

    @Override
    public ExplainResult explain(ExplainTask task, Progress progress) {
        int[] columns = task.options().columns(task.model().columns());
        if (kind == Kind.PDP && task.options().isPair()) {
            return new ExplainPairs(task, columns).explain(progress);
        }
        List<Effect> effects = new ArrayList<>();
        List<Said> told = new ArrayList<>();
        if (!task.compared().isEmpty()) {
            told.add(task.compared());
        }
        for (int i = 0; i < columns.length; i++) {
            ExplainedColumn column = task.model().columns().get(columns[i]);
            if (kind == Kind.ALE && column.isLabels() && !task.options().isChosen()) {
                told.add(Said.of("explain.ale.labels", column.name()));
            } else {
                effects.add(effect(task, columns[i], progress.stretch((double) i / columns.length, (i + 1.0) / columns.length)));
            }
        }
        if (effects.isEmpty()) {
            throw new InputException(Said.of("explain.ale.none"));
        }
        effects.sort(Comparator.comparingDouble((Effect effect) -> -effect.reach()));
        return result(task, effects, told);
    }

    private Effect effect(ExplainTask task, int column, Progress progress) {
        if (kind == Kind.ALE) {
            return new AccumulatedEffects(task.model(), task.background()).of(column, task.options().points(), progress);
        }
        double[] grid = EffectGrid.of(task.model().columns().get(column), task.background(), task.options().points());
        Effect effect = new PartialDependence(task.model(), task.background()).of(column, grid,
                kind == Kind.ICE ? task.rows() : task.rows().pick(new int[0]), progress);
        return task.options().centred() ? effect.centred() : effect;
    }

    private ExplainResult result(ExplainTask task, List<Effect> effects, List<Said> told) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outputs", task.model().outputs());
        json.put("features", effects.stream().map(effect -> curve(task, effect)).toList());
        List<List<String>> lines = new ArrayList<>();
        effects.forEach(effect -> lines(task, effect, lines));
        TextTable table = table(task, effects);
        effects.forEach(effect -> doubts(task, effect, told));
        if (kind != Kind.ALE) {
            companions(task, told);
        }
        return new ExplainResult(json, List.of("feature", "x", "of", "row", "value", "rows"), lines, List.of(table), told,
                Map.of("explain", chart(task, effects.get(0))));
    }

    private static ExplainedColumn column(ExplainTask task, Effect effect) {
        return task.model().columns().get(effect.column());
    }

    private static Curve curve(ExplainTask task, Effect effect) {
        ExplainedColumn column = column(task, effect);
        boolean plain = !column.isLabels() && column.type() != ColumnType.DATE;
        List<?> x = Arrays.stream(effect.x()).mapToObj(value -> plain ? (Object) value : column.text(value)).toList();
        List<Line> lines = effect.lines().length == 0 ? List.of() : IntStream.range(0, effect.lines().length)
                .mapToObj(row -> new Line(task.number(row), values(task, effect.lines()[row]))).toList();
        List<Effect.Trend> trend = column.isLabels() ? List.of()
                : IntStream.range(0, task.model().outputs().size()).mapToObj(effect::trend).toList();
        return new Curve(column.name(), x, values(task, effect.mean()), Arrays.stream(effect.near()).boxed().toList(), trend, lines);
    }

    private static List<?> values(ExplainTask task, double[][] curve) {
        return task.model().classes() ? Arrays.stream(curve).map(point -> Arrays.stream(point).boxed().toList()).toList()
                : Arrays.stream(curve).map(point -> point[0]).toList();
    }

    private static void lines(ExplainTask task, Effect effect, List<List<String>> lines) {
        ExplainedColumn column = column(task, effect);
        for (int point = 0; point < effect.x().length; point++) {
            for (int output = 0; output < task.model().outputs().size(); output++) {
                String x = column.text(effect.x()[point]);
                String of = task.model().outputs().get(output);
                lines.add(List.of(column.name(), x, of, "", "" + effect.mean()[point][output], "" + effect.near()[point]));
                for (int row = 0; row < effect.lines().length; row++) {
                    lines.add(List.of(column.name(), x, of, "" + task.number(row), "" + effect.lines()[row][point][output], ""));
                }
            }
        }
    }

    /** How far each goes and which way; of classes the one that changes most. */
    private static TextTable table(ExplainTask task, List<Effect> effects) {
        TextTable table = new TextTable(Said.of("explain.head.column"), Said.of("explain.head.from"), Said.of("explain.head.to"),
                Said.of("explain.head.reach"), Said.of("explain.head.trend"));
        for (Effect effect : effects) {
            ExplainedColumn column = column(task, effect);
            int output = widest(effect);
            table.row(column.name(), shown(column, effect.x()[0]), shown(column, effect.x()[effect.x().length - 1]),
                    ExplainFiles.number(effect.reach()), column.isLabels() ? "" : trend(effect, output));
        }
        return table;
    }

    /** Short, for people. */
    static String shown(ExplainedColumn column, double value) {
        return column.isLabels() || column.type() == ColumnType.DATE ? column.text(value) : ExplainFiles.number(value);
    }

    private static int widest(Effect effect) {
        int best = 0;
        double most = -1;
        for (int output = 0; output < effect.mean()[0].length; output++) {
            int own = output;
            double[] values = Arrays.stream(effect.mean()).mapToDouble(point -> point[own]).sorted().toArray();
            if (values[values.length - 1] - values[0] > most) {
                most = values[values.length - 1] - values[0];
                best = output;
            }
        }
        return best;
    }

    private static Said trend(Effect effect, int output) {
        return switch (effect.trend(output)) {
            case RISING -> Said.of("explain.trend.rising");
            case FALLING -> Said.of("explain.trend.falling");
            case FLAT -> Said.of("explain.trend.flat");
            case NEITHER -> Said.of("explain.trend.neither");
        };
    }

    private static void doubts(ExplainTask task, Effect effect, List<Said> told) {
        long empty = IntStream.range(1, effect.near().length).filter(i -> effect.near()[i] == 0).count();
        if (empty > 0) {
            told.add(Said.of("explain.effect.empty", column(task, effect).name(), empty, effect.near().length));
        }
    }

    /** Which columns make rows that never occur where one of them is moved alone. */
    private static void companions(ExplainTask task, List<Said> told) {
        List<ExplainedColumn> columns = task.model().columns();
        Companions.of(columns, task.background()).stream().limit(MOST_PAIRS).forEach(pair -> told.add(Said.of("explain.companions.pdp",
                columns.get(pair.one()).name(), columns.get(pair.other()).name(), ExplainFiles.number(pair.correlation()))));
    }

    private ExplainChart chart(ExplainTask task, Effect effect) {
        ExplainedColumn column = column(task, effect);
        List<ExplainChart.Line> lines = new ArrayList<>();
        int output = widest(effect);
        for (double[][] row : effect.lines()) {
            lines.add(new ExplainChart.Line("", effect.x(), Arrays.stream(row).mapToDouble(point -> point[output]).toArray(), -1));
        }
        for (int own = 0; own < task.model().outputs().size(); own++) {
            int which = own;
            lines.add(new ExplainChart.Line(task.model().outputs().get(own), effect.x(),
                    Arrays.stream(effect.mean()).mapToDouble(point -> point[which]).toArray(), own));
        }
        double[] ticks = column.isLabels() ? new double[0] : IntStream.range(0, task.background().count()).mapToDouble(row ->
                column.value(task.background().values(), row * task.background().size()))
                .filter(value -> value >= effect.x()[0] && value <= effect.x()[effect.x().length - 1]).toArray();
        Said side = kind == Kind.ALE ? Said.of("explain.axis.ale") : Said.of("explain.axis.pdp");
        Said across = column.isLabels() ? Said.plain(column.name()) : Said.of("explain.axis.trend", column.name(), trend(effect, output));
        return new ExplainChart.Lines(across, side, lines, ticks, column.type() == ColumnType.DATE);
    }
}
