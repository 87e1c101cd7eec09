package downhill.race;

import downhill.data.CodedRows;
import downhill.data.Examples;
import downhill.data.RowValues;
import downhill.data.TaskKind;
import downhill.data.prepare.Prepared;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import java.util.Arrays;

/** How targets become the numbers that a model's outputs are compared with. */
public final class Targets {
    private Targets() {
    }

    /**
     * Outputs that a model of these data has: 1 in regression and for two classes, unless cross-entropy, which has one
     * output for each class.
     */
    public static int outputs(Prepared data, ModelSpec model) {
        boolean each = data.task() != TaskKind.REGRESSION && model.loss() == Loss.CROSS_ENTROPY;
        return each ? data.classNames().size() : data.outputs();
    }

    /** [count × outputs]: the targets themselves, or where there are several outputs one-hot classes, kept as their indexes. */
    public static RowValues encode(Examples examples, int outputs) {
        return outputs == 1 ? RowValues.of(examples.targets(), 1)
                : CodedRows.of(Arrays.stream(examples.targets()).mapToInt(target -> (int) target).toArray(), outputs);
    }

    /** Shape of an example, for the model. */
    public static InputShape shape(Prepared data) {
        return InputShape.of(data.inputShape());
    }

    /** Index of the class that a row of raw outputs stands for; for one output 1 where it is above {@code threshold}. */
    public static int predictedClass(double[] outputs, int from, int count, double threshold) {
        if (count == 1) {
            return outputs[from] > threshold ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (outputs[from + i] > outputs[from + best]) {
                best = i;
            }
        }
        return best;
    }

    /** The single output above which the second class is predicted: 0 for logits, else 0.5. */
    public static double threshold(Loss loss) {
        return loss == Loss.BINARY_CROSS_ENTROPY ? 0 : 0.5;
    }
}
