package downhill.analysis.explain;

import downhill.data.ColumnType;
import downhill.data.Scaling;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.TargetStep;
import downhill.model.InputShape;
import downhill.model.ModelSpec;
import java.util.Arrays;
import java.util.List;

/**
 * One of the models that answer, and where its numbers stand in a row.
 *
 * @param weight     of its answer; of all of them 1
 * @param outputs    numbers it gives for each row
 * @param parameters [P]
 * @param at         place of its first input in a row
 * @param level      place of what its target is relative to; −1 where it is not
 * @param made       inputs that follow from columns of the file
 */
record ModelPart(double weight, ModelSpec model, Preprocessing preprocessing, int outputs, double[] parameters, int at, int level,
                 MadeInputs made) {
    static ModelPart of(double weight, ModelSpec model, Preprocessing preprocessing, int outputs, double[] parameters, int at) {
        int level = preprocessing.target() instanceof TargetStep.RelativeTarget ? at + shape(preprocessing).size() : -1;
        int behind = Math.max(level - at, shape(preprocessing).size() - 1) + 1;
        return new ModelPart(weight, model, preprocessing, outputs, parameters, at, level, new MadeInputs(preprocessing, behind));
    }

    private static InputShape shape(Preprocessing preprocessing) {
        return InputShape.of(preprocessing.inputShape());
    }

    InputShape shape() {
        return shape(preprocessing);
    }

    /** The same with other parameters [P]. */
    ModelPart with(double[] others) {
        return new ModelPart(weight, model, preprocessing, outputs, others, at, level, made);
    }

    /** Place of the first value that inputs are made of, after all inputs. */
    int behind() {
        return Math.max(level, at + shape().size() - 1) + 1;
    }

    /** What inputs are made of, each as it stands in the file. */
    List<FeatureStep> sources() {
        return made.sources().stream().map(name -> (FeatureStep) new FeatureStep.Numeric(name, type(name), null, Scaling.NONE, 0, 1))
                .toList();
    }

    private ColumnType type(String column) {
        return preprocessing.asked().stream().filter(step -> step.column().equals(column)).findFirst().orElseThrow().type();
    }

    /** Place after its last number. */
    int end() {
        return behind() + made.sources().size();
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
            made.make(rows, row * size + at, inputs, row * own);
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
