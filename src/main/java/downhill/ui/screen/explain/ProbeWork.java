package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.data.Progress;

/** Works out why one row is said what it is, and what would be said along one feature. */
final class ProbeWork {
    private ProbeWork() {
    }

    static Probe of(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        Explained model = engines.of(asked);
        ExplainedRows row = engines.row(question);
        ExplainedColumn column = model.columns().stream().filter(each -> each.name().equals(question.feature())).findFirst()
                .orElse(model.columns().get(0));
        double[] x = Grid.of(column, engines.training(asked));
        return new Probe(asked, row, question.changed() != null, model.columns(), ShareWork.why(asked, engines, row, progress),
                new Probe.Along(column.name(), x, along(model, column, x, row.values(), asked)));
    }

    private static double[] along(Explained model, ExplainedColumn column, double[] x, double[] values, Asked asked) {
        int size = values.length;
        double[] batch = new double[x.length * size];
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(values, 0, batch, i * size, size);
            column.write(x[i], batch, i * size);
        }
        return asked.chosenOf(model.answers(batch));
    }
}
