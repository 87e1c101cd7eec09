package downhill.data.prepare;

import downhill.data.ColumnReading;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.Dates;
import downhill.data.Examples;
import downhill.data.ImageSpec;
import downhill.data.Level;
import downhill.data.MadeColumn;
import downhill.data.NearNames;
import downhill.data.Reading;
import downhill.data.Scaling;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.Wanted;
import downhill.words.Said;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Every step from a table to a model's inputs, with the constants taken from the training rows, so that new rows can be treated alike.
 *
 * @param features how each used column becomes inputs, in order
 * @param target   how the target becomes numbers
 * @param task     what is learned
 * @param image    shape of the inputs as an image, or null
 * @param sequence how rows are cut into windows, or null
 * @param reading  how the file of the training rows was read; null where that is not known
 * @param weight   column that says how much each row counts; null where all count the same
 * @param made     columns made of those of the file, which are features like these; null where there are none
 */
public record Preprocessing(List<FeatureStep> features, TargetStep target, TaskKind task, ImageSpec image,
                            SequenceSpec sequence, Reading reading, String weight, List<MadeColumn> made) implements Serializable {
    public Preprocessing {
        features = List.copyOf(features);
        made = made == null || made.isEmpty() ? null : List.copyOf(made);
    }

    /** Of rows that all count the same. */
    public Preprocessing(List<FeatureStep> features, TargetStep target, TaskKind task, ImageSpec image, SequenceSpec sequence,
            Reading reading) {
        this(features, target, task, image, sequence, reading, null, null);
    }

    Preprocessing withSteps(List<FeatureStep> otherFeatures, TargetStep otherTarget) {
        return new Preprocessing(otherFeatures, otherTarget, task, image, sequence, reading, weight, made);
    }

    /** The same with rows that count by another column, or all the same where it is null. */
    public Preprocessing withWeight(String column) {
        return new Preprocessing(features, target, task, image, sequence, reading, column, made);
    }

    /** Columns made of those of the file, perhaps none. */
    public List<MadeColumn> madeColumns() {
        return made == null ? List.of() : made;
    }

    /** Whether what a feature reads is made of columns of the file, not one of them. */
    public boolean isMade(FeatureStep step) {
        return madeOf(step.column()).isPresent();
    }

    /** How the column of that name is made; empty where it is one of the file. */
    public Optional<MadeColumn> madeOf(String column) {
        return madeColumns().stream().filter(each -> each.name().equals(column)).findFirst();
    }

    /**
     * The columns of the file that a row is asked for, each once, with how it becomes inputs: the features that are columns of the file,
     * then those that others are made of alone, which become none by themselves and stand as they are.
     */
    public List<FeatureStep> asked() {
        Map<String, FeatureStep> asked = new LinkedHashMap<>();
        features.stream().filter(step -> !isMade(step)).forEach(step -> asked.put(step.column(), step));
        madeColumns().forEach(each -> each.of().forEach(column -> asked.computeIfAbsent(column, name ->
                new FeatureStep.Numeric(name, each.type(), null, Scaling.NONE, 0, 1))));
        return List.copyOf(asked.values());
    }

    /** Number of inputs made from one row. */
    public int width() {
        return features.stream().mapToInt(FeatureStep::width).sum();
    }

    /** Place of a feature's first input among those of a row. */
    int offset(int feature) {
        return features.stream().limit(feature).mapToInt(FeatureStep::width).sum();
    }

    /** Names of the inputs made from one row. */
    public List<String> featureNames() {
        return features.stream().flatMap(step -> step.names().stream()).toList();
    }

    /** Classes in the order of their indices; empty in regression. */
    public List<String> classNames() {
        return target instanceof TargetStep.ClassTarget classes ? classes.classes() : List.of();
    }

    /** Shape of one input: [features], [channels, height, width] or [window, channels]. */
    public int[] inputShape() {
        if (image != null) {
            return new int[] {image.channels(), image.height(), image.width()};
        }
        return sequence == null ? new int[] {width()} : new int[] {sequence.window(), width()};
    }

    /** All steps, one sentence each. */
    public List<Said> describe() {
        return describe(step -> true);
    }

    /** The same for {@code table}: what takes the place of a missing value is told of columns with gaps only. */
    public List<Said> describe(Table table) {
        Table whole = MadeColumn.on(table, madeColumns());
        return describe(step -> whole.column(step.column()).missing() > 0);
    }

    private List<Said> describe(Predicate<FeatureStep> gaps) {
        List<Said> lines = new ArrayList<>(madeColumns().stream().map(made -> Said.of("done.column", made.name(), made.told())).toList());
        lines.addAll(features.stream().map(step -> step.describe(gaps.test(step))).toList());
        if (image != null) {
            lines.add(Said.of("done.image", width(), image.channels(), image.height(), image.width()));
        }
        if (sequence != null) {
            lines.add(windows());
        }
        lines.add(predictsDates() && target instanceof TargetStep.NumberTarget number ? number.describeDates() : target.describe());
        if (weight != null) {
            lines.add(Said.of("done.weight", weight));
        }
        return List.copyOf(lines);
    }

    private Said windows() {
        boolean next = sequence.horizon() == 1;
        String plain = next ? "done.windows.one" : "done.windows";
        String level = next ? "done.windows.level.one" : "done.windows.level";
        return Said.of(sequence.level() == Level.NONE ? plain : level, sequence.window(), target.column(), sequence.horizon());
    }

    /**
     * From a model's outputs, or encoded targets, to the target's own units; classes are left alone.
     *
     * @param values one for each of the examples
     */
    public double[] decode(double[] values, Examples examples) {
        double[] decoded = new double[values.length];
        Arrays.setAll(decoded, i -> target.decode(values[i], examples.level(i)));
        return decoded;
    }

    /** The same for a row without a window; where targets are relative to a window's level, NaN. */
    public double decode(double output) {
        return target.decode(output, Double.NaN);
    }

    /**
     * Treats the rows of another table as the training rows were treated. The target column need not be there.
     *
     * @throws DataException if a column that is needed is not in the table
     */
    public Applied apply(Table table) {
        return new RowPreparer(this, table).run(0, true);
    }

    /**
     * The same for a piece of a longer table.
     *
     * @param from first row that is to be predicted; the rows before it are only looked back at
     * @param last whether the longer table ends here, so that the rows past its end can be predicted, too
     */
    public Applied apply(Table table, int from, boolean last) {
        return new RowPreparer(this, table).run(from, last);
    }

    /**
     * Checks that a file can be scored.
     *
     * @param found which of the columns wanted it has, by their names in training
     * @param names all its columns
     * @throws DataException that names the missing columns, what they may be called there, and the columns there are
     */
    public void checkColumns(Set<String> found, List<String> names) {
        List<String> absent = asked().stream().map(FeatureStep::column).filter(wanted -> !found.contains(wanted)).distinct().toList();
        if (absent.size() == 1) {
            throw new DataException(NearNames.absent("needs.column.near", "needs.column", absent.get(0), names, found));
        }
        if (!absent.isEmpty()) {
            throw new DataException(Said.of("needs.columns", NearNames.some(absent), NearNames.some(names)));
        }
    }

    /** Rows before the one to be predicted that are needed for it. */
    public int reach() {
        return sequence == null ? 0 : sequence.reach();
    }

    /**
     * The columns to take from a file, each to be read as it was for training.
     *
     * @param withTarget whether the target is of use
     */
    public Wanted wanted(boolean withTarget) {
        Map<String, Wanted.One> columns = new LinkedHashMap<>();
        ColumnType usual = task.isClassification() ? null : ColumnType.NUMBER;
        columns.put(target.column(), new Wanted.One(target.column(), typeToRead(target.column(), usual), withTarget));
        if (weight != null && withTarget) {
            columns.put(weight, new Wanted.One(weight, typeToRead(weight, ColumnType.NUMBER), true));
        }
        asked().forEach(step -> columns.put(step.column(), new Wanted.One(step.column(), typeToRead(step.column(), step.type()), true)));
        if (order() != null) {
            columns.putIfAbsent(order(), new Wanted.One(order(), ColumnType.DATE, false));
        }
        return new Wanted(List.copyOf(columns.values()), reading);
    }

    /** The column of dates by which the rows of a time series have to be in order; null where training had none. */
    public String order() {
        return sequence == null || reading == null ? null : reading.order();
    }

    /** Truth values are compared without regard to case, and named as they stand. */
    private ColumnType typeToRead(String column, ColumnType usual) {
        ColumnType read = typeRead(column);
        if (read == null) {
            return usual;
        }
        return read == ColumnType.BOOLEAN ? ColumnType.CATEGORY : read;
    }

    /** What a column was read as for training; null where that is not known. */
    ColumnType typeRead(String column) {
        return reading == null ? null : reading.column(column).map(ColumnReading::type).orElse(null);
    }

    /** Which category of a feature a text means; empty where it is none that occurred in training. */
    public Optional<String> category(FeatureStep.OneHot step, String text) {
        return new Categories(step.categories(), typeRead(step.column()) == ColumnType.BOOLEAN).meant(text);
    }

    /** Whether the target is a number that stands for a date, in days since 1970-01-01. */
    public boolean predictsDates() {
        return !task.isClassification() && typeRead(target.column()) == ColumnType.DATE;
    }

    /** A value of such a target as a date in ISO 8601, to the day where the training rows had no times; null if there is no such date. */
    public String date(double days) {
        return Dates.text(days, hasTimes(target.column()));
    }

    /** Whether the dates of a column had times of day in training. */
    public boolean hasTimes(String column) {
        return reading != null && reading.column(column).map(ColumnReading::times).orElse(false);
    }
}
