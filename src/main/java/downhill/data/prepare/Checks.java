package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.Columns;
import downhill.data.DataException;
import downhill.data.DataSpec;
import downhill.data.Describe;
import downhill.data.Examples;
import downhill.data.NaturalOrder;
import downhill.data.Room;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.TaskKind;
import java.util.Arrays;
import java.util.List;

/** What data must have before they can be learned from, each with its message. */
public final class Checks {
    private static final int SHOWN = 3;

    private Checks() {
    }

    /** The classes of a target in natural order. */
    static List<String> classes(Column target, TaskKind task, int rows) {
        if (target.size() == 1) {
            throw new DataException("There is only 1 row; it cannot be split for training. At least 2 rows are needed.");
        }
        List<String> classes = java.util.stream.IntStream.range(0, target.size()).filter(row -> !target.isMissing(row))
                .mapToObj(target::text).distinct().sorted(NaturalOrder.INSTANCE).toList();
        if (classes.isEmpty()) {
            throw new DataException("The target \"" + target.name() + "\" holds missing values only. Choose another target.");
        }
        if (classes.size() == 1) {
            throw new DataException("The target \"" + target.name() + "\" has only one class, \"" + classes.get(0)
                    + "\", in all rows; there is nothing to learn. Choose another target.");
        }
        if (task == TaskKind.BINARY && classes.size() > 2) {
            throw new DataException("The target \"" + target.name() + "\" has " + classes.size() + " classes ("
                    + Describe.some(classes) + "), but two were asked for. Choose several classes or another target.");
        }
        if (classes.size() > 2 && classes.size() * 2 > rows) {
            throw new DataException("The target \"" + target.name() + "\" has " + classes.size() + " classes for " + rows
                    + " rows; each class needs two rows or more. Choose another target, or regression if it is a quantity.");
        }
        return classes;
    }

    static void features(List<Column> features, DataSpec spec) {
        if (features.isEmpty()) {
            throw new DataException("No feature is left to learn from: columns that hold only missing values, or another text in each row, "
                    + "are left out. Mark at least one column with values as a feature.");
        }
        if (features.size() > Preparation.MAX_INPUTS) {
            throw new DataException("There are " + features.size() + " feature columns; at most 10,000 can be used. Ignore some.");
        }
        List<String> empty = features.stream().filter(column -> column.missing() == column.size()).map(Column::name).toList();
        if (!empty.isEmpty()) {
            throw new DataException("The feature \"" + empty.get(0) + "\" holds missing values only"
                    + (features.size() == 1 ? " and is the only feature." : ".") + " Ignore it, or choose another.");
        }
        if (spec.image() != null && features.size() != spec.image().pixels()) {
            throw new DataException("An image of " + spec.image().channels() + " × " + spec.image().height() + " × "
                    + spec.image().width() + " needs " + spec.image().pixels() + " feature columns, but there are "
                    + features.size() + ". Change the shape or the columns marked as features.");
        }
    }

    /** Differences of numbers up to half of the largest that there is are numbers, too. */
    static void sizes(Column column, Table table) {
        for (int row = 0; row < column.size(); row++) {
            double value = column.number(row);
            if (Math.abs(value) > Double.MAX_VALUE / 2) {
                throw new DataException(place(column, table.line(row)) + Columns.text(value) + " is too large a number to be computed with; "
                        + "such numbers usually stand for a missing value. Add the text of the cell to the texts that mean a missing value, "
                        + "or ignore the column.");
            }
        }
    }

    private static String place(Column column, int line) {
        return (line > 0 ? "line " + line + ", " : "") + "column \"" + column.name() + "\": ";
    }

    static void rows(int usable, int all) {
        if (usable == 0) {
            throw new DataException("None of the " + all + " rows can be used, because each lacks the target or a feature. "
                    + "Fill missing values instead of dropping rows.");
        }
        if (usable == 1) {
            throw new DataException("Only 1 row can be used; it cannot be split for training. At least 2 rows are needed.");
        }
    }

    static void windows(int count, int rows, SequenceSpec sequence) {
        if (count < 2) {
            throw new DataException("A series of " + rows + " rows is too short for windows of " + sequence.window()
                    + " rows with the target " + sequence.horizon() + " ahead. Make the window smaller.");
        }
    }

    static void width(Preprocessing steps, DataSpec spec) {
        int width = steps.width();
        if (width > Preparation.MAX_INPUTS) {
            throw new DataException("One-hot encoding would make " + width + " inputs; at most 10,000 can be used. "
                    + "Ignore the columns with the most categories.");
        }
        if (spec.image() != null && width != spec.image().pixels()) {
            List<String> labels = steps.features().stream().filter(step -> step.width() != 1)
                    .map(FeatureStep::column).limit(SHOWN).toList();
            throw new DataException("The pixels of an image must be numbers, but these columns hold labels: "
                    + String.join(", ", labels) + ".");
        }
    }

    /** Refuses rows whose inputs have no room, before they are made. */
    static void room(int rows, int width, Room room) {
        double numbers = (double) rows * width;
        if (!room.hasArray(numbers)) {
            throw new DataException("The " + width + " inputs of " + rows + " rows would take about " + Room.text(Double.BYTES * numbers)
                    + " of memory, but the program may use " + room.text() + ". Read a sample of the rows (--sample), or ignore the columns with the most "
                    + "categories. " + Room.MORE);
        }
    }

    /** Refuses windows that have no room. */
    static void room(int windows, int length, int width, Room room) {
        double numbers = (double) windows * length * width;
        if (!room.hasArray(numbers)) {
            throw new DataException(windows + " windows of " + length + " rows would take about " + Room.text(Double.BYTES * numbers)
                    + " of memory, but the program may use " + room.text() + ". Make the window smaller or the stride larger, or use fewer columns. "
                    + Room.MORE);
        }
    }

    static void trainingClasses(Examples training, List<String> classes, String target) {
        if (!classes.isEmpty() && Arrays.stream(training.targets()).distinct().count() < 2) {
            throw new DataException("Only one class of the target \"" + target + "\", \""
                    + classes.get((int) training.targets()[0]) + "\", is among the training rows. "
                    + "Hold out fewer rows or split evenly over the classes.");
        }
    }
}
