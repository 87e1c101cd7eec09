package downhill.engine.host;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import java.nio.FloatBuffer;

/** Copies the patches under a kernel out of images, so that a convolution becomes one matrix product (im2col). */
final class FloatUnfold implements Instruction, Helpers.Work {
    /** Numbers that could be added up while one is moved. */
    private static final long WORK = 4;

    private final ArrayView images;
    private final ArrayView patches;
    private final FloatBuffer from;
    private final FloatBuffer to;
    private final int[] offsets;
    private final float[][] image;
    private final float[][] rows;
    private final Helpers helpers;
    /** Images of all runs. */
    private final Deal deal;

    FloatUnfold(int runs, ArrayView images, ArrayView patches, int kernel, Helpers helpers) {
        this.images = images;
        this.patches = patches;
        this.from = ((FloatMemory) images.memory()).buffer();
        this.to = ((FloatMemory) patches.memory()).buffer();
        this.offsets = PatchMap.offsets(images, patches, kernel);
        this.image = new float[helpers.workers()][PatchMap.span(images)];
        this.rows = new float[helpers.workers()][offsets.length];
        this.helpers = helpers;
        this.deal = Deal.of(runs * images.shape()[0], WORK * offsets.length, helpers);
    }

    @Override
    public void run() {
        helpers.run(deal.shares(), deal.large(), this);
    }

    @Override
    public void part(int part, int worker) {
        for (int item = deal.from(part); item < deal.to(part); item++) {
            unfold(item / images.shape()[0], item % images.shape()[0], image[worker], rows[worker]);
        }
    }

    private void unfold(int run, int i, float[] pixels, float[] found) {
        from.get(images.offset() + run * images.runStride() + i * images.strides()[0], pixels);
        gather(found, pixels, offsets);
        to.put(patches.offset() + run * patches.runStride() + i * found.length, found);
    }

    private static void gather(float[] target, float[] source, int[] offsets) {
        for (int i = 0; i < target.length; i++) {
            target[i] = source[offsets[i]];
        }
    }
}
