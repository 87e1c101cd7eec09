package downhill.engine.host;

import downhill.engine.plan.Instruction;
import downhill.engine.plan.View;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Hands each window's gradient to the element that was largest; the first of equals, as PyTorch does. */
final class FloatMaxPoolGradient implements Instruction {
    private final int runs;
    private final View images;
    private final View pooled;
    private final View gradient;
    private final FloatBuffer imageBuffer;
    private final FloatBuffer pooledBuffer;
    private final FloatBuffer gradientBuffer;
    private final PoolMap map;
    private final float[] image;
    private final float[] incoming;
    private final float[] result;

    FloatMaxPoolGradient(int runs, View images, View pooled, View gradient, int size) {
        this.runs = runs;
        this.images = images;
        this.pooled = pooled;
        this.gradient = gradient;
        this.imageBuffer = ((FloatMemory) images.memory()).buffer();
        this.pooledBuffer = ((FloatMemory) pooled.memory()).buffer();
        this.gradientBuffer = ((FloatMemory) gradient.memory()).buffer();
        this.map = new PoolMap(images, size);
        this.image = new float[map.imageSize];
        this.result = new float[map.imageSize];
        this.incoming = new float[map.corners.length];
    }

    @Override
    public void run() {
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < map.images; i++) {
                imageBuffer.get(images.offset() + run * images.runStride() + i * image.length, image);
                pooledBuffer.get(pooled.offset() + run * pooled.runStride() + i * incoming.length, incoming);
                Arrays.fill(result, 0);
                spread(result, image, incoming, map.corners, map.window);
                gradientBuffer.put(gradient.offset() + run * gradient.runStride() + i * result.length, result);
            }
        }
    }

    private static void spread(float[] result, float[] image, float[] incoming, int[] corners, int[] window) {
        for (int j = 0; j < incoming.length; j++) {
            int corner = corners[j];
            int winner = corner + window[0];
            float largest = image[winner];
            for (int step = 1; step < window.length; step++) {
                int place = corner + window[step];
                float value = image[place];
                winner = value > largest ? place : winner;
                largest = Math.max(largest, value);
            }
            result[largest == largest ? winner : lastMissing(image, corner, window)] += incoming[j];
        }
    }

    /** Where a window holds not-a-number, its last such element. */
    private static int lastMissing(float[] image, int corner, int[] window) {
        int found = corner;
        for (int shift : window) {
            float value = image[corner + shift];
            found = value == value ? found : corner + shift;
        }
        return found;
    }
}
