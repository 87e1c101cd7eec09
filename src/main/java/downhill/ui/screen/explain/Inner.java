package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.InnerLook;
import downhill.analysis.fit.Kernels;
import downhill.data.Progress;
import downhill.engine.graph.ParameterLayout;
import java.util.List;

/**
 * The inside of a model, and what one row does to it.
 *
 * @param asked     which model
 * @param tableRow  row of the table, from 0
 * @param columns   the features
 * @param first     how much the first layer weighs each; null where it weighs no single ones
 * @param kernels   [filter][height][width] of the first convolution; null without one
 * @param lit       units farthest from 0
 * @param attention of each block; empty of models without it
 */
record Inner(Asked asked, int tableRow, List<ExplainedColumn> columns, double[] first, double[][][] kernels, List<InnerLook.Lit> lit,
             List<InnerLook.Attention> attention) {
    private static final int UNITS = 14;

    Inner {
        columns = List.copyOf(columns);
        lit = List.copyOf(lit);
        attention = List.copyOf(attention);
    }

    static Inner of(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        Explained model = engines.of(asked);
        ExplainedRows row = engines.row(question);
        InnerLook look = InnerLook.of(model);
        double[] first = asked.site().isOfImages() ? null : look.firstWeights();
        List<InnerLook.Lit> lit = progress.cancelled() ? List.of() : look.lit(row.values(), UNITS);
        return new Inner(asked, row.sourceRows()[0], model.columns(), first, kernels(asked), lit,
                progress.cancelled() ? List.of() : look.attention(row.values()));
    }

    private static double[][][] kernels(Asked asked) {
        ParameterLayout layout = asked.from().layout();
        List<String> names = Kernels.names(layout);
        return names.isEmpty() ? null : Kernels.of(layout.slot(names.get(0)).orElseThrow(), asked.parameters());
    }
}
