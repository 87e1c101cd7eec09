package downhill.analysis.explain.tree;

import downhill.analysis.explain.field.Cells;
import downhill.data.Columns;
import downhill.data.CounterRandom;
import downhill.data.Progress;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tree that says what a model says, and how far it can be believed. It is grown on two thirds of the rows; the rest shows how well it
 * does on rows that it has not seen.
 *
 * @param tree     of the size wanted, or of fewer leaves where no further question gains anything
 * @param classes  names of the classes; empty in regression
 * @param fidelity of the tree at every size, from one leaf on
 * @param grown    rows it was grown on
 * @param unseen   rows it was tried on
 */
public record Surrogate(RuleTree tree, List<String> classes, List<Fidelity> fidelity, int grown, int unseen) {
    /** Rows that are needed: a fifth of them in leaves of one is no rule. */
    public static final int FEWEST_ROWS = 20;
    /** Rows that each leaf has. */
    public static final int LEAF_ROWS = 5;
    private static final MathContext SIX = new MathContext(6);
    private static final long PURPOSE = 1100;

    /**
     * How well a tree of that size does: in regression R² between its answers and the model's, with classes the share of rows of which both
     * say the same.
     *
     * @param seen   of the rows it was grown on
     * @param unseen of the others; NaN where the model says the same of all of them
     */
    public record Fidelity(int leaves, double seen, double unseen) {
    }

    /**
     * Grows it.
     *
     * @param answers the model's, one a row; with classes their indexes
     * @param classes names of the classes; empty in regression
     * @param leaves  of the tree, at least 2
     * @param most    leaves up to which fidelity is told, at least {@code leaves}
     * @param seed    of which rows are held back
     * @throws RefusedException where there are too few rows or nothing to tell apart
     */
    public static Surrogate of(Cells cells, double[] answers, List<String> classes, int leaves, int most, long seed, Progress progress) {
        check(answers);
        int[] order = CounterRandom.permutation(seed, PURPOSE, 0, cells.count());
        int held = cells.count() / 3;
        int[] unseen = Arrays.stream(order, 0, held).sorted().toArray();
        int[] seen = Arrays.stream(order, held, order.length).sorted().toArray();
        int outputs = Math.max(1, classes.size());
        RuleTree grown = TreeGrower.grow(cells.pick(seen), targets(pick(answers, seen), outputs), outputs, most, LEAF_ROWS, progress);
        List<Fidelity> fidelity = new ArrayList<>();
        for (int size = 1; size <= grown.leaves(); size++) {
            RuleTree cut = grown.cut(size);
            fidelity.add(new Fidelity(size, fidelity(cut, cells.pick(seen), pick(answers, seen), outputs),
                    fidelity(cut, cells.pick(unseen), pick(answers, unseen), outputs)));
        }
        return new Surrogate(grown.cut(leaves), List.copyOf(classes), List.copyOf(fidelity), seen.length, held);
    }

    private static void check(double[] answers) {
        if (answers.length < FEWEST_ROWS) {
            throw new RefusedException(Said.of("explain.tree.rows", answers.length, FEWEST_ROWS));
        }
        if (!Arrays.stream(answers).allMatch(Double::isFinite)) {
            throw new RefusedException(Said.of("explain.tree.infinite"));
        }
        if (Arrays.stream(answers).distinct().count() < 2) {
            throw new RefusedException(Said.of("explain.tree.same", answers.length));
        }
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** As they are, or one-hot. */
    static double[] targets(double[] answers, int outputs) {
        if (outputs == 1) {
            return answers;
        }
        double[] hot = new double[answers.length * outputs];
        for (int i = 0; i < answers.length; i++) {
            hot[i * outputs + (int) answers[i]] = 1;
        }
        return hot;
    }

    private static double fidelity(RuleTree tree, Cells cells, double[] answers, int outputs) {
        double[] said = IntStream.range(0, cells.count()).mapToDouble(row -> said(tree.leaf(cells, row), outputs)).toArray();
        if (outputs > 1) {
            return IntStream.range(0, said.length).filter(i -> said[i] == answers[i]).count() / (double) said.length;
        }
        double mean = Arrays.stream(answers).average().orElse(Double.NaN);
        double squares = Arrays.stream(answers).map(each -> (each - mean) * (each - mean)).sum();
        double left = IntStream.range(0, said.length).mapToDouble(i -> (answers[i] - said[i]) * (answers[i] - said[i])).sum();
        return squares == 0 ? Double.NaN : 1 - left / squares;
    }

    private static double said(TreeNode leaf, int outputs) {
        return outputs == 1 ? leaf.mean()[0] : leaf.largest();
    }

    /** What is said at a leaf: a number of six digits, or the name of a class. */
    public String said(TreeNode leaf) {
        return classes.isEmpty() ? Columns.text(new BigDecimal(leaf.mean()[0]).round(SIX).doubleValue()) : classes.get(leaf.largest());
    }

    /** That of the tree. */
    public Fidelity own() {
        return fidelity.get(tree.leaves() - 1);
    }
}
