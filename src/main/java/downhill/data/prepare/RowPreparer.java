package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Examples;
import downhill.data.LabelColumn;
import downhill.data.MadeColumn;
import downhill.data.Notice;
import downhill.data.Room;
import downhill.data.RowValues;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.WindowRows;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Applies fitted steps to the rows of a table, once. */
final class RowPreparer {
    private static final int BLOCK = 4096;

    private final Preprocessing steps;
    /** Null where the table has none. */
    private final Column target;
    /** By label of the target the number of its class; null in regression. */
    private final double[] classes;
    /** Null where all rows count the same, or the table does not say. */
    private final RowWeights weights;
    private final Table table;
    private final RowWriter writer;
    private final List<Applied.Unscored> unscored = new ArrayList<>();
    private final UnknownCategories unknown = new UnknownCategories();
    /** First row whose categories nobody has told of. */
    private int told;

    RowPreparer(Preprocessing steps, Table table) {
        this.steps = steps;
        this.table = MadeColumn.on(table, steps.madeColumns());
        this.writer = new RowWriter(steps, this.table);
        this.target = table.find(steps.target().column()).map(this::asTarget).orElse(null);
        this.classes = target instanceof LabelColumn labels && steps.target() instanceof TargetStep.ClassTarget ? classes(labels) : null;
        this.weights = steps.weight() == null ? null
                : table.find(steps.weight()).map(column -> new RowWeights(table, column.as(ColumnType.NUMBER))).orElse(null);
    }

    private Column asTarget(Column column) {
        return steps.task().isClassification() ? known(column.as(ColumnType.CATEGORY), steps.classNames()) : column.as(ColumnType.NUMBER);
    }

    private double[] classes(LabelColumn labels) {
        Map<String, Integer> index = new HashMap<>();
        steps.classNames().forEach(name -> index.putIfAbsent(name, index.size()));
        return labels.labels().stream().mapToDouble(label -> index.containsKey(label) ? index.get(label) : Double.NaN).toArray();
    }

    private Column known(Column column, List<String> categories) {
        return new Categories(categories, steps.typeRead(column.name()) == ColumnType.BOOLEAN).known((LabelColumn) column);
    }

    /** @param from first row that is to be predicted, @param ahead whether rows past the end of the table are, too */
    Applied run(int from, boolean ahead) {
        told = from;
        SequenceSpec sequence = steps.sequence();
        int beyond = ahead && sequence != null ? sequence.horizon() : 0;
        int[] range = range(from, table.rows() + beyond);
        return new Applied(sequence == null ? rows(range) : windows(range), unscored, unknown.counts());
    }

    /** One example for each of these rows that has all it needs; blocks of them are made at once, each by itself, and told of in order. */
    Examples rows(int[] wanted) {
        RowLayout layout = writer.layout();
        Checks.room(wanted.length, steps.width(), layout.cost(), Room.here());
        double[] numbers = new double[wanted.length * layout.numbers()];
        int[] codes = new int[wanted.length * layout.codes()];
        String[] absent = new String[wanted.length];
        int blocks = (wanted.length + BLOCK - 1) / BLOCK;
        List<UnknownCategories> seen = IntStream.range(0, blocks).parallel().mapToObj(block -> {
            UnknownCategories inBlock = new UnknownCategories();
            for (int i = block * BLOCK; i < Math.min(wanted.length, (block + 1) * BLOCK); i++) {
                absent[i] = writer.write(wanted[i], numbers, i * layout.numbers(), codes, i * layout.codes(), inBlock);
            }
            return inBlock;
        }).toList();
        seen.forEach(unknown::add);
        int[] kept = new int[wanted.length];
        int count = keep(wanted, numbers, codes, absent, kept);
        return examples(layout.rows(count, first(numbers, count * layout.numbers()), first(codes, count * layout.codes())),
                Arrays.copyOf(kept, count), new double[0]);
    }

    private static double[] first(double[] values, int count) {
        return values.length == count ? values : Arrays.copyOf(values, count);
    }

    private static int[] first(int[] values, int count) {
        return values.length == count ? values : Arrays.copyOf(values, count);
    }

    /** Puts the rows that have all they need first in {@code kept}, and what is kept of them likewise; returns how many they are. */
    private int keep(int[] wanted, double[] numbers, int[] codes, String[] absent, int[] kept) {
        RowLayout layout = writer.layout();
        int count = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (absent[i] != null) {
                unscored.add(new Applied.Unscored(wanted[i], table.line(wanted[i]), Said.of("value.unfit", absent[i])));
                continue;
            }
            if (count < i) {
                System.arraycopy(numbers, i * layout.numbers(), numbers, count * layout.numbers(), layout.numbers());
                System.arraycopy(codes, i * layout.codes(), codes, count * layout.codes(), layout.codes());
            }
            kept[count++] = wanted[i];
        }
        return count;
    }

    /** One window for each of these target rows that has enough rows before it; a target row may lie past the end. */
    Examples windows(int[] targetRows) {
        SequenceSpec spec = steps.sequence();
        SeriesRows series = new SeriesRows(writer, table.rows(), told, steps.width());
        boolean relative = steps.target() instanceof TargetStep.RelativeTarget;
        int[] kept = new int[targetRows.length];
        int[] starts = new int[targetRows.length];
        double[] levels = new double[relative ? targetRows.length : 0];
        WindowLevels change = WindowLevels.of(steps);
        int count = 0;
        for (int row : targetRows) {
            int start = row - spec.reach();
            if (start >= 0) {
                Said reason = lacks(series, start);
                reason = reason == null && change != null ? relate(series, change, start, levels, count) : reason;
                if (reason == null) {
                    starts[count] = start;
                    kept[count++] = row;
                } else {
                    unscored.add(new Applied.Unscored(row, row < table.rows() ? table.line(row) : 0, reason));
                }
            }
        }
        unknown.add(series.unknown());
        return examples(new WindowRows(series.values(), first(starts, count), spec.window(), change), Arrays.copyOf(kept, count),
                first(levels, Math.min(levels.length, count)));
    }

    /** The reason where a row of a window has no value. */
    private Said lacks(SeriesRows series, int start) {
        String absent = series.absent(start, steps.sequence().window());
        return absent == null ? null : Said.of("window.lacks", windowAt(start), absent);
    }

    /** Notes the level of the target's column in a window; a reason where the window cannot be told relative to its own. */
    private Said relate(SeriesRows series, WindowLevels change, int start, double[] levels, int example) {
        double[] window = new double[steps.sequence().window() * steps.width()];
        new WindowRows(series.values(), new int[] {start}, steps.sequence().window(), null).copy(0, window, 0);
        double level = change.level(window);
        if (change.unsuited() != null) {
            return Said.of("window.mean", change.unsuited(), windowAt(start));
        }
        if (levels.length > 0) {
            levels[example] = level;
        }
        return null;
    }

    private Said windowAt(int start) {
        return table.line(start) > 0 ? Said.of("window.line", table.line(start)) : Said.of("window.row", start + 1);
    }

    private static int[] range(int from, int end) {
        return IntStream.range(from, end).toArray();
    }

    Map<String, Map<String, Integer>> unknown() {
        return unknown.counts();
    }

    Optional<Notice> unscoredNotice() {
        return unscored.isEmpty() ? Optional.empty() : Optional.of(new Notice(null, Said.of("window.out", unscored.size(),
                unscored.get(0).reason())));
    }

    private Examples examples(RowValues values, int[] kept, double[] levels) {
        double[] targets = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            double level = levels.length == 0 ? Double.NaN : levels[i];
            targets[i] = target == null || kept[i] >= table.rows() ? Double.NaN : target(kept[i], level);
        }
        return new Examples(kept.length, steps.inputShape(), values, targets, kept, levels, weights(kept, targets));
    }

    private double target(int row, double level) {
        if (classes == null) {
            return steps.target().encode(target, row, level);
        }
        int label = ((LabelColumn) target).code(row);
        return label < 0 ? Double.NaN : classes[label];
    }

    /** Only rows with a target are measured, and need a weight. */
    private double[] weights(int[] kept, double[] targets) {
        double[] each = new double[weights == null ? 0 : kept.length];
        Arrays.setAll(each, i -> Double.isNaN(targets[i]) ? 0 : weights.of(kept[i]));
        return each;
    }
}
