package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Describe;
import downhill.data.Relation;
import downhill.data.Scaling;
import downhill.words.Said;
import java.io.Serializable;
import java.util.List;

/** How the target column becomes the numbers a model is trained on, and back. */
public sealed interface TargetStep extends Serializable {
    String column();

    /** What is done, in a sentence for a person. */
    Said describe();

    /**
     * The trained number of a row, or NaN if the target is missing or of no known class.
     *
     * @param level of the target's column in the row's window; only {@link RelativeTarget} asks for it
     */
    double encode(Column source, int row, double level);

    /** From a model's output back to the units of the file; classes are left alone. */
    double decode(double output, double level);

    /** A number as (y − center) / scale; center 0 and scale 1 leave it alone. */
    record NumberTarget(String column, double center, double scale) implements TargetStep {
        @Override
        public double encode(Column source, int row, double level) {
            return (source.number(row) - center) / scale;
        }

        @Override
        public double decode(double output, double level) {
            return output * scale + center;
        }

        @Override
        public Said describe() {
            Said scaled = Describe.scaling(scaling(), center, scale);
            return Said.of("done.target", column, scaling() == Scaling.NONE ? scaled : Said.of("done.units", scaled));
        }

        /** The same of a target that holds dates. */
        Said describeDates() {
            Said dates = Said.of("done.date", Describe.scaling(ColumnType.DATE, scaling(), center, scale));
            return Said.of("done.target", column, Said.of("done.days", dates));
        }

        private Scaling scaling() {
            return center != 0 || scale != 1 ? Scaling.STANDARD : Scaling.NONE;
        }
    }

    /** A number relative to the level of its own column in the window that it is predicted from, then (r − center) / scale. */
    record RelativeTarget(String column, Relation relation, double center, double scale) implements TargetStep {
        @Override
        public double encode(Column source, int row, double level) {
            return (relation.relate(source.number(row), level) - center) / scale;
        }

        @Override
        public double decode(double output, double level) {
            return relation.restore(output * scale + center, level);
        }

        @Override
        public Said describe() {
            Said related = relation.describe();
            boolean scaled = center != 0 || scale != 1;
            Said done = scaled ? Said.of("done.then", related, Describe.scaling(Scaling.STANDARD, center, scale)) : related;
            return Said.of("done.target", column, Said.of("done.units", done));
        }
    }

    /** A class as its index in this list. */
    record ClassTarget(String column, List<String> classes) implements TargetStep {
        public ClassTarget {
            classes = List.copyOf(classes);
        }

        @Override
        public double encode(Column source, int row, double level) {
            int index = source.isMissing(row) ? -1 : classes.indexOf(source.text(row));
            return index < 0 ? Double.NaN : index;
        }

        @Override
        public double decode(double output, double level) {
            return output;
        }

        @Override
        public Said describe() {
            return Said.of("done.target.classes", column, classes.size(), Describe.some(classes));
        }
    }
}
