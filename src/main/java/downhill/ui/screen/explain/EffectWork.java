package downhill.ui.screen.explain;

import downhill.analysis.explain.AccumulatedEffects;
import downhill.analysis.explain.Effect;
import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.PartialDependence;
import downhill.data.Progress;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;

/** Works out how what is said changes with one column. */
final class EffectWork {
    private static final int LINES = 60;
    private static final int ROWS = 1000;
    private static final int INTERVALS = 24;

    private EffectWork() {
    }

    static Effects of(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        Explained model = engines.of(asked);
        int column = column(model, question.feature());
        try {
            return question.kind() == EffectKind.ALE ? local(asked, engines, column, progress) : dependence(asked, engines, column,
                    progress);
        } catch (RefusedException refused) {
            return new Effects(asked, model.columns().get(column), new double[0], new double[0], new double[0][], new int[0],
                    new double[0], false, null, Said.message(refused));
        }
    }

    private static int column(Explained model, String name) {
        return Math.max(0, model.columns().stream().map(ExplainedColumn::name).toList().indexOf(name));
    }

    private static Effects dependence(Asked asked, Engines engines, int column, Progress progress) {
        Explained model = engines.of(asked);
        ExplainedRows all = engines.rows(asked);
        ExplainedRows some = all.pick(Evenly.of(all.count(), LINES));
        ExplainedColumn one = model.columns().get(column);
        double[] x = Grid.of(one, engines.training(asked));
        Effect found = new PartialDependence(model, all.pick(Evenly.of(all.count(), ROWS))).of(column, x, some, progress);
        double[][] lines = Arrays.stream(found.lines()).map(line -> chosen(line, asked)).toArray(double[][]::new);
        return new Effects(asked, one, x, chosen(found.mean(), asked), lines, some.sourceRows(), there(engines, asked, one), false,
                trend(one, found, asked), null);
    }

    private static Effects local(Asked asked, Engines engines, int column, Progress progress) {
        Explained model = engines.of(asked);
        ExplainedColumn one = model.columns().get(column);
        Effect found = new AccumulatedEffects(model, engines.training(asked)).of(column, INTERVALS, progress);
        return new Effects(asked, one, found.x(), chosen(found.mean(), asked), new double[0][], new int[0], there(engines, asked, one),
                true, trend(one, found, asked), null);
    }

    private static Effect.Trend trend(ExplainedColumn one, Effect found, Asked asked) {
        int told = asked.isOfClasses() ? asked.chosen() : 0;
        return one.isLabels() || found.x().length < 2 ? null : found.trend(told);
    }

    private static double[] there(Engines engines, Asked asked, ExplainedColumn one) {
        return Grid.there(one, engines.training(asked));
    }

    private static double[] chosen(double[][] points, Asked asked) {
        return Arrays.stream(points).mapToDouble(point -> point[asked.isOfClasses() ? asked.chosen() : 0]).toArray();
    }
}
