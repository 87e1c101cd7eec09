package downhill.analysis.explain;

import downhill.data.Progress;
import downhill.data.Relation;
import downhill.data.prepare.TargetStep;
import downhill.model.Family;

/**
 * Shapley values of models in which every column acts by itself, f(x) = c + Σ fⱼ(xⱼ): the value of column j is fⱼ(xⱼ) less its mean over
 * the background. Of a linear model that is w·(x − mean of the background).
 */
final class AdditiveShap {
    private final Explained model;
    private final ExplainedRows background;
    private final int outputs;
    private final int columns;

    AdditiveShap(Explained model, ExplainedRows background) {
        this.model = model;
        this.background = background;
        this.outputs = model.outputs().size();
        this.columns = model.columns().size();
    }

    /** Whether a model is known to be such, by its kind and by what its answers are told in. */
    static boolean suits(Explained model) {
        boolean told = !model.classes() || model.outputs().size() == 2 && model.scale() == ClassScale.LOG_ODDS && model.parts().size() == 1;
        return told && model.parts().stream().allMatch(AdditiveShap::suits);
    }

    private static boolean suits(ModelPart part) {
        boolean ratio = part.preprocessing().target() instanceof TargetStep.RelativeTarget target && target.relation() == Relation.RATIO;
        boolean told = !part.preprocessing().task().isClassification() || part.model().loss().onLogits();
        return told && !ratio && part.made().areOfOne() && Family.of(part.model().architecture()).isAffine(part.model().architecture());
    }

    /** [rows][columns][outputs]. */
    double[][][] values(ExplainedRows rows, Progress progress) {
        double[] own = effects(rows, progress);
        double[] others = effects(background, progress);
        double[][] mean = new double[columns][outputs];
        for (int i = 0; i < others.length; i++) {
            mean[i / outputs % columns][i % outputs] += others[i] / background.count();
        }
        double[][][] values = new double[rows.count()][columns][outputs];
        for (int i = 0; i < own.length; i++) {
            int column = i / outputs % columns;
            values[i / outputs / columns][column][i % outputs] = own[i] - mean[column][i % outputs];
        }
        return values;
    }

    /** What each column of each row does in the first background row's place of it, [rows × columns × outputs]. */
    private double[] effects(ExplainedRows rows, Progress progress) {
        int size = rows.size();
        Hybrids hybrids = new Hybrids(model, (long) rows.count() * columns, progress);
        for (int row = 0; row < rows.count(); row++) {
            for (ExplainedColumn column : model.columns()) {
                double[] changed = background.row(0);
                column.copy(rows.values(), row * size, changed, 0);
                hybrids.add(changed);
            }
        }
        return hybrids.answers();
    }
}
