package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.data.Progress;
import downhill.data.Relation;
import downhill.data.Scaling;
import downhill.data.Table;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.TargetStep;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdditiveShapTest {
    private final Table table = Made.table(Made.houses(40));
    private final Preprocessing steps = Preparation.prepare(table, Made.spec("price").withScaling(Scaling.STANDARD)).preprocessing();

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static double[][] rows(ExplainedRows rows) {
        return IntStream.range(0, rows.count()).mapToObj(rows::row).toArray(double[][]::new);
    }

    /** w · (x − mean of the background), the weights told in the unit of the file. */
    private static void isLinear(TrainedModel linear, Table table, double atLeast) {
        try (Explained model = Explained.of(linear)) {
            ExplainedRows all = model.rows(table);
            ExplainedRows background = all.pick(range(0, 17));
            ExplainedRows some = all.pick(range(20, 30));
            ShapValues shap = new Shap(model, background, 1).of(some, Progress.NONE);
            assertThat(shap.way()).isEqualTo(ShapValues.Way.ADDITIVE);
            double unit = linear.preprocessing().target() instanceof TargetStep.NumberTarget target ? target.scale() : 1;
            for (int column = 0; column < model.columns().size(); column++) {
                for (int row = 0; row < some.count(); row++) {
                    double expected = 0;
                    for (int place : model.columns().get(column).numbers()) {
                        double mean = Arrays.stream(rows(background)).mapToDouble(each -> each[place]).average().orElseThrow();
                        expected += unit * linear.parameters()[place] * (some.row(row)[place] - mean);
                    }
                    assertThat(shap.values()[row][column][0]).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
                    atLeast -= Math.abs(expected);
                }
            }
            assertThat(atLeast).isNegative();
        }
    }

    @Test
    void aLinearModelHasItsClosedForm() {
        isLinear(Made.model(Made.LINEAR, steps, 1, 3), table, 1000);
        isLinear(Made.model(new ModelSpec(new Architecture.Mlp(List.of(), List.of()), Loss.MSE), steps, 1, 3), table, 1000);
        isLinear(Made.model(new ModelSpec(new Architecture.Polynomial(1), Loss.MSE), steps, 1, 3), table, 1000);
    }

    /** What is taken for additive without looking gives the same as all coalitions. */
    @Test
    void theClosedFormIsWhatAllCoalitionsGive() {
        ModelSpec logistic = new ModelSpec(new Architecture.Logistic(), Loss.BINARY_CROSS_ENTROPY);
        ModelSpec softmax = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        Preprocessing garden = Made.prepared(table, "garden").preprocessing();
        for (TrainedModel each : List.of(Made.model(logistic, garden, 1, 1), Made.model(softmax, garden, 2, 1),
                Made.model(Made.LINEAR, Made.prepared(table, "built").preprocessing(), 1, 1))) {
            try (Explained whole = Explained.of(each)) {
                Explained model = whole.in(ClassScale.LOG_ODDS);
                ExplainedRows rows = model.rows(table);
                ExplainedRows background = rows.pick(range(0, 9));
                ExplainedRows some = rows.pick(range(9, 12));
                ShapValues shap = new Shap(model, background, 1).of(some, Progress.NONE);
                assertThat(shap.way()).isEqualTo(ShapValues.Way.ADDITIVE);
                for (int row = 0; row < 3; row++) {
                    double[][] exact = new ExactShap(model, background).values(some.row(row), Progress.NONE);
                    for (int column = 0; column < exact.length; column++) {
                        assertThat(shap.values()[row][column]).containsExactly(exact[column], within(1e-9 * Math.max(1, Math.abs(
                                shap.predictions()[row][0]))));
                    }
                }
            }
        }
    }

    @Test
    void whatIsNotAdditiveIsNotTakenForIt() {
        ModelSpec logistic = new ModelSpec(new Architecture.Logistic(), Loss.BINARY_CROSS_ENTROPY);
        try (Explained model = Explained.of(Made.model(logistic, Made.prepared(table, "garden").preprocessing(), 1, 1))) {
            assertThat(AdditiveShap.suits(model)).isFalse();
        }
        for (Architecture kind : List.of(new Architecture.Polynomial(2), new Architecture.Mlp(List.of(), List.of(Activation.TANH)))) {
            try (Explained model = Explained.of(Made.model(new ModelSpec(kind, Loss.MSE), steps, 1, 1))) {
                assertThat(AdditiveShap.suits(model)).isFalse();
            }
        }
        Preprocessing air = Samples.prepared("air-passengers").preprocessing();
        assertThat(((TargetStep.RelativeTarget) air.target()).relation()).isEqualTo(Relation.RATIO);
        assertThat(air.features()).hasOnlyElementsOfTypes(FeatureStep.Relative.class);
        try (Explained model = Explained.of(Made.model(Made.LINEAR, air, 1, 1))) {
            assertThat(AdditiveShap.suits(model)).isFalse();
        }
    }
}
