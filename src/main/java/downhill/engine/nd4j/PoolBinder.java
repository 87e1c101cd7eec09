package downhill.engine.nd4j;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.same.Max;

/** Largest values of windows that lie side by side, and who gets their gradient. */
final class PoolBinder {
    private final Recorder recorder;
    private final int runs;
    private final int size;
    private final int firstAxis;

    PoolBinder(Recorder recorder, int runs, int size) {
        this.recorder = recorder;
        this.runs = runs;
        this.size = size;
        this.firstAxis = (runs > 1 ? 1 : 0) + 4;
    }

    Instruction pool(ArrayView images, ArrayView pooled) {
        new ReductionBinder(recorder).max(windows(images, pooled), withWindowAxes(pooled), firstAxis, firstAxis + 1);
        return recorder.script();
    }

    /** Goes through the places of a window in order; the first that equals the largest value takes the gradient. */
    Instruction gradient(ArrayView images, ArrayView pooledGradient, ArrayView imageGradient) {
        INDArray all = Views.view(runs, imageGradient);
        recorder.copy(recorder.constant(all.rank(), 0), all);
        INDArray incoming = Views.view(runs, pooledGradient);
        long[] shape = incoming.shape();
        INDArray largest = largest(images, pooledGradient);
        INDArray unclaimed = recorder.take(shape);
        recorder.copy(recorder.constant(shape.length, 1), unclaimed);
        for (int place = 0; place < size * size; place++) {
            INDArray claim = claim(place(images, pooledGradient, place), largest, unclaimed);
            new BinaryBinder(recorder).pick(claim, incoming, place(imageGradient, pooledGradient, place));
            recorder.custom("subtract", unclaimed, unclaimed, claim);
            recorder.give(claim);
        }
        return recorder.script();
    }

    private INDArray largest(ArrayView images, ArrayView pooled) {
        INDArray windows = windows(images, pooled);
        long[] reduced = windows.shape().clone();
        reduced[firstAxis] = 1;
        reduced[firstAxis + 1] = 1;
        INDArray largest = recorder.take(reduced);
        recorder.legacy(new Max(windows, largest, true, firstAxis, firstAxis + 1));
        return largest.reshape(Views.view(runs, pooled).shape());
    }

    private INDArray claim(INDArray value, INDArray largest, INDArray unclaimed) {
        INDArray truth = recorder.take(DataType.BOOL, value.shape());
        INDArray equal = recorder.take(value.shape());
        INDArray claim = recorder.take(value.shape());
        recorder.custom("equals", truth, value, largest);
        recorder.copy(truth, equal);
        recorder.custom("multiply", claim, equal, unclaimed);
        recorder.give(truth);
        recorder.give(equal);
        return claim;
    }

    private INDArray windows(ArrayView images, ArrayView pooled) {
        int[] s = images.strides();
        int[] p = pooled.shape();
        return Views.view(runs, images, images.offset(), new int[] {p[0], p[1], p[2], p[3], size, size},
                new int[] {s[0], size * s[1], size * s[2], s[3], s[1], s[2]});
    }

    private INDArray withWindowAxes(ArrayView pooled) {
        int[] p = pooled.shape();
        int[] s = pooled.strides();
        return Views.view(runs, pooled, pooled.offset(), new int[] {p[0], p[1], p[2], p[3], 1, 1},
                new int[] {s[0], s[1], s[2], s[3], 1, 1});
    }

    /** The elements at one place of all windows. */
    private INDArray place(ArrayView images, ArrayView pooled, int place) {
        int[] s = images.strides();
        int offset = images.offset() + place / size * s[1] + place % size * s[2];
        return Views.view(runs, images, offset, pooled.shape(), new int[] {s[0], size * s[1], size * s[2], s[3]});
    }
}
