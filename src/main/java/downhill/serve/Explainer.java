package downhill.serve;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.Shap;
import downhill.analysis.explain.ShapValues;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.export.MadeRows;
import downhill.model.TrainedEnsemble;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Says what each column did to an answer, beside rows made up between the least and the greatest values of training, since a model's file
 * holds no rows. One at a time, and within a time. For any threads.
 */
final class Explainer implements AutoCloseable {
    private final Semaphore one = new Semaphore(1);
    private final Explained model;
    private final ExplainedRows background;
    private final long seconds;

    /** @param seconds that an explanation may take */
    Explainer(TrainedEnsemble ensemble, long seconds) {
        this.model = Explained.of(ensemble);
        this.background = model.rows(MadeRows.of(ensemble.preprocessing()));
        this.seconds = seconds;
    }

    /**
     * Of the last row that can be answered: of a window the one that it leads to.
     *
     * @throws RequestException with 503 where another is being explained or it takes too long, 400 where no row has an answer
     */
    Map<String, Object> explain(Table table) {
        if (!one.tryAcquire()) {
            throw new RequestException(503, Said.of("serve.explaining"));
        }
        try {
            ExplainedRows rows = model.rows(table);
            if (rows.count() == 0) {
                throw RequestException.bad("serve.unanswered", 0, rows.unscored().isEmpty() ? Said.of("serve.nothing")
                        : rows.unscored().get(0).reason());
            }
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            ExplainedRows last = rows.pick(new int[] {rows.count() - 1});
            Shap shap = new Shap(model, background, 1);
            return told(shap.of(last, Progress.asking(() -> System.nanoTime() - end < 0)), last);
        } catch (CancellationException late) {
            throw new RequestException(503, Said.of("serve.explain.late", seconds));
        } finally {
            one.release();
        }
    }

    private Map<String, Object> told(ShapValues values, ExplainedRows row) {
        int output = best(values.predictions()[0]);
        List<Map<String, Object>> columns = new ArrayList<>();
        for (int i = 0; i < model.columns().size(); i++) {
            ExplainedColumn column = model.columns().get(i);
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("column", column.name());
            told.put("value", row.text(0, column));
            told.put("effect", values.values()[0][i][output]);
            columns.add(told);
        }
        columns.sort((a, b) -> Double.compare(Math.abs((Double) b.get("effect")), Math.abs((Double) a.get("effect"))));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("of", model.outputs().get(output));
        told.put("base", values.base()[output]);
        told.put("prediction", values.predictions()[0][output]);
        told.put("exact", values.errors() == null);
        told.put("compared_with", background.count());
        told.put("columns", columns);
        return told;
    }

    private static int best(double[] answers) {
        int best = 0;
        for (int i = 1; i < answers.length; i++) {
            best = answers[i] > answers[best] ? i : best;
        }
        return best;
    }

    @Override
    public void close() {
        model.close();
    }
}
