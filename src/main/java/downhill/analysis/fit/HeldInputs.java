package downhill.analysis.fit;

import downhill.data.Examples;
import java.util.Arrays;

/** What the features that are not varied are held at: a row of inputs as the model sees them. */
public final class HeldInputs {
    private HeldInputs() {
    }

    /** The mean of each input over some rows; of a one-hot category its share. */
    public static double[] mean(Examples examples) {
        int width = examples.inputSize();
        double[] mean = new double[width];
        for (int i = 0; i < examples.count() * width; i++) {
            mean[i % width] += examples.inputs()[i] / examples.count();
        }
        return mean;
    }

    /** One row. */
    public static double[] row(Examples examples, int row) {
        int width = examples.inputSize();
        return Arrays.copyOfRange(examples.inputs(), row * width, (row + 1) * width);
    }
}
