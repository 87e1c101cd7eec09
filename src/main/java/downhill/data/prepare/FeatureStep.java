package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Describe;
import downhill.data.NearNames;
import downhill.data.Relation;
import downhill.data.Scaling;
import downhill.words.Said;
import java.io.Serializable;
import java.util.List;

/** How one column of a table becomes one or more inputs of a model. Fitted on the training rows. */
public sealed interface FeatureStep extends Serializable {
    /** Column that is read. */
    String column();

    /** Number of inputs made. */
    int width();

    /** Names of the inputs made. */
    List<String> names();

    /** The type under which the column is read. */
    ColumnType type();

    /** What is done, in a sentence for a person; what takes the place of a missing value only where there are {@code gaps}. */
    Said describe(boolean gaps);

    /** What takes the place of a missing value, as a person writes it; null where such a row cannot be used. */
    String filling();

    /**
     * Writes the inputs of one row.
     *
     * @return whether there is a value; if not, nothing has been written
     */
    boolean write(Column source, int row, double[] target, int at);

    /**
     * A number: filled where missing, then (x − center) / scale.
     *
     * @param fill in place of a missing value, or null if such a row cannot be used
     */
    record Numeric(String column, ColumnType type, Double fill, Scaling scaling, double center, double scale)
            implements FeatureStep {
        /** The scale of a column with one value only in training: no other value makes a difference, since nothing was learned of any. */
        public static final double CONSTANT = Double.MAX_VALUE;

        /** How far the values spread, in their own units. */
        public double spread() {
            return scale == CONSTANT ? 0 : scale;
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public List<String> names() {
            return List.of(column);
        }

        @Override
        public boolean write(Column source, int row, double[] target, int at) {
            double value = source.number(row);
            if (Double.isNaN(value)) {
                if (fill == null) {
                    return false;
                }
                value = fill;
            }
            target[at] = (value - center) / scale;
            return true;
        }

        @Override
        public String filling() {
            return fill == null ? null : Describe.value(type, fill);
        }

        @Override
        public Said describe(boolean gaps) {
            Said scaled = scale == CONSTANT ? Describe.constant(type, center) : Describe.scaling(type, scaling, center, scale);
            Said read = type == ColumnType.DATE ? Said.of("done.date", scaled) : scaled;
            return Said.of("done.column", column, fill == null || !gaps ? read : Said.of("done.filled", read, filling()));
        }
    }

    /**
     * A number relative to the mean of its column in a window, then (r − center) / scale. Rows are written as they are, filled
     * where missing; once a window is whole, {@link #relate} does the rest.
     *
     * @param fill in place of a missing value, or null if such a window cannot be used
     */
    record Relative(String column, ColumnType type, Double fill, Relation relation, Scaling scaling, double center, double scale)
            implements FeatureStep {
        @Override
        public int width() {
            return 1;
        }

        @Override
        public List<String> names() {
            return List.of(column);
        }

        @Override
        public boolean write(Column source, int row, double[] target, int at) {
            return plain().write(source, row, target, at);
        }

        @Override
        public String filling() {
            return plain().filling();
        }

        private Numeric plain() {
            return new Numeric(column, type, fill, Scaling.NONE, 0, 1);
        }

        /**
         * Makes the values of a window relative, in place.
         *
         * @param at     place of the first value
         * @param stride places from one to the next
         * @return their mean; NaN, and nothing done, where they cannot be told relative to it
         */
        double relate(double[] values, int at, int stride, int count) {
            double level = 0;
            for (int i = 0; i < count; i++) {
                level += values[at + i * stride] / count;
            }
            if (!relation.suits(level)) {
                return Double.NaN;
            }
            for (int i = 0; i < count; i++) {
                values[at + i * stride] = (relation.relate(values[at + i * stride], level) - center) / scale;
            }
            return level;
        }

        @Override
        public Said describe(boolean gaps) {
            Said related = relation.describe();
            Said scaled = scaling == Scaling.NONE ? related : Said.of("done.then", related, Describe.scaling(scaling, center, scale));
            return Said.of("done.column", column, fill == null || !gaps ? scaled : Said.of("done.filled", scaled, filling()));
        }
    }

    /**
     * A label: 1 at the place of its category, 0 elsewhere; all 0 for a category that did not occur in training.
     *
     * @param fill category in place of a missing one, or null if such a row cannot be used
     */
    record OneHot(String column, ColumnType type, List<String> categories, String fill) implements FeatureStep {
        public OneHot {
            categories = List.copyOf(categories);
        }

        @Override
        public int width() {
            return categories.size();
        }

        @Override
        public List<String> names() {
            return categories.stream().map(category -> column + "=" + category).toList();
        }

        @Override
        public boolean write(Column source, int row, double[] target, int at) {
            String value = source.isMissing(row) ? fill : source.text(row);
            if (value == null) {
                return false;
            }
            for (int i = 0; i < categories.size(); i++) {
                target[at + i] = categories.get(i).equals(value) ? 1 : 0;
            }
            return true;
        }

        @Override
        public String filling() {
            return fill;
        }

        /** Whether the row holds a category that did not occur in training. */
        boolean isUnknown(Column source, int row) {
            return !source.isMissing(row) && !categories.contains(source.text(row));
        }

        @Override
        public Said describe(boolean gaps) {
            Said encoded = Said.of("done.onehot", categories.size(), Describe.some(categories));
            return Said.of("done.column", column, fill == null || !gaps ? encoded : Said.of("done.filled.category", encoded, fill));
        }
    }
}
