package downhill.analysis.explain.tree;

import downhill.analysis.explain.field.Cells;
import downhill.data.CounterRandom;
import downhill.data.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A kind of rows, and how the model errs on it: a leaf of a tree of the errors. The tree is grown on two thirds of the rows; the others
 * show whether what it says holds for rows it has not seen.
 *
 * @param conditions what such rows have in common; empty where the tree finds nothing
 * @param rows       that it was grown on and that are such
 * @param mean       of their errors
 * @param unseen     other such rows
 * @param holds      mean of the errors of those; NaN where there are none
 */
public record ErrorRule(List<TreeCondition> conditions, int rows, double mean, int unseen, double holds) {
    private static final long PURPOSE = 1150;

    /**
     * All kinds, the one with the largest mean error first.
     *
     * @param errors one for each row, 0 or more
     * @param leaves kinds at most
     * @param seed   of which rows are held back
     */
    public static List<ErrorRule> of(Cells cells, double[] errors, int leaves, long seed, Progress progress) {
        int[] order = CounterRandom.permutation(seed, PURPOSE, 0, cells.count());
        int held = cells.count() / 3;
        int[] unseen = Arrays.copyOf(order, held);
        int[] seen = Arrays.stream(order, held, order.length).sorted().toArray();
        RuleTree tree = TreeGrower.grow(cells.pick(seen), IntStream.of(seen).mapToDouble(row -> errors[row]).toArray(), 1, leaves,
                Surrogate.LEAF_ROWS, progress);
        List<ErrorRule> rules = new ArrayList<>();
        for (TreeRule rule : TreeRule.of(tree)) {
            double[] own = those(tree, rule, cells, seen, errors);
            double[] others = those(tree, rule, cells, unseen, errors);
            rules.add(new ErrorRule(rule.conditions(), own.length, Arrays.stream(own).average().orElseThrow(), others.length,
                    Arrays.stream(others).average().orElse(Double.NaN)));
        }
        rules.sort(Comparator.comparingDouble(each -> -each.mean));
        return List.copyOf(rules);
    }

    private static double[] those(RuleTree tree, TreeRule rule, Cells cells, int[] among, double[] errors) {
        return IntStream.of(among).filter(row -> tree.leaf(cells, row) == rule.leaf()).mapToDouble(row -> errors[row]).toArray();
    }
}
