package downhill.engine.nd4j;

import downhill.expr.BinaryOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.comparison.CompareAndReplace;
import org.nd4j.linalg.indexing.conditions.Conditions;

/** Functions of two numbers, and the choice between two. Axes of length 1 are stretched. */
final class BinaryBinder {
    private final Recorder recorder;
    private final UnaryBinder unary;

    BinaryBinder(Recorder recorder) {
        this.recorder = recorder;
        this.unary = new UnaryBinder(recorder);
    }

    /** z ← op(a, b); z is another array, of the stretched shape. */
    void bind(BinaryOp op, INDArray a, INDArray b, INDArray z) {
        switch (op) {
            case ADD -> recorder.custom("add", z, a, b);
            case SUBTRACT -> recorder.custom("subtract", z, a, b);
            case MULTIPLY -> recorder.custom("multiply", z, a, b);
            case DIVIDE -> recorder.custom("divide", z, a, b);
            case POWER -> recorder.custom("Pow", z, a, b);
            case MIN -> extreme("minimum", a, b, z);
            case MAX -> extreme("maximum", a, b, z);
            case LESS -> compare("less", a, b, z);
            case LESS_OR_EQUAL -> compare("less_equal", a, b, z);
            case GREATER -> compare("greater", a, b, z);
            case GREATER_OR_EQUAL -> compare("greater_equal", a, b, z);
            case EQUAL -> compare("equals", a, b, z);
            case AND -> logical("multiply", a, b, z);
            case OR -> logical("maximum", a, b, z);
        }
    }

    /** ND4J's comparison drops not-a-number from one of its sides, so it is put back. */
    private void extreme(String name, INDArray a, INDArray b, INDArray z) {
        recorder.custom(name, z, a, b);
        for (INDArray side : new INDArray[] {a, b}) {
            INDArray nothing = unary.notANumber(side);
            recorder.custom("add", z, z, nothing);
            recorder.give(nothing);
        }
    }

    private void compare(String name, INDArray a, INDArray b, INDArray z) {
        INDArray truth = recorder.take(DataType.BOOL, z.shape());
        recorder.custom(name, truth, a, b);
        recorder.copy(truth, z);
        recorder.give(truth);
    }

    private void logical(String name, INDArray a, INDArray b, INDArray z) {
        INDArray left = recorder.take(a.shape());
        INDArray right = recorder.take(b.shape());
        unary.compareWithZero("not_equals", a, left);
        unary.compareWithZero("not_equals", b, right);
        recorder.custom(name, z, left, right);
        recorder.give(left);
        recorder.give(right);
    }

    /**
     * z ← a where the condition is not 0, else b. Picks rather than multiplies: what is not chosen leaves no trace, be it
     * not-a-number. ND4J's {@code select} visits element by element from the host, hence the detour.
     */
    void select(INDArray condition, INDArray a, INDArray b, INDArray z) {
        long[] shape = z.shape();
        INDArray yes = recorder.stretched(condition, shape);
        INDArray no = recorder.take(shape);
        unary.compareWithZero("equals", yes, no);
        INDArray first = recorder.take(shape);
        INDArray second = recorder.take(shape);
        pick(yes, recorder.stretched(a, shape), first);
        pick(no, recorder.stretched(b, shape), second);
        recorder.custom("add", z, first, second);
        recorder.give(no);
        recorder.give(first);
        recorder.give(second);
    }

    /** z ← a where the condition is not 0, else 0; all of one shape. */
    void pick(INDArray condition, INDArray a, INDArray z) {
        recorder.legacy(new CompareAndReplace(condition, a, z, Conditions.notEquals(0)));
    }
}
