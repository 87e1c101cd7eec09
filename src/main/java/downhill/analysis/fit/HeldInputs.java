package downhill.analysis.fit;

import downhill.data.Examples;

/** What the features that are not varied are held at: a row of inputs as the model sees them. */
public final class HeldInputs {
    private HeldInputs() {
    }

    /** The mean of each input over some rows; of a one-hot category its share. */
    public static double[] mean(Examples examples) {
        double[] mean = new double[examples.inputSize()];
        double[] input = new double[mean.length];
        for (int row = 0; row < examples.count(); row++) {
            examples.values().copy(row, input, 0);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += input[i] / examples.count();
            }
        }
        return mean;
    }

    /** One row. */
    public static double[] row(Examples examples, int row) {
        return examples.values().row(row);
    }
}
