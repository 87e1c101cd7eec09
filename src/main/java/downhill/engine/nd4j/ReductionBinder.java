package downhill.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.same.Max;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;

/** Sums and largest values over axes, which stay with length 1. */
final class ReductionBinder {
    private final Recorder recorder;
    private final UnaryBinder unary;

    ReductionBinder(Recorder recorder) {
        this.recorder = recorder;
        this.unary = new UnaryBinder(recorder);
    }

    void sum(INDArray a, INDArray z, int... axes) {
        if (axes.length == 0) {
            recorder.copy(a, z);
        } else {
            recorder.legacy(new Sum(a, z, true, axes));
        }
    }

    /** Not-a-number wins: it must not vanish in a comparison. */
    void max(INDArray a, INDArray z, int... axes) {
        if (axes.length == 0) {
            recorder.copy(a, z);
            return;
        }
        recorder.legacy(new Max(a, z, true, axes));
        INDArray nothing = unary.notANumber(a);
        INDArray summed = recorder.take(z.shape());
        recorder.legacy(new Sum(nothing, summed, true, axes));
        recorder.custom("add", z, z, summed);
        recorder.give(nothing);
        recorder.give(summed);
    }
}
