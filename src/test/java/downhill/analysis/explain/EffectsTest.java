package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.data.Scaling;
import downhill.data.Table;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Preprocessing;
import downhill.model.TrainedModel;
import downhill.words.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Permutation importance and effects of columns beside those of scikit-learn, {@code reference/explain.py}. */
class EffectsTest {
    private final JsonNode reference = JsonMapper.builder().build()
            .readTree(EffectsTest.class.getResourceAsStream("/reference/explain.json"));
    private final Table table = table();
    private final TrainedModel formula = Formula.of(table, "y", Map.of("a*b", 2.0, "c*c", 0.5));

    private Table table() {
        StringBuilder csv = new StringBuilder("a,b,c,d,y\n");
        for (int row = 0; row < 60; row++) {
            for (JsonNode cell : reference.get("X").get(row)) {
                csv.append(cell.asDouble()).append(',');
            }
            csv.append(reference.get("y").get(row).asDouble()).append('\n');
        }
        return Made.table(csv.toString());
    }

    private static double[] numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    }

    private static double[] curve(Effect effect) {
        return Arrays.stream(effect.mean()).mapToDouble(point -> point[0]).toArray();
    }

    @Test
    void importanceIsThatOfScikitLearn() {
        int[][] orders = new int[4][];
        Arrays.setAll(orders, i -> Arrays.stream(numbers(reference.get("orders").get(i))).mapToInt(each -> (int) each).toArray());
        List<int[]> each = IntStream.range(0, 4).mapToObj(i -> new int[] {i}).toList();
        try (Explained model = Explained.of(formula)) {
            for (String metric : List.of("r2", "rmse", "mae")) {
                PermutationImportance permutation = new PermutationImportance(model, model.rows(table),
                        ScoreMetric.named(metric, formula.preprocessing().task()), 2);
                List<ColumnImportance> found = permutation.of(each, 4, (feature, repeat) -> orders[repeat], Progress.NONE);
                JsonNode expected = reference.get("importance").get(metric);
                for (int column = 0; column < 4; column++) {
                    ColumnImportance one = found.get(column);
                    assertThat(one.repeats()).containsExactly(numbers(expected.get("repeats").get(column)), within(1e-9));
                    assertThat(one.mean()).isCloseTo(expected.get("mean").get(column).asDouble(), within(1e-9));
                    assertThat(one.sd()).isCloseTo(expected.get("sd").get(column).asDouble(), within(1e-9));
                    assertThat(one.low()).isLessThanOrEqualTo(one.mean());
                }
                assertThat(found.get(3).mean()).isZero();
            }
        }
    }

    /** Student's t of 3 degrees of freedom is 3.1824 at 97.5 %. */
    @Test
    void theIntervalIsStudents() {
        ColumnImportance one = ColumnImportance.of(new double[] {1, 2, 3, 6});
        assertThat(one.mean()).isEqualTo(3);
        assertThat(one.sd()).isCloseTo(Math.sqrt(3.5), within(1e-12));
        assertThat(one.high() - one.mean()).isCloseTo(3.182446305284263 * Math.sqrt(14 / 3.0) / 2, within(1e-9));
        assertThat(one.mean() - one.low()).isCloseTo(one.high() - one.mean(), within(1e-12));
    }

    /** Two columns that are the same: shuffled together they cost all, each by itself less. */
    @Test
    void columnsThatGoTogetherCanBeShuffledTogether() {
        Table twins = Made.table("a,b,c,y\n" + IntStream.range(0, 80).mapToObj(i -> i % 9 + "," + i % 9 + "," + i * 7 % 5 + ","
                + (2 * (i % 9) + i * 7 % 5)).collect(Collectors.joining("\n")));
        try (Explained model = Explained.of(Formula.of(twins, "y", Map.of("a", 1.0, "b", 1.0, "c", 1.0)))) {
            ExplainedRows rows = model.rows(twins);
            PermutationImportance permutation = new PermutationImportance(model, rows,
                    ScoreMetric.usual(model.preprocessing().task()), 2);
            List<ColumnImportance> found = permutation.of(List.of(new int[] {0}, new int[] {1}, new int[] {2}, new int[] {0, 1}), 10, 1,
                    Progress.NONE);
            assertThat(found.get(3).mean()).isGreaterThan(1.5 * found.get(0).mean());
            List<Companions.Pair> pairs = Companions.of(model.columns(), rows);
            assertThat(pairs).hasSize(1);
            assertThat(pairs.get(0).one() + 10 * pairs.get(0).other()).isEqualTo(10);
            assertThat(pairs.get(0).correlation()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void dependenceIsThatOfScikitLearn() {
        try (Explained model = Explained.of(formula)) {
            ExplainedRows rows = model.rows(table);
            PartialDependence partial = new PartialDependence(model, rows);
            ExplainedRows five = rows.pick(new int[] {0, 1, 2, 3, 4});
            for (int column = 0; column < 4; column++) {
                JsonNode expected = reference.get("dependence").get(column);
                double[] grid = EffectGrid.of(model.columns().get(column), rows, 12);
                assertThat(grid).containsExactly(numbers(expected.get("x")), within(1e-12));
                Effect effect = partial.of(column, grid, five, Progress.NONE);
                assertThat(curve(effect)).containsExactly(numbers(expected.get("mean")), within(1e-9));
                for (int row = 0; row < 5; row++) {
                    double[] line = Arrays.stream(effect.lines()[row]).mapToDouble(point -> point[0]).toArray();
                    assertThat(line).containsExactly(numbers(expected.get("lines").get(row)), within(1e-9));
                }
                assertThat(Arrays.stream(effect.near()).sum()).isEqualTo(60);
            }
        }
    }

    @Test
    void dependenceOnTwoIsThatOfScikitLearn() {
        try (Explained model = Explained.of(formula)) {
            ExplainedRows rows = model.rows(table);
            PartialDependence partial = new PartialDependence(model, rows);
            double[] x = EffectGrid.of(model.columns().get(0), rows, 6);
            double[] y = EffectGrid.of(model.columns().get(1), rows, 6);
            assertThat(y).hasSize(5);
            double[][][] found = partial.of(0, x, 1, y, Progress.NONE);
            for (int i = 0; i < x.length; i++) {
                assertThat(Arrays.stream(found[i]).mapToDouble(each -> each[0]).toArray())
                        .containsExactly(numbers(reference.get("pair").get("mean").get(i)), within(1e-9));
            }
            assertThat(Arrays.stream(partial.near(0, x, 1, y)).flatMapToInt(Arrays::stream).sum()).isEqualTo(60);
        }
    }

    /** A linear model's accumulated effects are its line, through 0 at the mean, however columns go together. */
    @Test
    void accumulatedEffectsOfALinearModelAreItsLine() {
        Table houses = Made.table(Made.houses(50));
        Preprocessing steps = Preparation.prepare(houses, Made.spec("price").withScaling(Scaling.NONE).withScaleTarget(false))
                .preprocessing();
        TrainedModel linear = Made.model(Made.LINEAR, steps, 1, 3);
        try (Explained model = Explained.of(linear)) {
            ExplainedRows rows = model.rows(houses);
            for (int column : new int[] {0, 2}) {
                double slope = linear.parameters()[model.columns().get(column).numbers()[0]];
                Effect effect = new AccumulatedEffects(model, rows).of(column, 8, Progress.NONE);
                double[] line = Arrays.stream(effect.x()).map(x -> slope * (x - effect.x()[0])).toArray();
                assertThat(curve(effect.centred())).containsExactly(line, within(1e-9 * Math.abs(line[line.length - 1])));
                double mean = 0;
                for (int end = 1; end < line.length; end++) {
                    mean += (curve(effect)[end - 1] + curve(effect)[end]) / 2 * effect.near()[end];
                }
                assertThat(mean / 50).isCloseTo(0, within(1e-9 * Math.abs(line[line.length - 1])));
                assertThat(Arrays.stream(effect.near()).sum()).isEqualTo(50);
            }
        }
    }

    /** y = a · b with b = a: the true change along a is that of a·a among rows that are there; moved alone, a goes with the mean of b. */
    @Test
    void accumulatedEffectsStayAmongRowsThatAreThere() {
        Table twins = Made.table("a,b,y\n" + IntStream.range(0, 101).mapToObj(i -> i + "," + (i + 0.001 * (i % 3)) + "," + i * i)
                .collect(Collectors.joining("\n")));
        try (Explained model = Explained.of(Formula.of(twins, "y", Map.of("a*b", 1.0)))) {
            ExplainedRows rows = model.rows(twins);
            Effect local = new AccumulatedEffects(model, rows).of(0, 25, Progress.NONE).centred();
            double[] curve = curve(local);
            assertThat(curve[curve.length - 1]).isCloseTo(100 * 100 / 2.0, within(100.0));
            double[] grid = EffectGrid.of(model.columns().get(0), rows, 20);
            Effect partial = new PartialDependence(model, rows).of(0, grid, rows.pick(new int[0]), Progress.NONE);
            assertThat(curve(partial)[1] - curve(partial)[0]).isCloseTo(50 * (grid[1] - grid[0]), within(1.0));
            assertThat(curve[2] - curve[1]).isLessThan(100);
        }
    }

    @Test
    void curvesTellWhichWayTheyGo() {
        double[][] rising = {{1, 5}, {2, 5}, {4, 5}};
        double[][] humped = {{1, 5}, {3, 4}, {2, 3}};
        Effect effect = new Effect(0, new double[] {0, 1, 2}, rising, new double[][][] {rising, humped}, new int[3]);
        assertThat(effect.trend(0)).isEqualTo(Effect.Trend.RISING);
        assertThat(effect.trend(1)).isEqualTo(Effect.Trend.FLAT);
        assertThat(effect.agreeing(0)).isEqualTo(0.5);
        assertThat(effect.reach()).isEqualTo(3);
        Effect other = new Effect(0, new double[] {0, 1, 2}, humped, new double[0][][], new int[3]);
        assertThat(other.trend(0)).isEqualTo(Effect.Trend.NEITHER);
        assertThat(other.trend(1)).isEqualTo(Effect.Trend.FALLING);
        assertThat(other.agreeing(0)).isNaN();
        assertThat(Arrays.deepEquals(other.centred().mean(), new double[][] {{0, 0}, {2, -1}, {1, -2}})).isTrue();
    }

    @Test
    void whatHasNoSingleValueIsSaid() {
        Table houses = Made.table(Made.houses(30));
        try (Explained model = Explained.of(Made.model(Made.LINEAR, Made.prepared(houses, "price").preprocessing(), 1, 3))) {
            assertThatThrownBy(() -> new AccumulatedEffects(model, model.rows(houses)).of(1, 5, Progress.NONE))
                    .isInstanceOf(RefusedException.class).hasMessageContaining("town holds labels");
        }
        Preprocessing air = Samples.prepared("air-passengers").preprocessing();
        try (Explained model = Explained.of(Made.model(Made.LINEAR, air, 1, 1))) {
            ExplainedRows rows = model.rows(Samples.prepared("air-passengers").training(), null);
            assertThatThrownBy(() -> new AccumulatedEffects(model, rows).of(0, 5, Progress.NONE)).hasMessageContaining("24 values");
            assertThatThrownBy(() -> new PartialDependence(model, rows).of(0, new double[2], rows, Progress.NONE))
                    .hasMessageContaining("24 values");
        }
    }
}
