package downhill.race;

import downhill.data.CounterRandom;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.engine.train.TrainingData;
import java.util.Arrays;

/** A question that inputs answer themselves, so that a model can learn from rows without labels. Its answers are told apart by squares. */
public enum Pretext {
    /** The inputs themselves (Hinton &amp; Salakhutdinov 2006). */
    AUTOENCODER,
    /** The inputs, of which noise with deviation 0.5 is seen (Vincent et al. 2008). */
    DENOISE,
    /** The inputs, of which each column is hidden, as 0, with probability 0.25 (Yoon et al. 2020, VIME, without its second question). */
    MASKED,
    /** The last values of a window, which are hidden. */
    NEXT;

    private static final double DEVIATION = 0.5;
    private static final double HIDDEN = 0.25;
    private static final long NOISE = 3000 + CounterRandom.AUGMENTATION;
    private static final long MASKS = 4000 + CounterRandom.AUGMENTATION;

    /** Whether inputs of this kind answer it: only windows have a last value. */
    public boolean suits(Preprocessing inputs) {
        return this != NEXT || inputs.sequence() != null;
    }

    /** Numbers of an answer. */
    int outputs(Preprocessing inputs) {
        return this == NEXT ? inputs.width() : size(inputs);
    }

    private static int size(Preprocessing inputs) {
        return Arrays.stream(inputs.inputShape()).reduce(1, Math::multiplyExact);
    }

    /** The answers [count × outputs] of rows [count × inputs]. */
    double[] answers(Preprocessing inputs, double[] rows, int count) {
        int size = size(inputs);
        int outputs = outputs(inputs);
        double[] answers = new double[count * outputs];
        for (int row = 0; row < count; row++) {
            System.arraycopy(rows, (row + 1) * size - outputs, answers, row * outputs, outputs);
        }
        return answers;
    }

    /** What is done to the inputs that are seen; null for nothing. */
    TrainingData.Augmentation corruption(Preprocessing inputs) {
        return switch (this) {
            case AUTOENCODER -> null;
            case DENOISE -> Pretext::shake;
            case MASKED -> masking(inputs);
            case NEXT -> (x, rows, seed, step) -> {
                int size = x.length / rows;
                for (int row = 0; row < rows; row++) {
                    Arrays.fill(x, (row + 1) * size - inputs.width(), (row + 1) * size, 0);
                }
            };
        };
    }

    private static void shake(double[] x, int rows, long seed, long step) {
        long counter = step * x.length;
        for (int i = 0; i < x.length; i++) {
            x[i] += DEVIATION * CounterRandom.gaussian(seed, NOISE, counter + i);
        }
    }

    /** All inputs of a column are hidden together. */
    private static TrainingData.Augmentation masking(Preprocessing inputs) {
        int[] columns = columns(inputs);
        return (x, rows, seed, step) -> {
            for (int i = 0; i < x.length; i++) {
                int place = i % columns.length;
                long column = step * x.length + i - place + columns[place];
                x[i] = CounterRandom.uniform(seed, MASKS, column) < HIDDEN ? 0 : x[i];
            }
        };
    }

    /** For each input of a row or of a step of a window, the first input of its column. */
    private static int[] columns(Preprocessing inputs) {
        int[] columns = new int[inputs.width()];
        int at = 0;
        for (FeatureStep feature : inputs.features()) {
            Arrays.fill(columns, at, at + feature.width(), at);
            at += feature.width();
        }
        return columns;
    }
}
