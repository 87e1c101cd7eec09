package downhill.engine.nd4j;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Patches of images: unfolding is one copy out of a look in which patches overlap, folding adds one look for each shift. */
final class ImageBinder {
    private final Recorder recorder;
    private final int runs;

    ImageBinder(Recorder recorder, int runs) {
        this.recorder = recorder;
        this.runs = runs;
    }

    Instruction unfold(ArrayView images, ArrayView patches, int kernel) {
        int[] s = images.strides();
        int[] strides = {s[0], s[1], s[2], s[3], s[1], s[2]};
        int[] shape = patchShape(images, patches, kernel);
        INDArray from = Views.view(runs, images, images.offset(), shape, strides);
        recorder.copy(from, Views.view(runs, patches, patches.offset(), shape, contiguous(shape)));
        return recorder.script();
    }

    Instruction fold(ArrayView patches, ArrayView images, int kernel) {
        INDArray all = Views.view(runs, images);
        recorder.copy(recorder.constant(all.rank(), 0), all);
        int[] patch = contiguous(patchShape(images, patches, kernel));
        int[] shape = {images.shape()[0], patches.shape()[1], patches.shape()[2], images.shape()[3]};
        int[] from = {patch[0], patch[1], patch[2], patch[3]};
        for (int row = 0; row < kernel; row++) {
            for (int column = 0; column < kernel; column++) {
                int shift = row * images.strides()[1] + column * images.strides()[2];
                INDArray to = Views.view(runs, images, images.offset() + shift, shape, images.strides());
                INDArray part = Views.view(runs, patches, patches.offset() + row * patch[4] + column * patch[5], shape, from);
                recorder.custom("add", to, to, part);
            }
        }
        return recorder.script();
    }

    private static int[] patchShape(ArrayView images, ArrayView patches, int kernel) {
        return new int[] {images.shape()[0], patches.shape()[1], patches.shape()[2], images.shape()[3], kernel, kernel};
    }

    private static int[] contiguous(int[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }
}
