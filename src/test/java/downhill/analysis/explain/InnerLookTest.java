package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.data.Progress;
import downhill.data.Scaling;
import downhill.data.Table;
import downhill.data.prepare.Preparation;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.model.Architecture;
import downhill.model.Cell;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The inside of a model, beside what it answers. */
class InnerLookTest {
    private final Table houses = Made.table(Made.houses(40));
    private final TrainedModel linear = Made.model(Made.LINEAR, Made.prepared(houses, "price").preprocessing(), 1, 1);

    private static Table air() {
        return DataSources.load(SampleData.of("air-passengers").spec(), null, Progress.NONE).table();
    }

    @Test
    void theFirstLayerOfALinearModelIsItsWeights() {
        try (Explained explained = Explained.of(linear)) {
            double[] found = InnerLook.of(explained).firstWeights();
            double[] w = linear.parameters();
            assertThat(found[0]).isCloseTo(Math.abs(w[0]), within(1e-12));
            assertThat(found[1]).as("three towns").isCloseTo(Math.sqrt(w[1] * w[1] + w[2] * w[2] + w[3] * w[3]), within(1e-12));
            assertThat(InnerLook.of(explained).lit(explained.rows(houses).row(0), 3)).as("it has no units").isEmpty();
        }
    }

    @Test
    void unitsAreOrderedAndThoseOfTheRow() {
        try (Explained explained = Explained.of(Made.model(Made.NET, Made.prepared(houses, "price").preprocessing(), 1, 1))) {
            ExplainedRows rows = explained.rows(houses);
            List<InnerLook.Lit> lit = InnerLook.of(explained).lit(rows.row(0), 4);
            assertThat(lit).hasSize(4).isNotEqualTo(InnerLook.of(explained).lit(rows.row(5), 4))
                    .isSortedAccordingTo((a, b) -> Double.compare(Math.abs(b.value()), Math.abs(a.value())));
            assertThat(lit).allMatch(each -> each.layer().equals("dense1.activation") && each.unit() < 6 && Math.abs(each.value()) < 1);
        }
    }

    @Test
    void attentionHasShares() {
        ModelSpec transformer = new ModelSpec(new Architecture.Transformer(4, 2, 8), Loss.MSE);
        try (Explained explained = Explained.of(Made.model(transformer, Samples.prepared("air-passengers").preprocessing(), 1, 1))) {
            List<InnerLook.Attention> found = InnerLook.of(explained).attention(explained.rows(air()).row(0));
            assertThat(found).hasSize(1);
            assertThat(found.get(0).heads().length).isEqualTo(2);
            for (double[][] head : found.get(0).heads()) {
                assertThat(head.length).isEqualTo(24);
                assertThat(head).allSatisfy(from -> assertThat(Arrays.stream(from).sum()).isCloseTo(1, within(1e-9)));
            }
            assertThat(InnerLook.of(explained).firstWeights()).as("the embedding").hasSize(1);
        }
    }

    @Test
    void gatesCountTogetherAndSeveralModelsHaveNoInsideInCommon() {
        ModelSpec lstm = new ModelSpec(new Architecture.Recurrent(Cell.LSTM, 3), Loss.MSE);
        try (Explained explained = Explained.of(Made.model(lstm, Samples.prepared("air-passengers").preprocessing(), 1, 1))) {
            assertThat(InnerLook.of(explained).firstWeights()).hasSize(1).doesNotContain(0);
            assertThat(InnerLook.of(explained).attention(explained.rows(air()).row(0))).isEmpty();
        }
        TrainedModel other = Made.model(Made.LINEAR, Preparation.prepare(houses, Made.spec("price").withScaling(Scaling.MIN_MAX))
                .preprocessing(), 1, 2);
        try (Explained two = Explained.of(new TrainedEnsemble("Two", List.of(new TrainedEnsemble.Member(0.5, linear),
                new TrainedEnsemble.Member(0.5, other))))) {
            assertThat(InnerLook.of(two)).isNull();
        }
    }
}
