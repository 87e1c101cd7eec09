package downhill.analysis.explain;

import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.TargetStep;
import downhill.model.InputShape;
import downhill.model.ModelSpec;
import java.util.Arrays;

/**
 * One of the models that answer, and where its numbers stand in a row.
 *
 * @param weight     of its answer; of all of them 1
 * @param outputs    numbers it gives for each row
 * @param parameters [P]
 * @param at         place of its first input in a row
 * @param level      place of what its target is relative to; −1 where it is not
 */
record ModelPart(double weight, ModelSpec model, Preprocessing preprocessing, int outputs, double[] parameters, int at, int level) {
    static ModelPart of(double weight, ModelSpec model, Preprocessing preprocessing, int outputs, double[] parameters, int at) {
        int level = preprocessing.target() instanceof TargetStep.RelativeTarget ? at + shape(preprocessing).size() : -1;
        return new ModelPart(weight, model, preprocessing, outputs, parameters, at, level);
    }

    private static InputShape shape(Preprocessing preprocessing) {
        return InputShape.of(preprocessing.inputShape());
    }

    InputShape shape() {
        return shape(preprocessing);
    }

    /** The same with other parameters [P]. */
    ModelPart with(double[] others) {
        return new ModelPart(weight, model, preprocessing, outputs, others, at, level);
    }

    /** Place after its last number. */
    int end() {
        return Math.max(level, at + shape().size() - 1) + 1;
    }

    /** Rows one after another in the time of one input: the window of a time series, else 1. */
    int times() {
        return preprocessing.sequence() == null ? 1 : preprocessing.sequence().window();
    }

    /** Its inputs of these rows [rows × inputs]. */
    double[] inputs(double[] rows, int size) {
        int own = shape().size();
        if (own == size) {
            return rows;
        }
        double[] inputs = new double[rows.length / size * own];
        for (int row = 0; row * size < rows.length; row++) {
            System.arraycopy(rows, row * size + at, inputs, row * own, own);
        }
        return inputs;
    }

    /** Its outputs as numbers in the target's own unit. */
    double[] decoded(double[] raw, double[] rows, int size) {
        double[] values = new double[raw.length];
        Arrays.setAll(values, i -> preprocessing.target().decode(raw[i], level < 0 ? Double.NaN : rows[i * size + level]));
        return values;
    }
}
