package downhill.engine.host;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import java.nio.FloatBuffer;

/** Largest value of each window. Not-a-number wins, so that it is seen. */
final class FloatMaxPool implements Instruction {
    private final int runs;
    private final ArrayView images;
    private final ArrayView pooled;
    private final FloatBuffer from;
    private final FloatBuffer to;
    private final PoolMap map;
    private final float[] image;
    private final float[] result;

    FloatMaxPool(int runs, ArrayView images, ArrayView pooled, int size) {
        this.runs = runs;
        this.images = images;
        this.pooled = pooled;
        this.from = ((FloatMemory) images.memory()).buffer();
        this.to = ((FloatMemory) pooled.memory()).buffer();
        this.map = new PoolMap(images, size);
        this.image = new float[map.imageSize];
        this.result = new float[map.corners.length];
    }

    @Override
    public void run() {
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < map.images; i++) {
                from.get(images.offset() + run * images.runStride() + i * image.length, image);
                pool(result, image, map.corners, map.window);
                to.put(pooled.offset() + run * pooled.runStride() + i * result.length, result);
            }
        }
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
