package downhill.analysis.explain.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawField;
import downhill.data.CounterRandom;
import downhill.data.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trees of scikit-learn, src/test/resources/reference/tree.py, and what a tree of sets of labels must find. */
class TreeGrowerTest {
    private static final RawField TOWN = RawField.labels("town", "a", "b", "c", "d", "e", "f");
    private static JsonNode reference;
    private static Cells cells;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = TreeGrowerTest.class.getResourceAsStream("/reference/tree.json")) {
            reference = JsonMapper.builder().build().readTree(in);
        }
        double[] x = StreamSupport.stream(reference.get("x").spliterator(), false).flatMapToDouble(row -> Arrays.stream(numbers(row)))
                .toArray();
        cells = new Cells(List.of(RawField.number("x1"), RawField.number("x2"), RawField.number("x3")), x.length / 3, x);
    }

    private static double[] numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    }

    private static RuleTree grown(JsonNode wanted, double[] answers, int outputs) {
        return TreeGrower.grow(cells, answers, outputs, wanted.get("leaves").asInt(), wanted.get("least").asInt(), Progress.NONE);
    }

    private static double error(TreeNode node) {
        return node.isLeaf() ? node.error() * node.rows() : error(node.yes()) + error(node.no());
    }

    @Test
    void treesOfNumbersAreThoseOfScikitLearn() {
        for (JsonNode wanted : reference.get("numbers")) {
            RuleTree tree = grown(wanted, numbers(reference.get("y")), 1);
            assertThat(tree.leaves()).isEqualTo(wanted.get("leaves").asInt());
            assertThat(error(tree.root())).isCloseTo(wanted.get("impurity").asDouble(), within(1e-9));
            double[] predicted = numbers(wanted.get("predicted"));
            for (int row = 0; row < cells.count(); row++) {
                assertThat(tree.leaf(cells, row).mean()[0]).isCloseTo(predicted[row], within(1e-12));
            }
        }
    }

    @Test
    void treesOfClassesAreThoseOfScikitLearn() {
        double[] hot = Surrogate.targets(numbers(reference.get("c")), 3);
        for (JsonNode wanted : reference.get("classes")) {
            RuleTree tree = grown(wanted, hot, 3);
            assertThat(error(tree.root())).as("Gini's impurity").isCloseTo(wanted.get("impurity").asDouble(), within(1e-9));
            double[] predicted = numbers(wanted.get("predicted"));
            assertThat(IntStream.range(0, cells.count()).mapToDouble(row -> tree.leaf(cells, row).largest())).containsExactly(
                    Arrays.stream(predicted).boxed().toArray(Double[]::new));
        }
    }

    /** Every set of labels is tried by force. */
    @Test
    void ofLabelsTheBestSetIsFound() {
        double[] town = IntStream.range(0, 60).mapToDouble(row -> CounterRandom.index(1, 1200, row, 6)).toArray();
        for (int seed = 0; seed < 10; seed++) {
            int salt = seed;
            double[] answers = IntStream.range(0, 60).mapToDouble(row -> CounterRandom.gaussian(salt, 1200, row)).toArray();
            Cells towns = new Cells(List.of(TOWN), 60, town);
            double least = IntStream.range(1, 63).mapToDouble(set -> squares(town, answers, set)).min().orElseThrow();
            RuleTree tree = TreeGrower.grow(towns, answers, 1, 2, 1, Progress.NONE);
            assertThat(error(tree.root())).isCloseTo(least, within(1e-9));
        }
    }

    private static double squares(double[] town, double[] answers, int set) {
        double total = 0;
        for (boolean in : new boolean[] {true, false}) {
            double[] side = IntStream.range(0, town.length).filter(row -> (set >> (int) town[row] & 1) == 1 == in)
                    .mapToDouble(row -> answers[row]).toArray();
            double mean = Arrays.stream(side).average().orElse(0);
            total += Arrays.stream(side).map(each -> (each - mean) * (each - mean)).sum();
        }
        return total;
    }

    @Test
    void growingFurtherKeepsWhatWasGrown() {
        double[] y = numbers(reference.get("y"));
        RuleTree large = TreeGrower.grow(cells, y, 1, 12, 2, Progress.NONE);
        for (int leaves = 1; leaves <= 12; leaves++) {
            assertThat(text(large.cut(leaves).root())).isEqualTo(text(TreeGrower.grow(cells, y, 1, leaves, 2, Progress.NONE).root()));
        }
    }

    private static String text(TreeNode node) {
        String own = node.rows() + " " + node.mean()[0] + " " + node.error() + " " + node.split() + " " + node.made();
        return node.isLeaf() ? own : own + " (" + text(node.yes()) + ", " + text(node.no()) + ")";
    }

    @Test
    void nothingIsAskedWhereNothingIsGained() {
        RuleTree tree = TreeGrower.grow(cells, new double[cells.count()], 1, 8, 1, Progress.NONE);
        assertThat(tree.leaves()).isEqualTo(1);
    }

    @Test
    void growingEndsWhenItIsNoLongerWanted() {
        assertThatThrownBy(() -> TreeGrower.grow(cells, numbers(reference.get("y")), 1, 8, 1, Progress.asking(() -> false)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void boundsAreRoundAndPartTheValues() {
        assertThat(RoundNumber.between(6, 7)).isEqualTo(6);
        assertThat(RoundNumber.between(1416.2, 1431)).isEqualTo(1420);
        assertThat(RoundNumber.between(0.1234, 0.1235)).isEqualTo(0.1234);
        assertThat(RoundNumber.between(-3, 50)).isEqualTo(20);
        assertThat(RoundNumber.between(95, 104)).isEqualTo(100);
        for (int i = 0; i < 2000; i++) {
            double scale = Math.pow(10, CounterRandom.index(1, 1201, i, 40) - 20);
            double low = CounterRandom.gaussian(1, 1202, i) * scale;
            double high = i % 3 == 0 ? Math.nextUp(low) : low + CounterRandom.uniform(1, 1203, i) * scale;
            assertThat(RoundNumber.between(low, high)).isGreaterThanOrEqualTo(low).isLessThan(high);
        }
    }
}
