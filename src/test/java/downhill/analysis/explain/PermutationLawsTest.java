package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.model.TrainedModel;
import downhill.words.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds of shuffled columns, with scores told by plain sums. */
class PermutationLawsTest {
    private static final int ROWS = 24;
    private static final List<int[]> EACH = List.of(new int[] {0}, new int[] {1}, new int[] {2});

    /** y is a little off 2a + b, c is of no use. */
    private final Table table = Made.table("a,b,c,y\n" + IntStream.range(0, ROWS).mapToObj(i ->
            i * 7 % 24 + "," + i * 5 % 11 + "," + i * 3 % 7 + "," + (2 * (i * 7 % 24) + i * 5 % 11 + i % 3 - 1))
            .collect(Collectors.joining("\n")));
    private final Explained model = Explained.of(Formula.of(table, "y", Map.of("a", 2.0, "b", 1.0)));
    private final ExplainedRows rows = model.rows(table);

    @AfterEach
    void close() {
        model.close();
    }

    private PermutationImportance by(String metric, ExplainedRows some) {
        return new PermutationImportance(model, some, ScoreMetric.named(metric, model.preprocessing().task()), 1);
    }

    private static ExplainedRows with(ExplainedRows rows, double[] targets, double[] weights) {
        return new ExplainedRows(rows.count(), rows.size(), rows.values(), rows.sourceRows(), targets, weights, null, List.of());
    }

    private double cell(String column, int row) {
        return table.column(column).number(row);
    }

    private static int[] turned(int by) {
        return IntStream.range(0, ROWS).map(row -> (row + by) % ROWS).toArray();
    }

    @Test
    void whatStaysInItsPlaceCostsNothing() {
        List<ColumnImportance> found = by("rmse", rows).of(EACH, 2, (feature, repeat) -> turned(0), Progress.NONE);
        assertThat(found).allSatisfy(one -> assertThat(one.repeats()).containsExactly(0, 0));
        assertThat(found).allSatisfy(one -> assertThat(one.high() - one.low()).isZero());
    }

    @Test
    void theLossOfAShuffledColumnIsThatOfItsFormula() {
        double[] weights = IntStream.range(0, ROWS).mapToDouble(row -> row % 4).toArray();
        for (double[] each : new double[][] {new double[0], weights}) {
            PermutationImportance permutation = by("mae", with(rows, rows.targets(), each));
            int[] counting = IntStream.range(0, ROWS).filter(row -> each.length == 0 || each[row] > 0).toArray();
            assertThat(permutation.count()).isEqualTo(counting.length);
            double before = mae(counting, each, 0);
            assertThat(permutation.score()).isCloseTo(before, within(1e-9));
            ColumnImportance one = permutation.of(List.of(new int[] {0}), 2, (feature, repeat) -> IntStream.range(0, counting.length)
                    .map(row -> (row + repeat + 1) % counting.length).toArray(), Progress.NONE).get(0);
            assertThat(one.repeats()).containsExactly(new double[] {mae(counting, each, 1) - before, mae(counting, each, 2) - before},
                    within(1e-9));
        }
    }

    /** Σ w |y − 2a' − b| / Σ w, where a' is of the row so many later. */
    private double mae(int[] counting, double[] weights, int later) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < counting.length; i++) {
            double weight = weights.length == 0 ? 1 : weights[counting[i]];
            double a = cell("a", counting[(i + later) % counting.length]);
            sum += weight * Math.abs(cell("y", counting[i]) - 2 * a - cell("b", counting[i]));
            all += weight;
        }
        return sum / all;
    }

    /** All columns by one order are the rows by that order: the same as answers that were mixed up among the rows. */
    @Test
    void allColumnsTogetherAreMixedUpAnswers() {
        double[] answers = model.answers(rows.values());
        double mean = Arrays.stream(rows.targets()).average().orElseThrow();
        double total = Arrays.stream(rows.targets()).map(y -> (y - mean) * (y - mean)).sum();
        double lost = IntStream.range(0, ROWS).mapToDouble(i -> Math.pow(rows.targets()[i] - answers[(i + 5) % ROWS], 2)
                - Math.pow(rows.targets()[i] - answers[i], 2)).sum() / total;
        List<ColumnImportance> found = by("r2", rows).of(List.of(new int[] {0, 1, 2}, new int[] {2, 0, 1}, new int[] {0, 1}), 2,
                (feature, repeat) -> turned(5), Progress.NONE);
        assertThat(found).as("in whatever order they are named, and with one of no use or without")
                .allSatisfy(one -> assertThat(one.mean()).isCloseTo(lost, within(1e-9)));
    }

    @Test
    void whatIsOfUseCostsWhicheverWayAMetricCounts() {
        for (String metric : List.of("rmse", "mae", "r2", "mape", "quantile10", "quantile90")) {
            ExplainedRows positive = rows.pick(IntStream.range(0, ROWS).filter(row -> rows.targets()[row] > 0).toArray());
            List<ColumnImportance> found = by(metric, positive).of(EACH, 8, 3, Progress.NONE);
            assertThat(found.get(0).low()).as(metric).isPositive();
            assertThat(found.get(0).mean()).as(metric).isGreaterThan(found.get(1).mean());
            assertThat(found.get(2).repeats()).as(metric).containsOnly(0);
        }
    }

    @Test
    void theSameSeedShufflesTheSameHoweverManyWork() {
        PermutationImportance three = new PermutationImportance(model, rows, ScoreMetric.RMSE, 3);
        List<ColumnImportance> one = by("rmse", rows).of(EACH, 5, 9, Progress.NONE);
        List<ColumnImportance> again = three.of(EACH, 5, 9, Progress.NONE);
        List<ColumnImportance> other = three.of(EACH, 5, 10, Progress.NONE);
        for (int column = 0; column < 3; column++) {
            assertThat(again.get(column).repeats()).isEqualTo(one.get(column).repeats());
        }
        assertThat(other.get(0).repeats()).isNotEqualTo(one.get(0).repeats());
        assertThat(Arrays.stream(one.get(0).repeats()).distinct().count()).as("each repeat has an order of its own").isGreaterThan(3);
    }

    @Test
    void rowsWithoutATargetAreNotMeasured() {
        double[] half = rows.targets().clone();
        Arrays.fill(half, 0, ROWS / 2, Double.NaN);
        PermutationImportance second = by("rmse", with(rows, half, new double[0]));
        PermutationImportance picked = by("rmse", rows.pick(IntStream.range(ROWS / 2, ROWS).toArray()));
        assertThat(second.count()).isEqualTo(ROWS / 2);
        assertThat(second.score()).isEqualTo(picked.score());
        assertThat(second.of(EACH, 3, 1, Progress.NONE).get(0).repeats()).isEqualTo(picked.of(EACH, 3, 1, Progress.NONE).get(0).repeats());
    }

    @Test
    void whatCannotBeMeasuredIsSaid() {
        double[] none = new double[ROWS];
        Arrays.fill(none, Double.NaN);
        assertThatThrownBy(() -> by("rmse", with(rows, none, new double[0]))).isInstanceOf(RefusedException.class)
                .hasMessageContaining("y");
        assertThatThrownBy(() -> by("rmse", with(rows, rows.targets(), new double[ROWS]))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> by("r2", rows.pick(new int[] {3}))).as("one row has no spread").isInstanceOf(RefusedException.class)
                .hasMessageContaining("r2");
        int[] asked = {0};
        Progress impatient = Progress.asking(() -> asked[0]++ < 5);
        assertThatThrownBy(() -> by("rmse", rows).of(EACH, 50, 1, impatient)).isInstanceOf(CancellationException.class);
    }

    /** A score is of shares, in whatever scale explanations tell them; accuracy by counting who has the largest share. */
    @Test
    void classesAreScoredByTheirSharesInEveryScale() {
        TrainedModel flowers = Made.model(Samples.IRIS_MODEL, Samples.iris().preprocessing(), 3, 1);
        try (Explained classes = Explained.of(flowers)) {
            ExplainedRows all = classes.rows(Samples.iris().training(), null);
            double[] shares = classes.answers(all.values());
            int right = 0;
            for (int row = 0; row < all.count(); row++) {
                double[] own = Arrays.copyOfRange(shares, 3 * row, 3 * row + 3);
                right += own[(int) all.targets()[row]] == Arrays.stream(own).max().orElseThrow() ? 1 : 0;
            }
            for (ClassScale scale : ClassScale.values()) {
                Explained told = classes.in(scale);
                assertThat(new PermutationImportance(told, all, ScoreMetric.ACCURACY, 1).score())
                        .isCloseTo((double) right / all.count(), within(1e-12));
                assertThat(new PermutationImportance(told, all, ScoreMetric.LOG_LOSS, 1).of(EACH, 3, 1, Progress.NONE).get(2).repeats())
                        .isEqualTo(new PermutationImportance(classes, all, ScoreMetric.LOG_LOSS, 1).of(EACH, 3, 1, Progress.NONE).get(2)
                                .repeats());
            }
        }
    }

    @Test
    void closeColumnsAreNamedWithPearsonsCorrelationTheClosestFirst() {
        Table made = Made.table("a,b,c,d,y\n" + IntStream.range(0, 40).mapToObj(i -> i + "," + (100 - 2 * i) + "," + (i + i * 7 % 13) + ","
                + i * 11 % 37 + "," + i).collect(Collectors.joining("\n")));
        try (Explained linear = Explained.of(Formula.of(made, "y", Map.of("a", 1.0)))) {
            ExplainedRows some = linear.rows(made);
            List<Companions.Pair> pairs = Companions.of(linear.columns(), some);
            assertThat(pairs).hasSize(3);
            assertThat(List.of(pairs.get(0).one(), pairs.get(0).other())).containsExactly(0, 1);
            assertThat(pairs.get(0).correlation()).isCloseTo(-1, within(1e-12));
            for (Companions.Pair pair : pairs) {
                double expected = pearson(some, pair.one(), pair.other());
                assertThat(pair.correlation()).isCloseTo(expected, within(1e-12));
                assertThat(Math.abs(expected)).isGreaterThanOrEqualTo(Companions.CLOSE);
            }
            assertThat(Math.abs(pearson(some, 0, 3))).as("who is not named").isLessThan(Companions.CLOSE);
            assertThat(Companions.of(linear.columns(), some.pick(new int[] {0, 1}))).as("any two rows are on a line").isEmpty();
            assertThat(Companions.of(linear.columns(), some.pick(new int[] {5, 5, 5, 5}))).as("what never changes").isEmpty();
        }
    }

    /** (n Σxy − Σx Σy) / √((n Σx² − (Σx)²) (n Σy² − (Σy)²)). */
    private static double pearson(ExplainedRows rows, int one, int other) {
        double[] sums = new double[5];
        for (int row = 0; row < rows.count(); row++) {
            double x = rows.row(row)[one];
            double y = rows.row(row)[other];
            double[] terms = {x, y, x * y, x * x, y * y};
            Arrays.setAll(sums, i -> sums[i] + terms[i]);
        }
        int n = rows.count();
        return (n * sums[2] - sums[0] * sums[1]) / Math.sqrt((n * sums[3] - sums[0] * sums[0]) * (n * sums[4] - sums[1] * sums[1]));
    }
}
