package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.ui.fx.UiTask;
import java.util.Arrays;

/** Works out how what is said changes with one column. */
final class EffectWork {
    private static final int LINES = 60;

    private EffectWork() {
    }

    static Effects of(Question question, Engines engines, UiTask<?> task) {
        Asked asked = question.asked();
        Explained model = engines.of(asked);
        ExplainedRows all = engines.rows(asked);
        ExplainedColumn column = model.columns().stream().filter(each -> each.name().equals(question.feature())).findFirst()
                .orElse(model.columns().get(0));
        ExplainedRows some = all.pick(Evenly.of(all.count(), LINES));
        double[] x = Grid.of(column, engines.training(asked));
        double[][] lines = new double[some.count()][x.length];
        for (int row = 0; row < some.count(); row++) {
            double[] batch = new double[x.length * all.size()];
            for (int i = 0; i < x.length; i++) {
                System.arraycopy(some.values(), row * all.size(), batch, i * all.size(), all.size());
                column.write(x[i], batch, i * all.size());
            }
            lines[row] = asked.chosenOf(model.answers(batch));
        }
        double[] mean = new double[x.length];
        Arrays.setAll(mean, i -> Arrays.stream(lines).mapToDouble(line -> line[i]).average().orElse(Double.NaN));
        return new Effects(asked, column, x, mean, lines, some.sourceRows(), Grid.there(column, engines.training(asked)), false);
    }
}
