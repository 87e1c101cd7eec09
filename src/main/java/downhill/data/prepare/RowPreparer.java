package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Examples;
import downhill.data.LabelColumn;
import downhill.data.MadeColumn;
import downhill.data.Notice;
import downhill.data.Room;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Applies fitted steps to the rows of a table, once. */
final class RowPreparer {
    private static final int BLOCK = 4096;

    private final Preprocessing steps;
    private final List<Column> sources = new ArrayList<>();
    private final Column target;
    /** Null where all rows count the same, or the table does not say. */
    private final RowWeights weights;
    private final Table table;
    private final int width;
    private final List<Applied.Unscored> unscored = new ArrayList<>();
    private final Unknown unknown = new Unknown();
    /** By feature, up to which row its categories have been looked at, since windows overlap. */
    private final int[] looked;

    RowPreparer(Preprocessing steps, Table table) {
        this.steps = steps;
        this.table = MadeColumn.on(table, steps.madeColumns());
        this.width = steps.width();
        this.looked = new int[steps.features().size()];
        for (FeatureStep step : steps.features()) {
            sources.add(source(this.table.column(step.column()), step));
        }
        this.target = table.find(steps.target().column()).map(this::asTarget).orElse(null);
        this.weights = steps.weight() == null ? null
                : table.find(steps.weight()).map(column -> new RowWeights(table, column.as(ColumnType.NUMBER))).orElse(null);
    }

    private Column source(Column column, FeatureStep step) {
        Column typed = column.as(step.type());
        return step instanceof FeatureStep.OneHot oneHot ? known(typed, oneHot.categories()) : typed;
    }

    private Column asTarget(Column column) {
        return steps.task().isClassification() ? known(column.as(ColumnType.CATEGORY), steps.classNames()) : column.as(ColumnType.NUMBER);
    }

    private Column known(Column column, List<String> categories) {
        return new Categories(categories, steps.typeRead(column.name()) == ColumnType.BOOLEAN).known((LabelColumn) column);
    }

    /** @param from first row that is to be predicted, @param ahead whether rows past the end of the table are, too */
    Applied run(int from, boolean ahead) {
        Arrays.fill(looked, from);
        SequenceSpec sequence = steps.sequence();
        int beyond = ahead && sequence != null ? sequence.horizon() : 0;
        int[] range = range(from, table.rows() + beyond);
        return new Applied(sequence == null ? rows(range) : windows(range), unscored, unknown.counts());
    }

    /** One example for each of these rows that has all it needs; blocks of them are made at once, each by itself, and told of in order. */
    Examples rows(int[] wanted) {
        Checks.room(wanted.length, width, Room.here());
        double[] inputs = new double[wanted.length * width];
        String[] absent = new String[wanted.length];
        int blocks = (wanted.length + BLOCK - 1) / BLOCK;
        List<Unknown> seen = IntStream.range(0, blocks).parallel().mapToObj(block -> {
            Unknown inBlock = new Unknown();
            for (int i = block * BLOCK; i < Math.min(wanted.length, (block + 1) * BLOCK); i++) {
                absent[i] = write(wanted[i], inputs, i * width, inBlock);
            }
            return inBlock;
        }).toList();
        seen.forEach(unknown::add);
        int[] kept = new int[wanted.length];
        return examples(inputs, kept, new double[0], keep(wanted, inputs, absent, kept));
    }

    /** Puts the rows that have all they need first in {@code kept}, and their inputs likewise; returns how many they are. */
    private int keep(int[] wanted, double[] inputs, String[] absent, int[] kept) {
        int count = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (absent[i] != null) {
                unscored.add(new Applied.Unscored(wanted[i], table.line(wanted[i]), Said.of("value.unfit", absent[i])));
                continue;
            }
            if (count < i) {
                System.arraycopy(inputs, i * width, inputs, count * width, width);
            }
            kept[count++] = wanted[i];
        }
        return count;
    }

    /** One window for each of these target rows that has enough rows before it; a target row may lie past the end. */
    Examples windows(int[] targetRows) {
        SequenceSpec spec = steps.sequence();
        int reach = spec.reach();
        Checks.room(targetRows.length, spec.window(), width, Room.here());
        int size = spec.window() * width;
        int[] kept = new int[targetRows.length];
        double[] inputs = new double[targetRows.length * size];
        double[] levels = new double[steps.target() instanceof TargetStep.RelativeTarget ? targetRows.length : 0];
        int count = 0;
        for (int target : targetRows) {
            if (target >= reach) {
                int start = target - reach;
                Said reason = window(start, inputs, count * size);
                reason = reason == null ? relate(start, inputs, count * size, levels, count) : reason;
                if (reason == null) {
                    kept[count++] = target;
                } else {
                    unscored.add(new Applied.Unscored(target, target < table.rows() ? table.line(target) : 0, reason));
                }
            }
        }
        return examples(inputs, kept, levels, count);
    }

    /** Makes a window relative to its own level where it should be, and notes the level of the target's column; a reason if it cannot. */
    private Said relate(int start, double[] inputs, int at, double[] levels, int example) {
        for (int i = 0; i < steps.features().size(); i++) {
            if (steps.features().get(i) instanceof FeatureStep.Relative step) {
                double level = step.relate(inputs, at + steps.offset(i), width, steps.sequence().window());
                if (Double.isNaN(level)) {
                    return Said.of("window.mean", step.column(), windowAt(start));
                }
                if (levels.length > 0 && step.column().equals(steps.target().column())) {
                    levels[example] = level;
                }
            }
        }
        return null;
    }

    /** Writes a window; the reason if it cannot be. */
    private Said window(int start, double[] inputs, int at) {
        for (int i = 0; i < steps.sequence().window(); i++) {
            String absent = write(start + i, inputs, at + i * width, unknown);
            if (absent != null) {
                return Said.of("window.lacks", windowAt(start), absent);
            }
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

    private Examples examples(double[] inputs, int[] rows, double[] levels, int count) {
        int size = rows.length == 0 ? 0 : inputs.length / rows.length;
        int[] kept = Arrays.copyOf(rows, count);
        double[] targets = new double[count];
        for (int i = 0; i < count; i++) {
            double level = levels.length == 0 ? Double.NaN : levels[i];
            targets[i] = target == null || kept[i] >= table.rows() ? Double.NaN : steps.target().encode(target, kept[i], level);
        }
        double[] used = count == rows.length ? inputs : Arrays.copyOf(inputs, count * size);
        return new Examples(count, steps.inputShape(), used, targets, kept,
                Arrays.copyOf(levels, Math.min(levels.length, count)), weights(kept, targets));
    }

    /** Only rows with a target are measured, and need a weight. */
    private double[] weights(int[] kept, double[] targets) {
        double[] each = new double[weights == null ? 0 : kept.length];
        Arrays.setAll(each, i -> Double.isNaN(targets[i]) ? 0 : weights.of(kept[i]));
        return each;
    }

    /** Whether a row's category was not looked at before, as that of an overlapping window may have been. */
    private boolean isNew(int feature, int row) {
        if (steps.sequence() == null) {
            return true;
        }
        boolean fresh = row >= looked[feature];
        looked[feature] = fresh ? row + 1 : looked[feature];
        return fresh;
    }

    /** Categories that training did not have, by column, and how often each came. */
    private static final class Unknown {
        private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();

        void add(String column, String category, int times) {
            counts.computeIfAbsent(column, name -> new TreeMap<>()).merge(category, times, Integer::sum);
        }

        void add(Unknown other) {
            other.counts.forEach((column, each) -> each.forEach((category, times) -> add(column, category, times)));
        }

        Map<String, Map<String, Integer>> counts() {
            return counts;
        }
    }

    /** Name of the first column without a value, or null if all have one. */
    private String write(int row, double[] inputs, int at, Unknown found) {
        int place = at;
        for (int i = 0; i < sources.size(); i++) {
            FeatureStep step = steps.features().get(i);
            if (!step.write(sources.get(i), row, inputs, place)) {
                return step.column();
            }
            if (step instanceof FeatureStep.OneHot oneHot && isNew(i, row)) {
                if (oneHot.isUnknown(sources.get(i), row)) {
                    found.add(step.column(), sources.get(i).text(row), 1);
                }
            }
            place += step.width();
        }
        return null;
    }
}
