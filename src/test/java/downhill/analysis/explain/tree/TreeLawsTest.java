package downhill.analysis.explain.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawField;
import downhill.data.CounterRandom;
import downhill.data.Progress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for any tree: of values that tie, of gaps, of answers that are moved, stretched or come in another order. */
class TreeLawsTest {
    private static final int ROWS = 80;
    private static final List<RawField> FIELDS = List.of(RawField.number("a"), RawField.number("b"), RawField.labels("k", "x", "y", "z"));

    /** Few values, so that most rows tie. */
    private static Cells cells(int seed) {
        double[] values = new double[ROWS * 3];
        for (int row = 0; row < ROWS; row++) {
            values[row * 3] = CounterRandom.index(seed, 1800, row, 6);
            values[row * 3 + 1] = CounterRandom.index(seed, 1801, row, 3) / 4.0;
            values[row * 3 + 2] = CounterRandom.index(seed, 1802, row, 4) - 1;
        }
        return new Cells(FIELDS, ROWS, values);
    }

    private static double[] answers(int seed) {
        return IntStream.range(0, ROWS).mapToDouble(row -> CounterRandom.gaussian(seed, 1803, row)).toArray();
    }

    private static RuleTree grown(Cells cells, double[] answers, int leaves, int least) {
        return TreeGrower.grow(cells, answers, 1, leaves, least, Progress.NONE);
    }

    private static double squares(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
    }

    private static double[] those(int rows, IntPredicate in, IntToDoubleFunction value) {
        return IntStream.range(0, rows).filter(in).mapToDouble(value).toArray();
    }

    @Test
    void aLeafTellsTheMeanTheErrorAndTheNumberOfItsRows() {
        for (int seed = 0; seed < 5; seed++) {
            Cells cells = cells(seed);
            double[] answers = answers(seed);
            RuleTree tree = grown(cells, answers, 7, 4);
            Map<TreeNode, Integer> seen = new HashMap<>();
            IntStream.range(0, ROWS).forEach(row -> seen.merge(tree.leaf(cells, row), 1, Integer::sum));
            assertThat(seen).hasSize(tree.leaves());
            seen.forEach((leaf, rows) -> {
                double[] own = those(ROWS, row -> tree.leaf(cells, row) == leaf, row -> answers[row]);
                assertThat(leaf.rows()).isEqualTo(rows).isGreaterThanOrEqualTo(4);
                assertThat(leaf.mean()[0]).isCloseTo(Arrays.stream(own).average().orElseThrow(), within(1e-12));
                assertThat(leaf.error()).isCloseTo(squares(own) / own.length, within(1e-12));
            });
        }
    }

    /** Every bound between two different values is tried by force; rows of one value never part. */
    @Test
    void ofValuesThatTieTheBestBoundIsFound() {
        for (int seed = 0; seed < 8; seed++) {
            Cells all = cells(seed);
            double[] numbers = IntStream.range(0, 2 * ROWS).mapToDouble(i -> all.of(i / 2, i % 2)).toArray();
            Cells cells = new Cells(FIELDS.subList(0, 2), ROWS, numbers);
            double[] answers = answers(seed);
            double least = Double.POSITIVE_INFINITY;
            for (int field = 0; field < 2; field++) {
                for (double bound : new double[] {0, 0.25, 1, 2, 3, 4}) {
                    int of = field;
                    double[] low = those(ROWS, row -> cells.of(row, of) <= bound, row -> answers[row]);
                    double[] high = those(ROWS, row -> cells.of(row, of) > bound, row -> answers[row]);
                    boolean may = low.length >= 9 && high.length >= 9;
                    least = may ? Math.min(least, squares(low) + squares(high)) : least;
                }
            }
            TreeNode root = grown(cells, answers, 2, 9).root();
            assertThat(root.yes().error() * root.yes().rows() + root.no().error() * root.no().rows()).isCloseTo(least, within(1e-9));
        }
    }

    @Test
    void movedAndStretchedAnswersAreToldByTheSameQuestions() {
        Cells cells = cells(1);
        double[] answers = answers(1);
        RuleTree plain = grown(cells, answers, 6, 3);
        RuleTree other = grown(cells, Arrays.stream(answers).map(each -> 8 * each + 1e6).toArray(), 6, 3);
        assertThat(other.leaves()).isEqualTo(plain.leaves());
        for (int row = 0; row < ROWS; row++) {
            assertThat(other.leaf(cells, row).mean()[0]).isCloseTo(8 * plain.leaf(cells, row).mean()[0] + 1e6, within(1e-8));
            assertThat(other.leaf(cells, row).error()).isCloseTo(64 * plain.leaf(cells, row).error(), within(1e-7));
        }
    }

    private static String questions(TreeNode node) {
        return node.isLeaf() ? "." : node.split() + "(" + questions(node.yes()) + questions(node.no()) + ")";
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        Cells cells = cells(2);
        double[] answers = answers(2);
        int[] order = CounterRandom.permutation(5, 1804, 0, ROWS);
        RuleTree other = grown(cells.pick(order), IntStream.of(order).mapToDouble(row -> answers[row]).toArray(), 8, 2);
        saysTheSame(other, grown(cells, answers, 8, 2), cells);
    }

    @Test
    void rowsThatAllComeTwiceChangeNothing() {
        Cells cells = cells(3);
        int[] twice = IntStream.range(0, 2 * ROWS).map(i -> i / 2).toArray();
        double[] answers = answers(3);
        RuleTree once = grown(cells, answers, 6, 3);
        RuleTree doubled = grown(cells.pick(twice), IntStream.of(twice).mapToDouble(row -> answers[row]).toArray(), 6, 6);
        saysTheSame(doubled, once, cells);
        assertThat(doubled.root().rows()).isEqualTo(2 * ROWS);
        assertThat(doubled.root().error()).isCloseTo(once.root().error(), within(1e-12));
    }

    private static void saysTheSame(RuleTree one, RuleTree other, Cells cells) {
        assertThat(one.leaves()).isEqualTo(other.leaves());
        for (int row = 0; row < cells.count(); row++) {
            assertThat(one.leaf(cells, row).mean()[0]).isCloseTo(other.leaf(cells, row).mean()[0], within(1e-12));
        }
    }

    /** A gap is never at most something: it goes to the other side, in growing and in asking. */
    @Test
    void gapsGoWhereTheQuestionDoesNotHold() {
        double[] values = {1, 2, Double.NaN, 3, 10, 11, Double.NaN, 12};
        double[] answers = {0, 0, 5, 0, 5, 5, 5, 5};
        Cells cells = new Cells(List.of(RawField.number("a")), 8, values);
        RuleTree tree = grown(cells, answers, 2, 1);
        assertThat(tree.root().yes().rows()).isEqualTo(3);
        assertThat(tree.root().no().rows()).isEqualTo(5);
        assertThat(tree.leaf(cells, 2)).isSameAs(tree.root().no());
        assertThat(tree.root().no().error()).isZero();
        Cells none = new Cells(List.of(RawField.number("a")), 8, new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
            Double.NaN, Double.NaN, Double.NaN});
        assertThat(grown(none, answers, 4, 1).leaves()).as("of gaps alone nothing can be asked").isEqualTo(1);
    }

    @Test
    void negativeZeroIsZero() {
        Cells cells = new Cells(List.of(RawField.number("a")), 4, new double[] {-0.0, 0.0, -0.0, 0.0});
        assertThat(grown(cells, new double[] {1, 2, 1, 2}, 4, 1).leaves()).isEqualTo(1);
    }

    @Test
    void aTreeOfOneLeafSaysTheMeanToAll() {
        Cells cells = cells(4);
        double[] answers = answers(4);
        RuleTree tree = grown(cells, answers, 1, 1);
        assertThat(TreeRule.of(tree)).hasSize(1).allSatisfy(rule -> assertThat(rule.conditions()).isEmpty());
        assertThat(tree.root().depth()).isZero();
        assertThat(tree.root().mean()[0]).isCloseTo(Arrays.stream(answers).average().orElseThrow(), within(1e-12));
        assertThat(questions(grown(cells, answers, 9, ROWS / 2 + 1).root())).as("no side could have that many").isEqualTo(".");
        assertThat(questions(grown(cells, answers, 9, 2).cut(1).root())).isEqualTo(".");
    }

    /** A label that was never seen is of no set, so it goes with the others. */
    @Test
    void unheardLabelsStayTogetherOnTheOtherSide() {
        for (int seed = 0; seed < 8; seed++) {
            Cells cells = cells(seed);
            double[] labels = IntStream.range(0, ROWS).mapToDouble(row -> cells.of(row, 2)).toArray();
            double[] answers = answers(seed);
            Cells alone = new Cells(FIELDS.subList(2, 3), ROWS, labels);
            double least = IntStream.range(1, 8).mapToDouble(set -> squares(those(ROWS, row -> in(set, labels[row]), row -> answers[row]))
                    + squares(those(ROWS, row -> !in(set, labels[row]), row -> answers[row]))).min().orElseThrow();
            TreeNode root = grown(alone, answers, 2, 1).root();
            assertThat(root.yes().error() * root.yes().rows() + root.no().error() * root.no().rows()).isCloseTo(least, within(1e-9));
            assertThat(root.split().holds(-1)).isFalse();
        }
    }

    private static boolean in(int set, double label) {
        return label >= 0 && (set >> (int) label & 1) == 1;
    }

    @Test
    void ofEqualColumnsTheFirstIsAsked() {
        double[] values = IntStream.range(0, 2 * ROWS).mapToDouble(i -> CounterRandom.index(1, 1805, i / 2, 9)).toArray();
        Cells cells = new Cells(FIELDS.subList(0, 2), ROWS, values);
        assertThat(questions(grown(cells, answers(5), 6, 2).root())).doesNotContain("field=1").contains("field=0");
    }
}
