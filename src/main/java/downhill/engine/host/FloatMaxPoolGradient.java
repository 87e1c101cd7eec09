package downhill.engine.host;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Hands each window's gradient to the element that was largest; the first of equals, as PyTorch does. */
final class FloatMaxPoolGradient implements Instruction, Helpers.Work {
    /** Numbers that could be added up while one is compared. */
    private static final long WORK = 12;

    private final ArrayView images;
    private final ArrayView pooled;
    private final ArrayView gradient;
    private final FloatBuffer imageBuffer;
    private final FloatBuffer pooledBuffer;
    private final FloatBuffer gradientBuffer;
    private final PoolMap map;
    private final Helpers helpers;
    /** Images of all runs. */
    private final Deal deal;
    /** Of each worker. */
    private final Desk[] desks;

    FloatMaxPoolGradient(int runs, ArrayView images, ArrayView pooled, ArrayView gradient, int size, Helpers helpers) {
        this.images = images;
        this.pooled = pooled;
        this.gradient = gradient;
        this.imageBuffer = ((FloatMemory) images.memory()).buffer();
        this.pooledBuffer = ((FloatMemory) pooled.memory()).buffer();
        this.gradientBuffer = ((FloatMemory) gradient.memory()).buffer();
        this.map = new PoolMap(images, size);
        this.helpers = helpers;
        this.deal = Deal.of(runs * map.images, WORK * map.imageSize, helpers);
        this.desks = new Desk[helpers.workers()];
        Arrays.setAll(desks, worker -> new Desk(map));
    }

    /** Numbers of one image. */
    private static final class Desk {
        private final float[] image;
        private final float[] incoming;
        private final float[] result;
        private final float[] largest;
        private final int[] winners;

        Desk(PoolMap map) {
            image = new float[map.imageSize];
            result = new float[map.imageSize];
            incoming = new float[map.corners.length];
            largest = new float[map.corners.length];
            winners = new int[map.corners.length];
        }
    }

    @Override
    public void run() {
        helpers.run(deal.shares(), deal.large(), this);
    }

    @Override
    public void part(int part, int worker) {
        for (int item = deal.from(part); item < deal.to(part); item++) {
            pool(item / map.images, item % map.images, desks[worker]);
        }
    }

    private void pool(int run, int i, Desk desk) {
        imageBuffer.get(images.offset() + run * images.runStride() + i * desk.image.length, desk.image);
        pooledBuffer.get(pooled.offset() + run * pooled.runStride() + i * desk.incoming.length, desk.incoming);
        Arrays.fill(desk.result, 0);
        spread(desk.image, desk.incoming, desk.result, desk.largest, desk.winners);
        gradientBuffer.put(gradient.offset() + run * gradient.runStride() + i * desk.result.length, desk.result);
    }

    private void spread(float[] image, float[] incoming, float[] result, float[] largest, int[] winners) {
        int[] window = map.window;
        first(winners, largest, image, map.corners, window[0]);
        for (int step = 1; step < window.length; step++) {
            next(winners, largest, image, map.corners, window[step]);
        }
        for (int j = 0; j < incoming.length; j++) {
            result[largest[j] == largest[j] ? winners[j] : lastMissing(image, map.corners[j], window)] += incoming[j];
        }
    }

    private static void first(int[] winners, float[] largest, float[] image, int[] corners, int shift) {
        for (int j = 0; j < winners.length; j++) {
            winners[j] = corners[j] + shift;
            largest[j] = image[corners[j] + shift];
        }
    }

    /** One element of every window at a time: which is larger cannot be foreseen, and so this compiles to choices without jumps. */
    private static void next(int[] winners, float[] largest, float[] image, int[] corners, int shift) {
        for (int j = 0; j < winners.length; j++) {
            int place = corners[j] + shift;
            float value = image[place];
            winners[j] = value > largest[j] ? place : winners[j];
            largest[j] = Math.max(largest[j], value);
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
