package downhill.analysis.explain.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.analysis.explain.ClassScale;
import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.Made;
import downhill.analysis.explain.Slopes;
import downhill.data.Progress;
import downhill.data.Scaling;
import downhill.data.Table;
import downhill.data.prepare.Preparation;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Cell;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Slopes are those of the answers themselves, and what is integrated of them adds up. */
class SensitivityTest {
    private static final double STEP = 1e-5;
    private static final ModelSpec RELU = new ModelSpec(new Architecture.Mlp(List.of(16, 16), Activation.RELU), Loss.MSE);

    private static Table sample(String name) {
        return DataSources.load(SampleData.of(name).spec(), null, Progress.NONE).table();
    }

    private static TrainedEnsemble alone(ModelSpec model, String sample, int outputs) {
        return TrainedEnsemble.of(Made.model(model, Samples.prepared(sample).preprocessing(), outputs, 1));
    }

    private static TrainedEnsemble two(TrainedModel one, TrainedModel other) {
        return new TrainedEnsemble("Two", List.of(new TrainedEnsemble.Member(0.75, one), new TrainedEnsemble.Member(0.25, other)));
    }

    private static void slopes(TrainedEnsemble model, Table table) {
        try (Explained plain = Explained.of(model)) {
            double[] row = plain.rows(table).row(2);
            for (ClassScale scale : ClassScale.values()) {
                Explained explained = plain.in(scale);
                try (Slopes slopes = new Slopes(explained)) {
                    for (int output = 0; output < explained.outputs().size(); output++) {
                        double[] found = slopes.of(row, output);
                        double size = Arrays.stream(found).map(Math::abs).max().orElseThrow();
                        assertThat(size).isPositive();
                        for (int i = 0; i < row.length; i++) {
                            double slope = (answer(explained, row, i, STEP, output) - answer(explained, row, i, -STEP,
                                    output)) / (2 * STEP);
                            assertThat(found[i]).as("%s of %s, number %s", scale, output, i).isCloseTo(slope, within(1e-6 * size));
                        }
                    }
                }
            }
        }
    }

    private static double answer(Explained explained, double[] row, int place, double by, int output) {
        double[] moved = row.clone();
        moved[place] += by;
        return explained.answers(moved)[output];
    }

    @Test
    void slopesAreThoseOfNumbersInTheirUnit() {
        Table houses = Made.table(Made.houses(60));
        TrainedModel one = Made.model(Made.NET, Made.prepared(houses, "price").preprocessing(), 1, 1);
        TrainedModel other = Made.model(Made.NET, Preparation.prepare(houses, Made.spec("price").withScaling(Scaling.MIN_MAX))
                .preprocessing(), 1, 2);
        slopes(TrainedEnsemble.of(one), houses);
        slopes(two(one, other), houses);
    }

    @Test
    void ofClassesInBothScales() {
        Table iris = sample("iris");
        TrainedModel net = Made.model(Samples.IRIS_MODEL, Samples.iris().preprocessing(), 3, 1);
        slopes(TrainedEnsemble.of(net), iris);
        slopes(two(net, Made.model(Samples.IRIS_MODEL, Samples.iris().preprocessing(), 3, 2)), iris);
        slopes(alone(new ModelSpec(new Architecture.Mlp(List.of(3), Activation.TANH), Loss.BINARY_CROSS_ENTROPY), "breast-cancer", 1),
                sample("breast-cancer"));
    }

    @Test
    void ofSeriesWithWhatTargetsAreRelativeTo() {
        slopes(alone(new ModelSpec(new Architecture.Recurrent(Cell.GRU, 3), Loss.MSE), "air-passengers", 1), sample("air-passengers"));
    }

    private static void complete(TrainedEnsemble model, Table table, int output) {
        try (Explained explained = Explained.of(model); Slopes slopes = new Slopes(explained)) {
            ExplainedRows rows = explained.rows(table);
            double[] baseline = Sensitivity.mean(rows.values(), rows.size());
            double[] ranges = Sensitivity.ranges(rows.values(), rows.size());
            for (int row = 0; row < 3; row++) {
                Sensitivity told = Sensitivity.of(slopes, output, rows.row(row * 7), baseline, ranges, 1, Progress.NONE);
                assertThat(told.answer()).isEqualTo(explained.answers(rows.row(row * 7))[output]);
                assertThat(Math.abs(told.lacks())).isLessThan(1e-6 * Math.max(1e-3, Math.abs(told.answer() - told.base())));
                double[] columns = Sensitivity.byColumn(told.integrated(), explained.columns());
                assertThat(Arrays.stream(columns).sum()).isCloseTo(told.answer() - told.base(),
                        within(1e-6 * Math.max(1, Math.abs(told.answer() - told.base()))));
            }
        }
    }

    /** Kinks on the way are closed in on: fifty equal steps would be off by a hundredth. */
    @Test
    void integratedGradientsAreComplete() {
        Table houses = Made.table(Made.houses(60));
        complete(TrainedEnsemble.of(Made.model(RELU, Made.prepared(houses, "price").preprocessing(), 1, 1)), houses, 0);
        complete(TrainedEnsemble.of(Made.model(Samples.IRIS_MODEL, Samples.iris().preprocessing(), 3, 1)), sample("iris"), 2);
        complete(alone(new ModelSpec(new Architecture.Recurrent(Cell.GRU, 3), Loss.MSE), "air-passengers", 1), sample("air-passengers"), 0);
        complete(alone(new ModelSpec(Architecture.Cnn.digits(), Loss.CROSS_ENTROPY), "digits", 10), sample("digits"), 3);
    }

    @Test
    void ofALinearModelAllSayTheSame() {
        Table houses = Made.table(Made.houses(60));
        TrainedModel model = Made.model(Made.LINEAR, Made.prepared(houses, "price").preprocessing(), 1, 1);
        try (Explained explained = Explained.of(model); Slopes slopes = new Slopes(explained)) {
            ExplainedRows rows = explained.rows(houses);
            double[] zero = new double[rows.size()];
            Sensitivity told = Sensitivity.of(slopes, 0, rows.row(4), zero, Sensitivity.ranges(rows.values(), rows.size()), 1,
                    Progress.NONE);
            assertThat(told.integrated()).containsExactly(told.timesInput(), within(1e-6 * Math.abs(told.answer())));
            assertThat(told.smooth()).containsExactly(told.gradient(), within(1e-6 * Math.abs(told.answer())));
            assertThatThrownBy(() -> Sensitivity.of(slopes, 0, rows.row(4), zero, zero, 1, Progress.asking(() -> false)))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
