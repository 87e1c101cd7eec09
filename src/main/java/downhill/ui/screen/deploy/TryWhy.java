package downhill.ui.screen.deploy;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.Shap;
import downhill.analysis.explain.ShapValues;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.Visible;
import downhill.data.prepare.Prepared;
import downhill.model.TrainedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each column did to the answer of a model, beside rows that it learned from (Shapley values, exact for up to
 * {@value Shap#EXACT_COLUMNS} columns, else by lot). Belongs to one thread.
 */
final class TryWhy implements AutoCloseable {
    /** Rows of training that an answer is held against. */
    static final int ROWS = 20;

    /** What one column did. */
    record Part(String name, double effect) {
    }

    /**
     * Why a model says what it says.
     *
     * @param of    the class, or the target's column
     * @param base  mean of what is said of the rows it is held against
     * @param said  of the row asked about
     * @param parts by falling size
     * @param exact whether nothing was drawn by lot
     */
    record Why(String of, double base, double said, List<Part> parts, boolean exact) {
    }

    private final Explained model;
    private final ExplainedRows background;

    TryWhy(TrainedModel trained, Prepared prepared, Table table) {
        model = Explained.of(trained);
        ExplainedRows all = model.rows(prepared.training(), table);
        int count = Math.min(ROWS, all.count());
        background = all.pick(IntStream.range(0, count).map(i -> (int) ((long) i * all.count() / count)).toArray());
    }

    /** Of the last row that can be answered; null where there is none. */
    Why of(Table row, Progress progress) {
        ExplainedRows rows = model.rows(row);
        if (rows.count() == 0) {
            return null;
        }
        ExplainedRows last = rows.pick(new int[] {rows.count() - 1});
        ShapValues values = new Shap(model, background, 1).of(last, progress);
        double[] said = values.predictions()[0];
        int output = IntStream.range(0, said.length).reduce((a, b) -> said[b] > said[a] ? b : a).orElse(0);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < model.columns().size(); i++) {
            ExplainedColumn column = model.columns().get(i);
            String text = last.text(0, column);
            parts.add(new Part(Visible.line(text == null ? column.name() : column.name() + " = " + text), values.values()[0][i][output]));
        }
        parts.sort(Comparator.comparingDouble(each -> -Math.abs(each.effect())));
        return new Why(model.outputs().get(output), values.base()[output], said[output], List.copyOf(parts), values.errors() == null);
    }

    @Override
    public void close() {
        model.close();
    }
}
