package downhill.analysis.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.optim.RuleLibrary;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.StepSetup;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gradient and step of a matrix, with their singular values, beside a real step of Muon. */
class MatrixStepTest {
    private static StepRecord muon() {
        Problem.Learning problem = new Problem.Learning(SampleData.of("iris").spec(), Samples.IRIS_MODEL);
        Experiment experiment = new Experiment("", problem, TrainingSpec.of(10, 0),
                List.of(ContenderSpec.of("m", "Muon", "muon", Map.of("learningRate", 0.02), 0)), 3, Precision.DOUBLE);
        Prepared data = DataSources.prepare(problem.data(), null, Progress.NONE);
        try (Race race = Race.open(experiment, data, RuleLibrary.builtIn(), RaceOptions.alone())) {
            race.ready().join();
            StepSetup setup = StepSetup.of(experiment, data, "m", 0, 0, RuleLibrary.builtIn());
            try (StepReplay replay = new StepReplay(setup, Precision.DOUBLE)) {
                return replay.step(race.stateAt("m", 0).join(), setup);
            }
        }
    }

    /** The squares of the singular values add up to those of the elements, and Muon's step has them all about η·√max(1, rows / columns). */
    @Test
    void singularValuesAreThoseOfTheMatrixAndMuonMakesThemAlike() {
        StepRecord record = muon();
        List<MatrixStep> all = MatrixStep.all(record);
        assertThat(all).isNotEmpty().allSatisfy(one -> {
            assertThat(squares(one.gradientValues())).isCloseTo(squares(one.gradient()), within(1e-9));
            assertThat(squares(one.changeValues())).isCloseTo(squares(one.change()), within(1e-9));
            double scale = 0.02 * Math.sqrt(Math.max(1, (double) one.change().length / one.change()[0].length));
            assertThat(one.changeValues()[0]).isBetween(0.6 * scale, 1.3 * scale);
        });
        MatrixStep first = all.get(0);
        assertThat(first.gradientValues()[0] / first.gradientValues()[1]).as("the gradient goes one way")
                .isGreaterThan(1.5 * first.changeValues()[0] / first.changeValues()[1]);
        int parameter = record.layout().slot(first.name()).orElseThrow().position(1);
        assertThat(MatrixStep.of(record, parameter).orElseThrow().change()[1][0]).isEqualTo(record.change(parameter));
    }

    @Test
    void aBiasLiesInNoMatrix() {
        StepRecord record = muon();
        int bias = record.layout().slots().stream().filter(slot -> slot.shape().length == 1).findFirst().orElseThrow().offset();
        assertThat(MatrixStep.of(record, bias)).isEmpty();
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    private static double squares(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            sum += squares(row);
        }
        return sum;
    }
}
