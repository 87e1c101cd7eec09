package downhill.compress;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.ensemble.Estimate;
import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.analysis.verdict.PairedTest;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.Quantisation;
import downhill.model.Teaching;
import downhill.model.TrainedModel;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is promised of digits, on rows that no model learned from. */
class SmallerDigitsTest {
    private static Prepared rows;
    private static TrainedModel first;
    private static TrainedModel trained;

    /** The same rows judge all. */
    @BeforeAll
    static void train() {
        rows = DataSources.prepare(SampleData.of("digits").spec(), null, Progress.NONE);
        first = drawn(rows, 0, 64, 32);
        trained = learned(first, rows, 900);
    }

    private static TrainedModel drawn(Prepared of, long seed, Integer... hidden) {
        ModelSpec spec = new ModelSpec(new Architecture.Mlp(List.of(hidden), Activation.RELU), Loss.CROSS_ENTROPY);
        double[] row = InitialValues.row(spec, InputShape.of(of.inputShape()), 10, seed);
        return new TrainedModel("digits", spec, of.preprocessing(), 10, row, new TrainedModel.Origin("adam", Map.of("learningRate", 0.003),
                0, seed, "float", "FINISHED", Double.NaN, Double.NaN));
    }

    private static TrainedModel learned(TrainedModel model, Prepared from, long steps) {
        Training how = new Training(from, 32, model.training().seed());
        return model.with("learned", model.model(), how.on(model, model.model(), model.parameters(), null, steps, Progress.NONE));
    }

    private static double accuracy(TrainedModel model) {
        double[] raw = QuantiserTest.answers(model, rows.validation().inputs());
        return Estimate.of(ScoreMetric.ACCURACY, Predictions.of(rows.validation(), raw, 10, model.preprocessing(), Loss.CROSS_ENTROPY), 1, 0)
                .value();
    }

    @Test
    void eightBitsLoseLessThanHalfAPoint() {
        double real = accuracy(trained);
        assertThat(real).isGreaterThan(0.95);
        assertThat(accuracy(Quantiser.quantised(trained, "", 8, Map.of()))).isGreaterThanOrEqualTo(real - 0.005);
        Map<String, Quantisation.Grid> grids = InputRanges.of(trained, rows.training().values());
        assertThat(grids).containsOnlyKeys("dense1", "dense2", "dense3");
        assertThat(accuracy(Quantiser.quantised(trained, "", 8, grids))).isGreaterThanOrEqualTo(real - 0.005);
    }

    /** Four rounds to 7 % of the weights, put back to where they began. */
    @Test
    void aTicketOfSevenPercentLearnsWhatLotsDoNot() {
        SmallerPlan plan = plan(4, 900);
        List<TrainedModel> tickets = new LotteryTicket(trained, first.parameters(), new Training(rows, 32, 0), plan).of("ticket", 0.93,
                Progress.NONE);
        double[] found = tickets.stream().mapToDouble(SmallerDigitsTest::accuracy).toArray();
        assertThat(found[0]).isGreaterThanOrEqualTo(0.94);
        assertThat(found[1]).as("by lot").isLessThan(found[0] - 0.1);
        assertThat(found[2]).as("from a fresh start").isLessThan(found[0]);
        long weights = 64 * 64 + 64 * 32 + 32 * 10;
        assertThat(IntStream.range(0, trained.parameters().length).filter(i -> tickets.get(0).parameters()[i] != 0).count())
                .isLessThanOrEqualTo(Math.round(0.07 * weights) + 64 + 32 + 10);
    }

    private static SmallerPlan plan(int stages, long steps) {
        return new SmallerPlan(List.of(0.93), PruneBy.MAGNITUDE, false, stages, List.of(), false, false, Map.of(), 0, new Teaching(1, 0),
                true, 0, steps, ScoreMetric.ACCURACY, 0);
    }

    /** Ten seeds of first values and orders of rows; of each the same network taught and alone. */
    @Test
    void aTaughtNetworkOfHalfTheSizeIsAtLeastAsGoodAsAlone() {
        double[] gains = IntStream.range(0, 10).mapToDouble(seed -> {
            TrainedModel half = drawn(rows, 100 + seed, 32, 16);
            double alone = accuracy(learned(half, rows, 500));
            double taught = accuracy(Distillation.of(trained, "half", half.model(), new Teaching(3, 0.7),
                    new Training(rows, 32, 100 + seed), 500, 100 + seed, Progress.NONE));
            return taught - alone;
        }).toArray();
        PairedTest verdict = PairedTest.of(gains, 0, 0.005);
        assertThat(verdict.mean()).as("%s", verdict).isGreaterThan(-0.005);
        assertThat(verdict.above() + verdict.equivalent()).isGreaterThan(0.95);
    }

    /** Trained as if rounded, signs alone are better than signs of what was trained without it. */
    @Test
    void whatIsTrainedAsIfRoundedLosesLess() {
        double after = accuracy(Quantiser.quantised(trained, "", 1, Map.of()));
        ModelSpec learning = trained.model().withQuantisation(Quantisation.ofWeights(1).learning(true));
        double[] row = new Training(rows, 32, 0).on(trained, learning, trained.parameters(), null, 400, Progress.NONE);
        TrainedModel aware = Quantiser.quantised(trained.with("", trained.model(), row), "", 1, Map.of());
        assertThat(accuracy(aware)).isGreaterThan(after + 0.03);
        TrainedModel asTrained = trained.with("", learning, row);
        assertThat(QuantiserTest.answers(asTrained, rows.validation().inputs())).containsExactly(
                QuantiserTest.answers(aware, rows.validation().inputs()), org.assertj.core.api.Assertions.within(1e-3));
    }
}
