package downhill.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows ready for training. What they hold is shared, not copied: do not write to it.
 *
 * @param count      number of examples
 * @param inputShape shape of one input: [features], [channels, height, width] or [window, channels]
 * @param values     count × product(inputShape) inputs
 * @param targets    count values: the (scaled) number, or the index of the class
 * @param sourceRows row of the table, from 0, that each example's target comes from
 * @param levels     count values: the level that each target is relative to, in its own units; empty where they are not relative
 * @param weights    count values: what each example counts for, as in the table; empty where all count the same
 */
public record Examples(int count, int[] inputShape, RowValues values, double[] targets, int[] sourceRows, double[] levels,
        double[] weights) {
    /** With inputs that lie row by row already. */
    public Examples(int count, int[] inputShape, double[] inputs, double[] targets, int[] sourceRows, double[] levels,
            double[] weights) {
        this(count, inputShape, RowValues.of(inputs, product(inputShape)), targets, sourceRows, levels, weights);
    }

    /** With examples that all count the same. */
    public Examples(int count, int[] inputShape, double[] inputs, double[] targets, int[] sourceRows, double[] levels) {
        this(count, inputShape, inputs, targets, sourceRows, levels, new double[0]);
    }

    /** All inputs, row-major; for many rows {@link #values} costs less. */
    public double[] inputs() {
        return values.all();
    }

    /** Neighbouring examples; what they hold is shared, not copied. */
    public Examples slice(int from, int length) {
        return from == 0 && length == count ? this : new Examples(length, inputShape, new RowSlice(values, from, length),
                sliced(targets, from, length), Arrays.copyOfRange(sourceRows, from, from + length), sliced(levels, from, length),
                sliced(weights, from, length));
    }

    private static double[] sliced(double[] values, int from, int length) {
        return values.length == 0 ? values : Arrays.copyOfRange(values, from, from + length);
    }

    /** Some of the examples, in this order. */
    public Examples pick(int... rows) {
        return new Examples(rows.length, inputShape, values.pick(rows), picked(targets, rows),
                IntStream.of(rows).map(row -> sourceRows[row]).toArray(), picked(levels, rows), picked(weights, rows));
    }

    private static double[] picked(double[] values, int... rows) {
        return values.length == 0 ? values : IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
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
        return product(inputShape);
    }

    private static int product(int... shape) {
        int size = 1;
        for (int extent : shape) {
            size *= extent;
        }
        return size;
    }
}
