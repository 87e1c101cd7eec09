package downhill.engine.host;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import java.nio.FloatBuffer;

/** Copies the patches under a kernel out of images, so that a convolution becomes one matrix product (im2col). */
final class FloatUnfold implements Instruction {
    private final int runs;
    private final ArrayView images;
    private final ArrayView patches;
    private final FloatBuffer from;
    private final FloatBuffer to;
    private final int[] offsets;
    private final float[] image;
    private final float[] rows;

    FloatUnfold(int runs, ArrayView images, ArrayView patches, int kernel) {
        this.runs = runs;
        this.images = images;
        this.patches = patches;
        this.from = ((FloatMemory) images.memory()).buffer();
        this.to = ((FloatMemory) patches.memory()).buffer();
        this.offsets = PatchMap.offsets(images, patches, kernel);
        this.image = new float[PatchMap.span(images)];
        this.rows = new float[offsets.length];
    }

    @Override
    public void run() {
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < images.shape()[0]; i++) {
                from.get(images.offset() + run * images.runStride() + i * images.strides()[0], image);
                gather(rows, image, offsets);
                to.put(patches.offset() + run * patches.runStride() + i * rows.length, rows);
            }
        }
    }

    private static void gather(float[] target, float[] source, int[] offsets) {
        for (int i = 0; i < target.length; i++) {
            target[i] = source[offsets[i]];
        }
    }
}
