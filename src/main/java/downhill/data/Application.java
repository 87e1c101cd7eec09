package downhill.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies fitted steps to the rows of a table, once. */
final class Application {
    private final Preprocessing steps;
    private final List<Column> sources = new ArrayList<>();
    private final Column target;
    private final Table table;
    private final int width;
    private final List<Applied.Unscored> unscored = new ArrayList<>();
    private final Map<String, Integer> unknown = new LinkedHashMap<>();

    Application(Preprocessing steps, Table table) {
        this.steps = steps;
        this.table = table;
        this.width = steps.width();
        for (FeatureStep step : steps.features()) {
            sources.add(table.column(step.column()).as(step.type()));
        }
        this.target = table.find(steps.target().column()).map(this::asTarget).orElse(null);
    }

    private Column asTarget(Column column) {
        return steps.task().isClassification() ? column : column.as(ColumnType.NUMBER);
    }

    Applied run() {
        Examples examples = steps.sequence() == null ? rows(upTo(table.rows())) : windows(upTo(table.rows() + steps.sequence().horizon()));
        return new Applied(examples, unscored, unknown);
    }

    /** One example for each of these rows that has all it needs. */
    Examples rows(int[] wanted) {
        int[] kept = new int[wanted.length];
        double[] inputs = new double[Math.multiplyExact(wanted.length, width)];
        int count = 0;
        for (int row : wanted) {
            String absent = write(row, inputs, count * width);
            if (absent == null) {
                kept[count++] = row;
            } else {
                unscored.add(new Applied.Unscored(row, table.line(row), "\"" + absent + "\" is missing or does not fit its type"));
            }
        }
        return examples(inputs, kept, new double[0], count);
    }

    /** One window for each of these target rows that has enough rows before it; a target row may lie past the end. */
    Examples windows(int[] targetRows) {
        SequenceSpec spec = steps.sequence();
        int reach = spec.window() - 1 + spec.horizon();
        int size = spec.window() * width;
        int[] kept = new int[targetRows.length];
        double[] inputs = new double[Math.multiplyExact(targetRows.length, size)];
        double[] levels = new double[steps.target() instanceof TargetStep.RelativeTarget ? targetRows.length : 0];
        int count = 0;
        for (int target : targetRows) {
            if (target >= reach && window(target - reach, inputs, count * size)
                    && relate(target - reach, inputs, count * size, levels, count)) {
                kept[count++] = target;
            }
        }
        return examples(inputs, kept, levels, count);
    }

    /** Makes a window relative to its own level where it should be, and notes the level of the target's column. */
    private boolean relate(int start, double[] inputs, int at, double[] levels, int example) {
        for (int i = 0; i < steps.features().size(); i++) {
            if (steps.features().get(i) instanceof FeatureStep.Relative step) {
                double level = step.relate(inputs, at + steps.offset(i), width, steps.sequence().window());
                if (Double.isNaN(level)) {
                    unscored.add(new Applied.Unscored(start, table.line(start), "the mean of \"" + step.column()
                            + "\" in the window starting here is not positive"));
                    return false;
                }
                if (levels.length > 0 && step.column().equals(steps.target().column())) {
                    levels[example] = level;
                }
            }
        }
        return true;
    }

    private boolean window(int start, double[] inputs, int at) {
        for (int i = 0; i < steps.sequence().window(); i++) {
            String absent = write(start + i, inputs, at + i * width);
            if (absent != null) {
                unscored.add(new Applied.Unscored(start, table.line(start),
                        "the window starting here lacks a value of \"" + absent + "\""));
                return false;
            }
        }
        return true;
    }

    private static int[] upTo(int end) {
        int[] rows = new int[end];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    Map<String, Integer> unknown() {
        return unknown;
    }

    Optional<Notice> unscoredNotice() {
        return unscored.isEmpty() ? Optional.empty() : Optional.of(new Notice(null, unscored.size()
                + " rows or windows are left out; the first because " + unscored.get(0).reason() + "."));
    }

    private Examples examples(double[] inputs, int[] rows, double[] levels, int count) {
        int size = rows.length == 0 ? 0 : inputs.length / rows.length;
        int[] kept = Arrays.copyOf(rows, count);
        double[] targets = new double[count];
        for (int i = 0; i < count; i++) {
            targets[i] = target == null || kept[i] >= table.rows() ? Double.NaN
                    : steps.target().encode(target, kept[i], levels.length == 0 ? Double.NaN : levels[i]);
        }
        return new Examples(count, steps.inputShape(), Arrays.copyOf(inputs, count * size), targets, kept,
                Arrays.copyOf(levels, Math.min(levels.length, count)));
    }

    /** Name of the first column without a value, or null if all have one. */
    private String write(int row, double[] inputs, int at) {
        int place = at;
        for (int i = 0; i < sources.size(); i++) {
            FeatureStep step = steps.features().get(i);
            if (!step.write(sources.get(i), row, inputs, place)) {
                return step.column();
            }
            if (step instanceof FeatureStep.OneHot oneHot && oneHot.isUnknown(sources.get(i), row)) {
                unknown.merge(step.column(), 1, Integer::sum);
            }
            place += step.width();
        }
        return null;
    }
}
