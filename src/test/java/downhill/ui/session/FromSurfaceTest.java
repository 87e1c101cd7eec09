package downhill.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Progress;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.optim.Rule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was set for a surface does not go along to data. */
class FromSurfaceTest {
    @Test
    void dataAreLearnedWithStepsBatchAndRatesThatSuitData() throws IOException {
        ContenderSpec momentum = ContenderSpec.of("c1", "M", "momentum", Map.of(Rule.LEARNING_RATE_KEY, 0.002, "momentum", 0.8), 0);
        ContenderSpec branch = momentum.copy("c2", "B", 1, new ContenderSpec.Fork("c1", 3, Map.of(0, 1.5)));
        Experiment surface = Demo.experiment("").withProblem(new Problem.Surface("x^2 + y^2", 1, 1)).withTraining(TrainingSpec.of(500, 0))
                .withPrecision(Precision.DOUBLE).withContenders(List.of(momentum, branch));
        Experiment learned = load().in(surface);
        assertThat(learned.training()).isEqualTo(Demo.experiment("").training());
        assertThat(learned.precision()).isEqualTo(Precision.FLOAT);
        assertThat(learned.contenders()).containsExactly(momentum.withHyperparameters(Map.of("momentum", 0.8)));
    }

    @Test
    void fromDataToDataEverythingStays() throws IOException {
        Experiment before = Demo.experiment("").withTraining(TrainingSpec.of(321, 4)).withPrecision(Precision.DOUBLE);
        Experiment after = load().in(before);
        assertThat(after.training()).isEqualTo(before.training());
        assertThat(after.precision()).isEqualTo(Precision.DOUBLE);
        assertThat(after.contenders()).isEqualTo(before.contenders());
    }

    private static LoadedData load() throws IOException {
        return LoadedData.load(SampleData.of("diabetes").spec(), null, Progress.NONE);
    }
}
