package downhill.analysis.explain.tree;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a model errs on rows that have something in common in one column: a label, or the quarter that a number lies in.
 *
 * @param group what they have in common
 * @param rows  how many
 * @param mean  of their errors
 */
public record ErrorGroups(TreeCondition group, int rows, double mean) {
    /** Fewer rows are no group. */
    public static final int FEWEST = 10;

    /**
     * All groups, those with the largest mean error first.
     *
     * @param errors one for each row, 0 or more
     */
    public static List<ErrorGroups> of(Cells cells, double[] errors) {
        List<ErrorGroups> groups = new ArrayList<>();
        for (int field = 0; field < cells.fields().size(); field++) {
            for (TreeCondition condition : conditions(cells, field)) {
                add(cells, field, condition, errors, groups);
            }
        }
        groups.sort(Comparator.comparingDouble(each -> -each.mean));
        return List.copyOf(groups);
    }

    private static List<TreeCondition> conditions(Cells cells, int field) {
        RawField of = cells.fields().get(field);
        if (of.isLabels()) {
            return IntStream.range(0, of.categories().size()).mapToObj(label -> TreeCondition.among(of, List.of(label), false)).toList();
        }
        double[] sorted = IntStream.range(0, cells.count()).mapToDouble(row -> cells.of(row, field)).sorted().toArray();
        double[] cuts = IntStream.rangeClosed(1, 3).mapToDouble(quarter -> sorted[quarter * (sorted.length - 1) / 4])
                .filter(cut -> cut < sorted[sorted.length - 1]).distinct().toArray();
        List<TreeCondition> conditions = new ArrayList<>();
        for (int i = 0; i <= cuts.length && cuts.length > 0; i++) {
            conditions.add(TreeCondition.within(of, i == 0 ? Double.NEGATIVE_INFINITY : cuts[i - 1],
                    i == cuts.length ? Double.POSITIVE_INFINITY : cuts[i]));
        }
        return conditions;
    }

    private static void add(Cells cells, int field, TreeCondition condition, double[] errors, List<ErrorGroups> groups) {
        int[] own = IntStream.range(0, cells.count()).filter(row -> condition.holds(cells.of(row, field))).toArray();
        if (own.length >= FEWEST && own.length < cells.count()) {
            groups.add(new ErrorGroups(condition, own.length, IntStream.of(own).mapToDouble(row -> errors[row]).average().orElseThrow()));
        }
    }
}
