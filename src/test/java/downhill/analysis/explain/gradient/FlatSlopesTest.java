package downhill.analysis.explain.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.Made;
import downhill.analysis.explain.Slopes;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.Preprocessing;
import downhill.model.TrainedModel;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Slopes of what does not change, of a way of no length, of noise of no size; and sums made by hand. */
class FlatSlopesTest {
    private static final Table HOUSES = Made.table(Made.houses(40));
    private static final Preprocessing STEPS = Made.prepared(HOUSES, "price").preprocessing();
    private static final TrainedModel NET = Made.model(Made.NET, STEPS, 1, 3);

    private static TrainedModel constant(TrainedModel like) {
        double[] none = new double[like.parameters().length];
        none[none.length - 1] = 0.5;
        return Made.of(like.model(), STEPS, 1, none);
    }

    @Test
    void aConstantHasNoSlopesAndNothingToShareOut() {
        for (TrainedModel like : new TrainedModel[] {Made.model(Made.LINEAR, STEPS, 1, 1), NET}) {
            try (Explained explained = Explained.of(constant(like)); Slopes slopes = new Slopes(explained)) {
                ExplainedRows rows = explained.rows(HOUSES);
                Sensitivity told = Sensitivity.of(slopes, 0, rows.row(1), Sensitivity.mean(rows.values(), rows.size()),
                        Sensitivity.ranges(rows.values(), rows.size()), 1, Progress.NONE);
                assertThat(told.answer()).isEqualTo(told.base()).isEqualTo(STEPS.target().decode(0.5, Double.NaN));
                for (double[] each : new double[][] {told.gradient(), told.timesInput(), told.integrated(), told.smooth()}) {
                    assertThat(Arrays.stream(each).allMatch(number -> number == 0)).isTrue();
                }
                assertThat(told.lacks()).isZero();
            }
        }
    }

    @Test
    void withoutNoiseSmoothGradIsTheGradient() {
        try (Explained explained = Explained.of(NET); Slopes slopes = new Slopes(explained)) {
            ExplainedRows rows = explained.rows(HOUSES);
            double[] zero = new double[rows.size()];
            Sensitivity still = Sensitivity.of(slopes, 0, rows.row(2), zero, zero, 1, Progress.NONE);
            double size = Arrays.stream(still.gradient()).map(Math::abs).max().orElseThrow();
            assertThat(size).isPositive();
            assertThat(still.smooth()).containsExactly(still.gradient(), within(1e-12 * size));
            double[] ranges = Sensitivity.ranges(rows.values(), rows.size());
            Sensitivity noisy = Sensitivity.of(slopes, 0, rows.row(2), zero, ranges, 1, Progress.NONE);
            double[] off = IntStream.range(0, zero.length).mapToDouble(i -> Math.abs(noisy.smooth()[i] - noisy.gradient()[i])).toArray();
            assertThat(Arrays.stream(off).max().orElseThrow()).isGreaterThan(1e-6 * size);
            assertThat(noisy.smooth()).as("one seed, one noise")
                    .containsExactly(Sensitivity.of(slopes, 0, rows.row(2), zero, ranges, 1, Progress.NONE).smooth());
        }
    }

    @Test
    void theWayToItselfGainsNothingAndTheWayBackTakesWhatWasGained() {
        try (Explained explained = Explained.of(NET); Slopes slopes = new Slopes(explained)) {
            ExplainedRows rows = explained.rows(HOUSES);
            double[] ranges = new double[rows.size()];
            double[] one = rows.row(3);
            double[] other = rows.row(8);
            assertThat(Sensitivity.of(slopes, 0, one, one, ranges, 1, Progress.NONE).integrated()).containsOnly(0);
            Sensitivity there = Sensitivity.of(slopes, 0, one, other, ranges, 1, Progress.NONE);
            Sensitivity back = Sensitivity.of(slopes, 0, other, one, ranges, 1, Progress.NONE);
            double[] turned = Arrays.stream(back.integrated()).map(each -> -each).toArray();
            double gained = Math.abs(there.answer() - there.base());
            assertThat(gained).isPositive();
            assertThat(there.integrated()).containsExactly(turned, within(1e-5 * gained));
            for (int i = 0; i < one.length; i++) {
                assertThat(one[i] == other[i] && there.integrated()[i] != 0).as("what is the same on the whole way gains nothing")
                        .isFalse();
            }
        }
    }

    /** ∫ along the way by two thousand equal steps. */
    @Test
    void whatIsIntegratedIsTheSumOfManySmallSteps() {
        try (Explained explained = Explained.of(NET); Slopes slopes = new Slopes(explained)) {
            ExplainedRows rows = explained.rows(HOUSES);
            int size = rows.size();
            double[] one = rows.row(3);
            double[] base = Sensitivity.mean(rows.values(), size);
            int steps = 2000;
            double[] way = new double[steps * size];
            Arrays.setAll(way, i -> base[i % size] + (i / size + 0.5) / steps * (one[i % size] - base[i % size]));
            double[] all = slopes.of(way, 0);
            double[] sum = new double[size];
            IntStream.range(0, all.length).forEach(i -> sum[i % size] += all[i] / steps * (one[i % size] - base[i % size]));
            Sensitivity told = Sensitivity.of(slopes, 0, one, base, new double[size], 1, Progress.NONE);
            double most = Arrays.stream(sum).map(Math::abs).max().orElseThrow();
            assertThat(told.integrated()).containsExactly(sum, within(1e-5 * most));
        }
    }

    @Test
    void meansRangesAndColumnsAreThoseCountedByHand() {
        double[] rows = {1, -2, 5, 3, 4, 5, 8, -8, 5};
        assertThat(Sensitivity.mean(rows, 3)).containsExactly(new double[] {4, -2, 5}, within(1e-12));
        assertThat(Sensitivity.ranges(rows, 3)).containsExactly(7, 12, 0);
        assertThat(Sensitivity.ranges(new double[] {3, 4}, 2)).containsExactly(0, 0);
        assertThat(rows).as("not written to").containsExactly(1, -2, 5, 3, 4, 5, 8, -8, 5);
        try (Explained explained = Explained.of(NET)) {
            double[] ones = IntStream.range(0, explained.size()).mapToDouble(i -> 1).toArray();
            double[] columns = Sensitivity.byColumn(ones, explained.columns());
            assertThat(columns).as("a label has a number for each of its towns").hasSize(4);
            assertThat(columns[0]).isEqualTo(1);
            assertThat(columns[1]).isEqualTo(3);
            assertThat(Arrays.stream(columns).sum()).isEqualTo(explained.size());
        }
    }

    @Test
    void answersToldMoreCoarselyThanAskedForAreNotCutUpForEver() {
        Path.Asked coarse = new Path.Asked() {
            @Override
            public double[] answers(double[] rows) {
                return DoubleStream.of(rows).map(x -> (float) (0.1 * x * x)).toArray();
            }

            @Override
            public double[] slopes(double[] rows) {
                return DoubleStream.of(rows).map(x -> 0.2 * x).toArray();
            }
        };
        double[] whole = new Path(coarse, new double[] {0}, new double[] {1}, 1e-12).integrated(Progress.NONE);
        assertThat(whole[0]).isCloseTo(0.1, within(1e-6));
    }
}
