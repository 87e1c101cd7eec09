package downhill.engine.host;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Adds patches back to where they were taken from: the transpose of {@link FloatUnfold}. */
final class FloatFold implements Instruction {
    private final int runs;
    private final ArrayView patches;
    private final ArrayView images;
    private final FloatBuffer from;
    private final FloatBuffer to;
    private final int[] offsets;
    private final float[] image;
    private final float[] rows;

    FloatFold(int runs, ArrayView patches, ArrayView images, int kernel) {
        this.runs = runs;
        this.patches = patches;
        this.images = images;
        this.from = ((FloatMemory) patches.memory()).buffer();
        this.to = ((FloatMemory) images.memory()).buffer();
        this.offsets = PatchMap.offsets(images, patches, kernel);
        this.image = new float[PatchMap.span(images)];
        this.rows = new float[offsets.length];
    }

    @Override
    public void run() {
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < images.shape()[0]; i++) {
                from.get(patches.offset() + run * patches.runStride() + i * rows.length, rows);
                Arrays.fill(image, 0);
                scatter(image, rows, offsets);
                to.put(images.offset() + run * images.runStride() + i * image.length, image);
            }
        }
    }

    private static void scatter(float[] target, float[] source, int[] offsets) {
        for (int i = 0; i < source.length; i++) {
            target[offsets[i]] += source[i];
        }
    }
}
