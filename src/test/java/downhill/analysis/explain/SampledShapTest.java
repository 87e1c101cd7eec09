package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.data.Progress;
import downhill.data.Scaling;
import downhill.data.Table;
import downhill.data.prepare.Preparation;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.words.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values drawn by lot against those of all coalitions, and what holds of both. */
class SampledShapTest {
    private static final int[] NINE = IntStream.range(0, 9).toArray();

    private final Table houses = Made.table(Made.houses(30));

    private TrainedModel net(Scaling scaling, long seed) {
        return Made.model(Made.NET, Preparation.prepare(houses, Made.spec("price").withScaling(scaling)).preprocessing(), 1, seed);
    }

    /** Values and standard errors of one row, [2][columns][outputs]. */
    private static double[][][] drawn(Explained model, ExplainedRows background, double[] row, int rounds, long seed) {
        double[][][] both = new double[2][model.columns().size()][model.outputs().size()];
        new SampledShap(model, background, rounds, seed).run(row, 0, both[0], both[1], Progress.NONE);
        return both;
    }

    private static double sum(double[][] values, int output) {
        return Arrays.stream(values).mapToDouble(each -> each[output]).sum();
    }

    /** An order and its reverse together share a product of two in halves, as all orders do: nothing is left to the lot. */
    @Test
    void productsOfTwoAreSharedExactlyByTwoRounds() {
        Table numbers = Made.table("a,b,c,d,y\n" + IntStream.range(0, 30).mapToObj(i -> (i * 7 % 13 - 6) + "," + i * 5 % 11 + ","
                + i * 3 % 17 + "," + i * 11 % 19 + "," + i).collect(Collectors.joining("\n")));
        try (Explained model = Explained.of(Formula.of(numbers, "y", Map.of("a*b", 3.0, "c*d", -2.0, "b*c", 1.0, "d*d", 0.5)))) {
            ExplainedRows rows = model.rows(numbers);
            double[][] exact = new ExactShap(model, rows.pick(NINE)).values(rows.row(20), Progress.NONE);
            double[][][] two = drawn(model, rows.pick(NINE), rows.row(20), 2, 5);
            for (int column = 0; column < 4; column++) {
                assertThat(two[0][column][0]).isCloseTo(exact[column][0], within(1e-9));
                assertThat(two[1][column][0]).isLessThan(1e-9);
            }
            assertThat(Math.abs(exact[0][0])).isGreaterThan(1);
        }
    }

    /** Sixteen times as many rounds: a quarter of the error, the one that is told and the one there is. */
    @Test
    void errorsShrinkWithTheRootOfTheRounds() {
        ModelSpec bent = new ModelSpec(new Architecture.Mlp(List.of(6), Activation.TANH), Loss.BINARY_CROSS_ENTROPY);
        try (Explained model = Explained.of(Made.model(bent, Samples.prepared("breast-cancer").preprocessing(), 1, 1))) {
            ExplainedRows rows = model.rows(Samples.prepared("breast-cancer").training(), null);
            ExplainedRows background = rows.pick(new int[] {3});
            double[][] nearly = drawn(model, background, rows.row(40), 1000, 99)[0];
            double[] told = new double[2];
            double[] real = new double[2];
            for (int seed = 0; seed < 6; seed++) {
                for (int which = 0; which < 2; which++) {
                    double[][][] found = drawn(model, background, rows.row(40), which == 0 ? 5 : 80, seed);
                    for (int column = 0; column < nearly.length; column++) {
                        told[which] += found[1][column][1];
                        real[which] += Math.abs(found[0][column][1] - nearly[column][1]);
                    }
                    assertThat(sum(found[0], 1)).as("every round adds up").isCloseTo(sum(nearly, 1), within(1e-9));
                }
            }
            assertThat(told[1] / told[0]).isBetween(0.18, 0.35);
            assertThat(real[1] / real[0]).isBetween(0.15, 0.4);
        }
    }

    @Test
    void theLotDecidesWhereThereIsMoreThanPairsAndTheSeedAlone() {
        try (Explained model = Explained.of(net(Scaling.STANDARD, 2))) {
            ExplainedRows rows = model.rows(houses);
            double[][][] one = drawn(model, rows.pick(NINE), rows.row(20), 3, 5);
            assertThat(Arrays.deepEquals(drawn(model, rows.pick(NINE), rows.row(20), 3, 5), one)).isTrue();
            double[][][] other = drawn(model, rows.pick(NINE), rows.row(20), 3, 6);
            assertThat(Arrays.deepEquals(other[0], one[0])).isFalse();
            assertThat(sum(one[1], 0)).isPositive();
            double[][] exact = new ExactShap(model, rows.pick(NINE)).values(rows.row(20), Progress.NONE);
            double[][] many = drawn(model, rows.pick(NINE), rows.row(20), 300, 5)[0];
            double scale = Arrays.stream(exact).mapToDouble(each -> Math.abs(each[0])).max().orElseThrow();
            for (int column = 0; column < 4; column++) {
                assertThat(many[column][0]).isCloseTo(exact[column][0], within(0.01 * scale));
            }
        }
    }

    /** In a column where the row is as all the background is, there is nothing to tell; of the background's only row nothing at all. */
    @Test
    void whatDoesNotDifferGetsNothing() {
        try (Explained model = Explained.of(net(Scaling.STANDARD, 2))) {
            ExplainedRows rows = model.rows(houses);
            ExplainedRows one = rows.pick(new int[] {4});
            double[] changed = rows.row(4);
            model.columns().get(1).write((model.columns().get(1).value(changed, 0) + 1) % 3, changed, 0);
            double[][][] drawn = drawn(model, one, changed, 4, 1);
            double[][] exact = new ExactShap(model, one).values(changed, Progress.NONE);
            double difference = model.answers(changed)[0] - model.answers(rows.row(4))[0];
            for (double[][] values : new double[][][] {drawn[0], exact}) {
                assertThat(values[1][0]).isCloseTo(difference, within(1e-9 * Math.abs(difference)));
                assertThat(new double[] {values[0][0], values[2][0], values[3][0]}).containsOnly(0);
            }
            ShapValues itself = new Shap(model, one, 1).of(one, Progress.NONE);
            assertThat(Arrays.stream(itself.values()[0]).flatMapToDouble(Arrays::stream).toArray()).containsOnly(0);
            assertThat(itself.base()).containsExactly(itself.predictions()[0], within(1e-9));
        }
    }

    @Test
    void whatOneClassGainsTheOthersLose() {
        try (Explained model = Explained.of(Made.model(Samples.IRIS_MODEL, Samples.iris().preprocessing(), 3, 1))) {
            ExplainedRows rows = model.rows(Samples.iris().training(), null);
            double[][] exact = new Shap(model, rows.pick(NINE), 1).of(rows.pick(new int[] {30}), Progress.NONE).values()[0];
            double[][] drawn = drawn(model, rows.pick(NINE), rows.row(30), 3, 1)[0];
            for (int column = 0; column < 4; column++) {
                assertThat(Arrays.stream(exact[column]).sum()).isCloseTo(0, within(1e-12));
                assertThat(Arrays.stream(drawn[column]).sum()).isCloseTo(0, within(1e-12));
                assertThat(exact[column][0]).isNotCloseTo(0, within(1e-6));
            }
        }
    }

    @Test
    void valuesOfSeveralThatAnswerAsOneAreTheirsByWeight() {
        TrainedModel one = net(Scaling.STANDARD, 1);
        TrainedModel other = net(Scaling.MIN_MAX, 2);
        TrainedEnsemble two = new TrainedEnsemble("Two", List.of(new TrainedEnsemble.Member(0.75, one),
                new TrainedEnsemble.Member(0.25, other)));
        try (Explained both = Explained.of(two); Explained first = Explained.of(one); Explained second = Explained.of(other)) {
            double[][] mixed = drawn(both, both.rows(houses).pick(NINE), both.rows(houses).row(20), 3, 7)[0];
            double[][] a = drawn(first, first.rows(houses).pick(NINE), first.rows(houses).row(20), 3, 7)[0];
            double[][] b = drawn(second, second.rows(houses).pick(NINE), second.rows(houses).row(20), 3, 7)[0];
            for (int column = 0; column < 4; column++) {
                assertThat(mixed[column][0]).as("the same orders").isCloseTo(0.75 * a[column][0] + 0.25 * b[column][0], within(1e-6));
            }
        }
    }

    /** With one column all that a prediction is off the base is that column's, whichever way it is had. */
    @Test
    void oneColumnHasItAll() {
        Table one = Made.table("a,y\n" + IntStream.range(0, 30).mapToObj(i -> i + "," + i * i).collect(Collectors.joining("\n")));
        for (ModelSpec spec : List.of(Made.NET, Made.LINEAR)) {
            try (Explained model = Explained.of(Made.model(spec, Made.prepared(one, "y").preprocessing(), 1, 1))) {
                ExplainedRows rows = model.rows(one);
                ExplainedRows some = rows.pick(new int[] {25});
                ShapValues shap = new Shap(model, rows.pick(NINE), 1).of(some, Progress.NONE);
                double base = Arrays.stream(model.answers(rows.pick(NINE).values())).average().orElseThrow();
                double all = model.answers(rows.row(25))[0] - base;
                assertThat(Math.abs(all)).isGreaterThan(0.01);
                assertThat(shap.base()[0]).isCloseTo(base, within(1e-9));
                assertThat(shap.values()[0][0][0]).isCloseTo(all, within(1e-9));
                assertThat(shap.importance(0)).containsExactly(new double[] {Math.abs(all)}, within(1e-9));
                assertThat(drawn(model, rows.pick(NINE), rows.row(25), 2, 0)[0][0][0]).isCloseTo(all, within(1e-9));
                assertThat(new Shap(model, rows.pick(NINE), 1).interactions(some, Progress.NONE)[0][0][0][0])
                        .isCloseTo(all, within(1e-9));
            }
        }
    }

    @Test
    void howMuchAColumnMattersAndHowWellAllAddUp() {
        double[][][] values = {{{1, 0}, {-2, 4}}, {{-3, 0}, {0, 4}}};
        ShapValues right = new ShapValues(ShapValues.Way.EXACT, new double[] {10, 0}, new double[][] {{9, 4}, {7, 4}}, values, null);
        assertThat(right.importance(0)).containsExactly(2, 1);
        assertThat(right.importance(1)).containsExactly(0, 4);
        assertThat(right.gap()).isZero();
        ShapValues off = new ShapValues(ShapValues.Way.EXACT, new double[] {10, 0}, new double[][] {{9, 4}, {8, 4}}, values, null);
        assertThat(off.gap()).as("1 of 10").isCloseTo(0.1, within(1e-12));
        ShapValues none = new ShapValues(ShapValues.Way.SAMPLED, new double[] {10}, new double[0][], new double[0][][], null);
        assertThat(none.importance(0)).isEmpty();
        assertThat(none.gap()).isZero();
    }

    @Test
    void whatItWouldCostIsToldBeforeAndTooManyPairsAreRefused() {
        try (Explained few = Explained.of(net(Scaling.STANDARD, 1));
                Explained many = Explained.of(Made.model(new ModelSpec(Made.NET.architecture(), Loss.BINARY_CROSS_ENTROPY),
                        Samples.prepared("breast-cancer").preprocessing(), 1, 1))) {
            assertThat(Shap.answers(few, 10)).as("all coalitions of four").isEqualTo(16);
            assertThat(Shap.answers(many, 10)).as("thirty there and back, and the beginning").isEqualTo(610);
            ExplainedRows rows = many.rows(Samples.prepared("breast-cancer").training(), null);
            Shap shap = new Shap(many, rows.pick(NINE), 1, 2, 0);
            assertThatThrownBy(() -> shap.interactions(rows, Progress.NONE)).isInstanceOf(RefusedException.class)
                    .hasMessageContaining("30").hasMessageContaining("14");
            int[] asked = {0};
            Progress impatient = Progress.asking(() -> asked[0]++ < 6);
            assertThatThrownBy(() -> shap.of(rows, impatient)).isInstanceOf(CancellationException.class);
            assertThat(asked[0]).isLessThan(10);
        }
    }
}
