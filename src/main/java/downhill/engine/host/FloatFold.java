package downhill.engine.host;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Adds patches back to where they were taken from: the transpose of {@link FloatUnfold}. */
final class FloatFold implements Instruction, Helpers.Work {
    /** Numbers that could be added up while one is moved. */
    private static final long WORK = 6;

    private final ArrayView patches;
    private final ArrayView images;
    private final FloatBuffer from;
    private final FloatBuffer to;
    private final int[] offsets;
    private final float[][] image;
    private final float[][] rows;
    private final Helpers helpers;
    /** Images of all runs. */
    private final Deal deal;

    FloatFold(int runs, ArrayView patches, ArrayView images, int kernel, Helpers helpers) {
        this.patches = patches;
        this.images = images;
        this.from = ((FloatMemory) patches.memory()).buffer();
        this.to = ((FloatMemory) images.memory()).buffer();
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
            fold(item / images.shape()[0], item % images.shape()[0], image[worker], rows[worker]);
        }
    }

    private void fold(int run, int i, float[] pixels, float[] given) {
        from.get(patches.offset() + run * patches.runStride() + i * given.length, given);
        Arrays.fill(pixels, 0);
        scatter(pixels, given, offsets);
        to.put(images.offset() + run * images.runStride() + i * pixels.length, pixels);
    }

    private static void scatter(float[] target, float[] source, int[] offsets) {
        for (int i = 0; i < source.length; i++) {
            target[offsets[i]] += source[i];
        }
    }
}
