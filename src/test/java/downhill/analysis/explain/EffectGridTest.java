package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.Progress;
import downhill.data.Table;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where effects are told, of columns with many values, with few, and with one that nearly all rows have. */
class EffectGridTest {
    private static double[] grid(int rows, int points, IntUnaryOperator cell) {
        Table table = Made.table("a,b,y\n" + IntStream.range(0, rows).mapToObj(i -> cell.applyAsInt(i) + "," + i + "," + 2 * i)
                .collect(Collectors.joining("\n")));
        try (Explained model = Explained.of(Formula.of(table, "y", Map.of("b", 2.0)))) {
            int a = model.columns().stream().map(ExplainedColumn::name).toList().indexOf("a");
            return EffectGrid.of(model.columns().get(a), model.rows(table), points);
        }
    }

    @Test
    void fewValuesAreAllTold() {
        assertThat(grid(40, 5, i -> 10 * (i % 4))).containsExactly(0, 10, 20, 30);
        assertThat(grid(40, 4, i -> 10 * (i % 4))).as("as many as points: spaced over the tails' ends").hasSize(4);
    }

    /** 96 of 100 rows say 0: from the 5 % to the 95 % quantile there is no way to go, so all values are told. */
    @Test
    void valuesThatNearlyAllRowsShareDoNotHideTheOthers() {
        assertThat(grid(100, 4, i -> i < 96 ? 0 : i)).containsExactly(0, 96, 97, 98, 99);
    }

    @Test
    void manyValuesAreCutAtTheirTailsAndEquallySpaced() {
        double[] grid = grid(201, 11, i -> i * 83 % 201);
        assertThat(grid).hasSize(11);
        for (int i = 1; i < 11; i++) {
            assertThat(grid[i] - grid[i - 1]).isCloseTo((grid[10] - grid[0]) / 10, within(1e-9));
        }
        assertThat(grid[0]).isBetween(9.0, 11.0);
        assertThat(grid[0] + grid[10]).as("as far from either end").isCloseTo(200, within(1e-9));
    }

    /** The k-th of n values is the quantile at (k − 0.4) / (n + 0.2). */
    @Test
    void quantilesPassThroughTheValues() {
        double[] sorted = {-3, 0, 1, 1, 4, 9, 12.5};
        for (int k = 1; k <= sorted.length; k++) {
            assertThat(EffectGrid.quantile(sorted, (k - 0.4) / (sorted.length + 0.2))).isCloseTo(sorted[k - 1], within(1e-9));
        }
        assertThat(EffectGrid.quantile(sorted, 0.5)).isCloseTo(1, within(1e-9));
        assertThat(EffectGrid.quantile(sorted, 0)).isEqualTo(-3);
        assertThat(EffectGrid.quantile(sorted, 1)).isEqualTo(12.5);
        assertThat(EffectGrid.quantile(new double[] {8}, 0.05)).isEqualTo(8);
        assertThat(EffectGrid.quantile(new double[] {2, 4}, 0.5)).isEqualTo(3);
    }

    @Test
    void valuesThatDifferByRoundingAloneAreOne() {
        assertThat(EffectGrid.distinct(new double[] {0.1 + 0.2, Math.nextUp(0.1 + 0.2), 0.4})).containsExactly(0.1 + 0.2, 0.4);
        assertThat(EffectGrid.distinct(new double[] {-1e9, 1, 1.1, 1e9})).as("what is told apart stays apart").hasSize(4);
        assertThat(EffectGrid.distinct(new double[] {0, 0, 0})).containsExactly(0);
        assertThat(EffectGrid.distinct(new double[0])).isEmpty();
    }

    @Test
    void everyValueIsNearestToOnePoint() {
        assertThat(EffectGrid.near(new double[] {0, 10, 30}, new double[] {-5, 4, 6, 10, 21, 99})).containsExactly(2, 2, 2);
        assertThat(EffectGrid.near(new double[] {0, 10}, new double[] {5})).as("half way: the lower").containsExactly(1, 0);
        assertThat(EffectGrid.near(new double[0], new double[] {5})).isEmpty();
        double[] values = IntStream.range(0, 50).mapToDouble(i -> i * i % 37).toArray();
        assertThat(Arrays.stream(EffectGrid.near(new double[] {1, 8, 20, 33}, values)).sum()).isEqualTo(50);
    }

    @Test
    void aColumnThatIsAlwaysTheSameHasOnePoint() {
        Table same = Made.table("a,b,y\n" + IntStream.range(0, 30).mapToObj(i -> i + ",7," + 3 * i).collect(Collectors.joining("\n")));
        try (Explained model = Explained.of(Formula.of(same, "y", Map.of("a", 3.0)))) {
            ExplainedRows rows = model.rows(same);
            ExplainedRows one = rows.pick(new int[] {4, 4, 4});
            Effect partial = new PartialDependence(model, one).of(0, EffectGrid.of(model.columns().get(0), one, 10), one, Progress.NONE);
            assertThat(partial.x()).containsExactly(4);
            assertThat(partial.mean()[0]).containsExactly(12);
            assertThat(partial.near()).containsExactly(3);
            assertThat(partial.trend(0)).isEqualTo(Effect.Trend.FLAT);
            Effect local = new AccumulatedEffects(model, one).of(0, 10, Progress.NONE);
            assertThat(local.x()).containsExactly(4);
            assertThat(local.mean()).hasSize(1);
            assertThat(local.mean()[0]).containsExactly(0);
        }
    }
}
