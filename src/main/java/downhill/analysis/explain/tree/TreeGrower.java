package downhill.analysis.explain.tree;

import downhill.analysis.explain.field.Cells;
import downhill.data.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Grows a tree of squared error (CART: Breiman, Friedman, Olshen &amp; Stone 1984), the question that gains most first, until it has the
 * leaves wanted. Of answers that are one-hot classes the squared error is Gini's impurity. As scikit-learn's {@code max_leaf_nodes} and
 * {@code min_samples_leaf}, besides that labels are asked for as sets, and bounds are round numbers.
 */
public final class TreeGrower {
    private static final double NOTHING = 1e-12;

    private final Cells cells;
    private final double[] answers;
    private final double[] shift;
    private final int outputs;
    private final int[][] orders;
    private final int[] scratch;
    private final boolean[] holds;
    private final SplitSearch search;
    private final List<Leaf> leaves = new ArrayList<>();

    private TreeGrower(Cells cells, double[] answers, int outputs, int least) {
        this.cells = cells;
        this.outputs = outputs;
        this.shift = means(answers, cells.count(), outputs);
        this.answers = new double[answers.length];
        Arrays.setAll(this.answers, i -> answers[i] - shift[i % outputs]);
        this.orders = IntStream.range(0, cells.fields().size()).mapToObj(this::sorted).toArray(int[][]::new);
        this.scratch = new int[cells.count()];
        this.holds = new boolean[cells.count()];
        this.search = new SplitSearch(cells, this.answers, outputs, least);
    }

    /**
     * The tree of some rows.
     *
     * @param cells   at least one row
     * @param answers [rows × outputs], finite
     * @param leaves  the most there may be, at least 1
     * @param least   rows that each leaf must have, at least 1
     */
    public static RuleTree grow(Cells cells, double[] answers, int outputs, int leaves, int least, Progress progress) {
        return new TreeGrower(cells, answers, outputs, least).grown(leaves, progress);
    }

    private static double[] means(double[] answers, int rows, int outputs) {
        double[] means = new double[outputs];
        for (int i = 0; i < answers.length; i++) {
            means[i % outputs] += answers[i] / rows;
        }
        return means;
    }

    /** Rows by value, those of one value as they come: sorted by the place of each value among all. */
    private int[] sorted(int field) {
        double[] values = IntStream.range(0, cells.count()).mapToDouble(row -> cells.of(row, field) + 0.0).toArray();
        double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
        int[] next = new int[distinct.length + 1];
        int[] ranks = Arrays.stream(values).mapToInt(value -> Arrays.binarySearch(distinct, value)).toArray();
        for (int rank : ranks) {
            next[rank + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] order = new int[ranks.length];
        for (int row = 0; row < order.length; row++) {
            order[next[ranks[row]]++] = row;
        }
        return order;
    }

    private RuleTree grown(int most, Progress progress) {
        Leaf root = leaf(0, cells.count());
        double enough = NOTHING * root.squares;
        for (int made = 0; made < most - 1; made++) {
            if (progress.cancelled()) {
                throw new CancellationException("the tree is no longer wanted");
            }
            Leaf next = leaves.stream().max(Comparator.comparingDouble(Leaf::gain)).orElseThrow();
            if (next.gain() <= enough) {
                break;
            }
            split(next, made);
            progress.done((made + 1.0) / (most - 1));
        }
        return new RuleTree(cells.fields(), root.node(shift));
    }

    private Leaf leaf(int from, int to) {
        double[] sums = new double[outputs];
        double squares = 0;
        for (int i = from; i < to; i++) {
            for (int k = 0; k < outputs; k++) {
                double answer = answers[orders[0][i] * outputs + k];
                sums[k] += answer;
                squares += answer * answer;
            }
        }
        Leaf leaf = new Leaf(from, to, sums, squares);
        leaf.best = search.best(leaf, orders);
        leaves.add(leaf);
        return leaf;
    }

    private void split(Leaf leaf, int made) {
        Split split = leaf.best.split();
        int yes = 0;
        for (int i = leaf.from; i < leaf.to; i++) {
            int row = orders[split.field()][i];
            holds[row] = split.holds(cells.of(row, split.field()));
            yes += holds[row] ? 1 : 0;
        }
        for (int[] order : orders) {
            part(order, leaf, yes);
        }
        leaves.remove(leaf);
        leaf.made = made;
        leaf.yes = leaf(leaf.from, leaf.from + yes);
        leaf.no = leaf(leaf.from + yes, leaf.to);
    }

    /** Those for which it holds first; else the order stays. */
    private void part(int[] order, Leaf leaf, int yes) {
        int first = leaf.from;
        int second = leaf.from + yes;
        for (int i = leaf.from; i < leaf.to; i++) {
            scratch[holds[order[i]] ? first++ : second++] = order[i];
        }
        System.arraycopy(scratch, leaf.from, order, leaf.from, leaf.rows());
    }
}
