package downhill.engine.host;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import java.nio.FloatBuffer;

/** Largest value of each window. Not-a-number wins, so that it is seen. */
final class FloatMaxPool implements Instruction, Helpers.Work {
    /** Numbers that could be added up while one is compared. */
    private static final long WORK = 6;

    private final ArrayView images;
    private final ArrayView pooled;
    private final FloatBuffer from;
    private final FloatBuffer to;
    private final PoolMap map;
    private final float[][] image;
    private final float[][] result;
    private final Helpers helpers;
    /** Images of all runs. */
    private final Deal deal;

    FloatMaxPool(int runs, ArrayView images, ArrayView pooled, int size, Helpers helpers) {
        this.images = images;
        this.pooled = pooled;
        this.from = ((FloatMemory) images.memory()).buffer();
        this.to = ((FloatMemory) pooled.memory()).buffer();
        this.map = new PoolMap(images, size);
        this.image = new float[helpers.workers()][map.imageSize];
        this.result = new float[helpers.workers()][map.corners.length];
        this.helpers = helpers;
        this.deal = Deal.of(runs * map.images, WORK * map.imageSize, helpers);
    }

    @Override
    public void run() {
        helpers.run(deal.shares(), deal.large(), this);
    }

    @Override
    public void part(int part, int worker) {
        for (int item = deal.from(part); item < deal.to(part); item++) {
            pool(item / map.images, item % map.images, image[worker], result[worker]);
        }
    }

    private void pool(int run, int i, float[] pixels, float[] most) {
        from.get(images.offset() + run * images.runStride() + i * pixels.length, pixels);
        pool(most, pixels, map.corners, map.window);
        to.put(pooled.offset() + run * pooled.runStride() + i * most.length, most);
    }

    private static void pool(float[] result, float[] image, int[] corners, int[] window) {
        for (int j = 0; j < result.length; j++) {
            result[j] = image[corners[j] + window[0]];
        }
        for (int step = 1; step < window.length; step++) {
            int shift = window[step];
            for (int j = 0; j < result.length; j++) {
                result[j] = Math.max(result[j], image[corners[j] + shift]);
            }
        }
    }
}
