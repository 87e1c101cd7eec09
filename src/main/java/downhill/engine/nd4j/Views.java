package downhill.engine.nd4j;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Memory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks at memory as ND4J arrays. The run axis comes first and is left out for a single run. */
final class Views {
    private Views() {
    }

    /** The view of all runs as it is, strides of 0 included. */
    static INDArray view(int runs, ArrayView view) {
        return view(runs, view, view.offset(), view.shape(), view.strides());
    }

    /** Other axes over the same memory and runs. */
    static INDArray view(int runs, ArrayView view, int offset, int[] shape, int[] strides) {
        return view(runs, view.memory(), offset, view.runStride(), shape, strides);
    }

    static INDArray view(int runs, Memory memory, int offset, int runStride, int[] shape, int[] strides) {
        int extra = runs > 1 ? 1 : 0;
        int rank = Math.max(1, extra + shape.length);
        long[] lengths = new long[rank];
        long[] steps = new long[rank];
        lengths[0] = runs;
        steps[0] = runs > 1 ? runStride : 1;
        for (int axis = 0; axis < shape.length; axis++) {
            lengths[extra + axis] = shape[axis];
            steps[extra + axis] = strides[axis];
        }
        return ((Nd4jMemory) memory).view(lengths, steps, offset);
    }

    /** Lengths with 1 wherever the stride is 0, for operations that stretch axes of length 1 themselves. */
    static int[] lengthsWithoutRepeats(int[] shape, int[] strides) {
        int[] lengths = shape.clone();
        for (int axis = 0; axis < lengths.length; axis++) {
            lengths[axis] = strides[axis] == 0 ? 1 : lengths[axis];
        }
        return lengths;
    }
}
