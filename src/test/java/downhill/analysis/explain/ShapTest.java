package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.data.Level;
import downhill.data.Progress;
import downhill.data.Scaling;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Cell;
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

class ShapTest {
    private final Table table = Made.table(Made.houses(40));

    private Prepared prepared(Scaling scaling) {
        return Preparation.prepare(table, Made.spec("price").withScaling(scaling));
    }

    private TrainedModel net(Scaling scaling, long seed) {
        return Made.model(Made.NET, prepared(scaling).preprocessing(), 1, seed);
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static double[][] rows(ExplainedRows rows) {
        return IntStream.range(0, rows.count()).mapToObj(rows::row).toArray(double[][]::new);
    }

    /** Against a plain program, in units of the largest value. */
    private static void isExact(Explained model, ExplainedRows all, int backgroundRows) {
        ExplainedRows background = all.pick(range(0, backgroundRows));
        ExplainedRows some = all.pick(range(10, 13));
        ShapValues shap = new Shap(model, background, 2).of(some, Progress.NONE);
        assertThat(shap.way()).isEqualTo(ShapValues.Way.EXACT);
        assertThat(shap.gap()).isLessThan(1e-12);
        int[][] players = model.columns().stream().map(ExplainedColumn::numbers).toArray(int[][]::new);
        for (int output = 0; output < shap.base().length; output++) {
            int which = output;
            PlainShapley plain = new PlainShapley(players, rows(background), row -> model.answers(row)[which]);
            for (int row = 0; row < 3; row++) {
                double[] expected = plain.values(some.row(row));
                double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
                for (int column = 0; column < players.length; column++) {
                    assertThat(shap.values()[row][column][output]).isCloseTo(expected[column], within(1e-9 * scale));
                }
            }
        }
    }

    @Test
    void valuesOfANetAreThoseOfThePlainProgram() {
        try (Explained model = Explained.of(net(Scaling.STANDARD, 1))) {
            isExact(model, model.rows(table), 7);
        }
    }

    @Test
    void ofClassesInBothScalesToo() {
        try (Explained model = Explained.of(Made.model(Samples.IRIS_MODEL, Samples.iris().preprocessing(), 3, 1))) {
            ExplainedRows rows = model.rows(Samples.iris().training(), null);
            isExact(model, rows, 5);
            isExact(model.in(ClassScale.LOG_ODDS), rows, 5);
        }
    }

    @Test
    void ofSeveralThatAnswerAsOneToo() {
        TrainedEnsemble two = new TrainedEnsemble("Two", List.of(new TrainedEnsemble.Member(0.75, net(Scaling.STANDARD, 1)),
                new TrainedEnsemble.Member(0.25, net(Scaling.MIN_MAX, 2))));
        try (Explained model = Explained.of(two)) {
            isExact(model, model.rows(table), 7);
        }
    }

    @Test
    void windowsOfASeriesAreExplainedByColumn() {
        ModelSpec gru = new ModelSpec(new Architecture.Recurrent(Cell.GRU, 3), Loss.MSE);
        Table rows = Made.table("day,rain,river\n" + IntStream.range(0, 60).mapToObj(i -> "2024-" + (i / 28 + 1) + "-" + (i % 28 + 1) + ","
                + (i * 7 % 11) + "," + (30 + i % 5 + i * 7 % 11)).collect(Collectors.joining("\n")));
        SequenceSpec windows = SequenceSpec.of(4).withLevel(Level.WINDOW);
        Prepared river = Preparation.prepare(rows, Made.spec("river").withSequence(windows));
        try (Explained model = Explained.of(Made.model(gru, river.preprocessing(), 1, 1))) {
            assertThat(model.columns()).extracting(ExplainedColumn::name).contains("rain", "river");
            isExact(model, model.rows(rows), 7);
        }
    }

    /** Thirty columns: drawn by lot, and as far off as it says. */
    @Test
    void manyColumnsAreDrawnByLotAndTellTheirError() {
        ModelSpec net = new ModelSpec(new Architecture.Mlp(List.of(8), Activation.TANH), Loss.BINARY_CROSS_ENTROPY);
        Prepared cancer = Samples.prepared("breast-cancer");
        try (Explained model = Explained.of(Made.model(net, cancer.preprocessing(), 1, 1))) {
            ExplainedRows rows = model.rows(cancer.training(), null);
            ExplainedRows background = rows.pick(range(0, 12));
            ExplainedRows some = rows.pick(range(30, 32));
            ShapValues few = new Shap(model, background, 2, 4, 1).of(some, Progress.NONE);
            ShapValues many = new Shap(model, background, 2, 100, 2).of(some, Progress.NONE);
            assertThat(few.way()).isEqualTo(ShapValues.Way.SAMPLED);
            assertThat(few.gap()).isLessThan(1e-12);
            double squares = 0;
            double most = 0;
            int count = 0;
            for (int row = 0; row < 2; row++) {
                for (int column = 0; column < 30; column++) {
                    double off = few.values()[row][column][1] - many.values()[row][column][1];
                    double error = Math.hypot(few.errors()[row][column][1], many.errors()[row][column][1]);
                    assertThat(many.errors()[row][column][1]).isLessThan(few.errors()[row][column][1] + 1e-6);
                    squares += off * off / (error * error);
                    most = Math.max(most, Math.abs(many.values()[row][column][1]));
                    count++;
                }
            }
            assertThat(Math.sqrt(squares / count)).isBetween(0.5, 2.5);
            assertThat(most).isGreaterThan(0.01);
            ShapValues again = new Shap(model, background, 1, 4, 1).of(some, Progress.NONE);
            assertThat(Arrays.deepEquals(again.values(), few.values())).isTrue();
        }
    }

    @Test
    void aLinearModelHasNoErrorByLot() {
        try (Explained model = Explained.of(Made.model(Made.LINEAR, prepared(Scaling.STANDARD).preprocessing(), 1, 3))) {
            ExplainedRows rows = model.rows(table);
            ExplainedRows background = rows.pick(range(0, 9));
            double[][] values = new double[4][1];
            double[][] errors = new double[4][1];
            new SampledShap(model, background, 2, 0).run(rows.row(20), 0, values, errors, Progress.NONE);
            double[][] exact = new ExactShap(model, background).values(rows.row(20), Progress.NONE);
            for (int column = 0; column < 4; column++) {
                assertThat(values[column][0]).isCloseTo(exact[column][0], within(1e-6));
                assertThat(errors[column][0]).isLessThan(1e-6);
            }
        }
    }

    /** y = 3·a·b + 5·c: a product of two columns shows as what they do together, and columns of no use get nothing. */
    @Test
    void aProductIsToldByInteractions() {
        Table numbers = Made.table("a,b,c,d,y\n" + IntStream.range(0, 60).mapToObj(i -> {
            int a = i * 7 % 13 - 6;
            int b = i * 5 % 11 - 5;
            int c = i * 3 % 17;
            return a + "," + b + "," + c + "," + i * 11 % 19 + "," + (3 * a * b + 5 * c);
        }).collect(Collectors.joining("\n")));
        try (Explained model = Explained.of(Formula.of(numbers, "y", Map.of("a*b", 3.0, "c", 5.0)))) {
            ExplainedRows rows = model.rows(numbers);
            double[][][] shared = new Shap(model, rows, 2).interactions(rows.pick(new int[] {4}), Progress.NONE)[0];
            double a = numbers.column("a").number(4);
            double b = numbers.column("b").number(4);
            double meanA = IntStream.range(0, 60).mapToDouble(i -> numbers.column("a").number(i)).average().orElseThrow();
            double meanB = IntStream.range(0, 60).mapToDouble(i -> numbers.column("b").number(i)).average().orElseThrow();
            double meanAb = IntStream.range(0, 60).mapToDouble(i -> numbers.column("a").number(i) * numbers.column("b").number(i))
                    .average().orElseThrow();
            assertThat(2 * shared[0][1][0]).isCloseTo(3 * (a * b - a * meanB - b * meanA + meanAb), within(1e-9));
            assertThat(shared[0][2][0]).isCloseTo(0, within(1e-9));
            assertThat(shared[2][2][0]).isNotCloseTo(0, within(1.0));
            assertThat(Arrays.stream(shared[3]).mapToDouble(each -> Math.abs(each[0])).sum()).isLessThan(1e-9);
        }
    }

    @Test
    void whatCannotBeExplainedIsSaid() {
        TrainedModel net = net(Scaling.STANDARD, 1);
        double[] lost = net.parameters().clone();
        lost[0] = Double.NaN;
        try (Explained model = Explained.of(net)) {
            ExplainedRows rows = model.rows(table);
            assertThatThrownBy(() -> new Shap(model, rows.pick(new int[0]), 1)).isInstanceOf(RefusedException.class)
                    .hasMessageContaining("no background row");
            assertThatThrownBy(() -> new Shap(model.with(lost), rows, 1).of(rows, Progress.NONE)).isInstanceOf(RefusedException.class)
                    .hasMessageContaining("no finite number");
            for (int threads = 1; threads <= 2; threads++) {
                int used = threads;
                int[] asked = {0};
                Progress impatient = Progress.asking(() -> asked[0]++ < 3);
                assertThatThrownBy(() -> new Shap(model, rows, used).of(rows, impatient)).isInstanceOf(CancellationException.class);
            }
        }
    }
}
