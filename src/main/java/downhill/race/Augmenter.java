package downhill.race;

import downhill.data.CounterRandom;
import downhill.engine.train.TrainingData;
import downhill.race.document.TrainingSpec;

/**
 * Gaussian jitter for any inputs; shift, mirroring and noise for images [channels, height, width]; targets shuffled among the rows. What
 * moves in from outside the image repeats its edge. Everything drawn depends on (seed, step, row) alone. Safe for several threads.
 */
final class Augmenter implements TrainingData.Augmentation {
    private static final long MOVES = 1000 + CounterRandom.AUGMENTATION;
    private static final long NOISE = 2000 + CounterRandom.AUGMENTATION;

    private final TrainingSpec.AugmentationSpec spec;
    private final int[] shape;
    private final int size;
    private final boolean moves;
    private final boolean noisy;

    private Augmenter(TrainingSpec.AugmentationSpec spec, int[] shape) {
        this.spec = spec;
        this.shape = shape.clone();
        int product = 1;
        for (int length : shape) {
            product *= length;
        }
        this.size = product;
        this.moves = shape.length == 3 && (spec.shift() > 0 || spec.flip());
        this.noisy = shape.length == 3 && spec.noise() > 0;
    }

    /** Null where nothing is to be changed. */
    static Augmenter of(TrainingSpec.AugmentationSpec spec, int[] shape) {
        if (spec == null) {
            return null;
        }
        Augmenter augmenter = new Augmenter(spec, shape);
        return spec.jitter() > 0 || spec.relabel() > 0 || augmenter.moves || augmenter.noisy ? augmenter : null;
    }

    @Override
    public long labelling(long step) {
        return spec.relabel() > 0 ? step / spec.relabel() : AS_GIVEN;
    }

    @Override
    public void apply(double[] x, int rows, long seed, long step) {
        if (moves) {
            double[] image = new double[size];
            for (int row = 0; row < rows; row++) {
                move(x, row * size, image, seed, (step * rows + row) * 3);
            }
        }
        if (spec.jitter() > 0) {
            shake(x, rows, spec.jitter(), seed, CounterRandom.AUGMENTATION, step);
        }
        if (noisy) {
            shake(x, rows, spec.noise(), seed, NOISE, step);
        }
    }

    private void shake(double[] x, int rows, double deviation, long seed, long purpose, long step) {
        long counter = step * rows * size;
        for (int i = 0; i < rows * size; i++) {
            x[i] += deviation * CounterRandom.gaussian(seed, purpose, counter + i);
        }
    }

    private void move(double[] x, int at, double[] image, long seed, long counter) {
        int reach = 2 * spec.shift() + 1;
        int down = CounterRandom.index(seed, MOVES, counter, reach) - spec.shift();
        int right = CounterRandom.index(seed, MOVES, counter + 1, reach) - spec.shift();
        boolean mirrored = spec.flip() && CounterRandom.index(seed, MOVES, counter + 2, 2) == 1;
        if (down == 0 && right == 0 && !mirrored) {
            return;
        }
        System.arraycopy(x, at, image, 0, size);
        int height = shape[1];
        int width = shape[2];
        for (int i = 0; i < size; i++) {
            int column = i % width;
            int row = i / width % height;
            int channel = i / (width * height);
            int source = within(mirrored ? width - 1 - (column - right) : column - right, width);
            x[at + i] = image[(channel * height + within(row - down, height)) * width + source];
        }
    }

    private static int within(int index, int length) {
        return Math.max(0, Math.min(length - 1, index));
    }
}
