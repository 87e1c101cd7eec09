package downhill.data;

/**
 * Rows ready for training, as flat arrays in row-major order. The arrays are shared, not copied: do not write to them.
 *
 * @param count      number of examples
 * @param inputShape shape of one input: [features], [channels, height, width] or [window, channels]
 * @param inputs     count × product(inputShape) values
 * @param targets    count values: the (scaled) number, or the index of the class
 * @param sourceRows row of the table, from 0, that each example's target comes from
 * @param levels     count values: the level that each target is relative to, in its own units; empty where they are not relative
 * @param weights    count values: what each example counts for, as in the table; empty where all count the same
 */
public record Examples(int count, int[] inputShape, double[] inputs, double[] targets, int[] sourceRows, double[] levels,
        double[] weights) {
    /** With examples that all count the same. */
    public Examples(int count, int[] inputShape, double[] inputs, double[] targets, int[] sourceRows, double[] levels) {
        this(count, inputShape, inputs, targets, sourceRows, levels, new double[0]);
    }

    /** Whether some count for more than others. */
    public boolean isWeighted() {
        return weights.length > 0;
    }

    /** What an example counts for; 1 where all count the same. */
    public double weight(int example) {
        return weights.length == 0 ? 1 : weights[example];
    }

    /** The level that a target is relative to, or NaN. */
    public double level(int example) {
        return levels.length == 0 ? Double.NaN : levels[example];
    }

    /** Values in one input: the product of the shape. */
    public int inputSize() {
        int size = 1;
        for (int extent : inputShape) {
            size *= extent;
        }
        return size;
    }
}
