package downhill.engine.nd4j;

import downhill.expr.UnaryOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.comparison.CompareAndSet;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.same.Square;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Cos;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log1p;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sin;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.indexing.conditions.Conditions;

/** Functions of one number. ND4J's own lose not-a-number in sign and ReLU and overflow in softplus, so those are put together. */
final class UnaryBinder {
    private final Recorder recorder;

    UnaryBinder(Recorder recorder) {
        this.recorder = recorder;
    }

    /** z ← op(a); z is another array of the same shape. */
    void bind(UnaryOp op, INDArray a, INDArray z) {
        switch (op) {
            case NEGATE -> recorder.legacy(new Negative(a, z));
            case ABS -> recorder.legacy(new Abs(a, z));
            case SIGN -> sign(a, z);
            case ROUND -> recorder.custom("rint", z, a);
            case SQUARE -> recorder.legacy(new Square(a, z));
            case SQRT -> recorder.legacy(new Sqrt(a, z));
            case EXP -> recorder.legacy(new Exp(a, z));
            case LOG -> recorder.legacy(new Log(a, z));
            case SIN -> recorder.legacy(new Sin(a, z));
            case COS -> recorder.legacy(new Cos(a, z));
            case TANH -> recorder.legacy(new Tanh(a, z));
            case SIGMOID -> recorder.legacy(new Sigmoid(a, z));
            case RELU -> recorder.legacy(new CompareAndSet(a, z, 0, Conditions.lessThan(0)));
            case SOFTPLUS -> softplus(a, z);
            case ERF -> recorder.legacy(new Erf(a, z));
            case NOT -> compareWithZero("equals", a, z);
        }
    }

    private void sign(INDArray a, INDArray z) {
        recorder.legacy(new Sign(a, z));
        addNotANumber(a, z);
    }

    /** Makes those elements of z not-a-number that are it in a; leaves the others alone. Same shapes. */
    void addNotANumber(INDArray a, INDArray z) {
        INDArray nothing = notANumber(a);
        recorder.custom("add", z, z, nothing);
        recorder.give(nothing);
    }

    /** Not-a-number where a is it, else 0; to be given back. */
    INDArray notANumber(INDArray a) {
        INDArray result = recorder.take(a.shape());
        recorder.legacy(new CompareAndSet(a, result, 0, Conditions.greaterThanOrEqual(Double.NEGATIVE_INFINITY)));
        return result;
    }

    /** max(x, 0) + log(1 + e^−|x|). */
    private void softplus(INDArray a, INDArray z) {
        INDArray one = recorder.take(a.shape());
        INDArray two = recorder.take(a.shape());
        recorder.legacy(new Abs(a, one));
        recorder.legacy(new Negative(one, two));
        recorder.legacy(new Exp(two, one));
        recorder.legacy(new Log1p(one, two));
        bind(UnaryOp.RELU, a, one);
        recorder.custom("add", z, one, two);
        recorder.give(one);
        recorder.give(two);
    }

    /** 1 where the comparison of a with 0 holds, else 0. */
    void compareWithZero(String comparison, INDArray a, INDArray z) {
        INDArray truth = recorder.take(DataType.BOOL, a.shape());
        recorder.custom(comparison, truth, a, recorder.constant(a.rank(), 0));
        recorder.copy(truth, z);
        recorder.give(truth);
    }
}
