package downhill.engine.train;

import downhill.data.RowValues;

/**
 * Rows to learn from, in float64, shared by all runs and never written to.
 *
 * @param rows     N
 * @param x        [N × input size]
 * @param y        [N × outputs]; classes one-hot
 * @param weights  [N], what each row counts for, above 0; or null where all count the same
 * @param augment  changes a gathered batch, or null
 * @param order    which rows each step sees, or null for shuffled epochs by the run's seed
 */
public record TrainingData(int rows, RowValues x, RowValues y, double[] weights, Augmentation augment, BatchOrder order) {
    /** With numbers that lie row by row. */
    public TrainingData(int rows, double[] x, double[] y, double[] weights, Augmentation augment, BatchOrder order) {
        this(rows, RowValues.of(x, rows == 0 ? 0 : x.length / rows), RowValues.of(y, rows == 0 ? 0 : y.length / rows), weights, augment,
                order);
    }

    /** With rows that all count the same. */
    public TrainingData(int rows, double[] x, double[] y, Augmentation augment, BatchOrder order) {
        this(rows, x, y, null, augment, order);
    }

    /** The same with shuffled epochs. */
    public TrainingData(int rows, double[] x, double[] y, Augmentation augment) {
        this(rows, x, y, augment, null);
    }

    /** A given order of rows; may be asked by several threads. */
    @FunctionalInterface
    public interface BatchOrder {
        /** Writes the row indexes of a step's batch; {@code rows} has the length of a batch. */
        void rows(long step, int[] rows);
    }

    /** Changes a batch in place; depends on (seed, step) alone, and may be called by several threads. */
    public interface Augmentation {
        /** The targets of the rows as they are. */
        long AS_GIVEN = -1;

        /**
         * @param x    [rows × input size]
         * @param rows number of rows in the batch
         */
        void apply(double[] x, int rows, long seed, long step);

        /** Which shuffling of the targets among the rows a step has, from 0; {@link #AS_GIVEN} for none. */
        default long labelling(long step) {
            return AS_GIVEN;
        }
    }

    /** For surfaces, which learn from nothing. */
    public static final TrainingData NONE = new TrainingData(0, new double[0], new double[0], null);
}
