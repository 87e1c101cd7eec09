package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.graph.Graph;
import downhill.engine.graph.ReferenceInterpreter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses with a δ and with smoothed labels, against the formulas written out. Their slopes are among {@link ModelCases}. */
class LossOptionsTest {
    private static final double[] OUTPUTS = {0.3, -1.2, 2.5, 4, 0, -0.7};

    private static double value(Loss loss, LossOptions options, int columns, double... targets) {
        Graph graph = new Graph();
        var output = graph.input("x", false, OUTPUTS.length / columns, columns);
        var target = graph.input("y", false, OUTPUTS.length / columns, columns);
        return new ReferenceInterpreter().evaluate(List.of(loss.of(output, target, null, List.of(), options)), 1,
                Map.of("x", OUTPUTS, "y", targets), new double[0])[0][0][0];
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 1, 2.2, 100})
    void huberGoesOverIntoALineAtDelta(double delta) {
        double wanted = IntStream.range(0, 6).mapToDouble(i -> Math.abs(OUTPUTS[i]))
                .map(d -> d <= delta ? d * d / 2 : delta * (d - delta / 2)).sum() / 6;
        assertThat(value(Loss.HUBER, new LossOptions(delta, 0), 1, new double[6])).isCloseTo(wanted, within(1e-12));
    }

    /** −Σₖ qₖ·log pₖ with q = (1 − ε)·onehot + ε/K. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0.1, 2, 0", "0.5, 1, 1", "0.99, 0, 2"})
    void crossEntropyIsOfSmoothedTargets(double smoothing, int first, int second) {
        double wanted = 0;
        for (int row = 0; row < 2; row++) {
            int start = 3 * row;
            int hot = row == 0 ? first : second;
            double sum = IntStream.range(0, 3).mapToDouble(k -> Math.exp(OUTPUTS[start + k])).sum();
            wanted -= IntStream.range(0, 3).mapToDouble(k -> ((k == hot ? 1 - smoothing : 0) + smoothing / 3)
                    * Math.log(Math.exp(OUTPUTS[start + k]) / sum)).sum() / 2;
        }
        double[] targets = new double[6];
        targets[first] = 1;
        targets[3 + second] = 1;
        assertThat(value(Loss.CROSS_ENTROPY, new LossOptions(1, smoothing), 3, targets)).isCloseTo(wanted, within(1e-12));
    }

    /** One output is the same as two of which the first is 0. */
    @Test
    void binaryCrossEntropyIsOfSmoothedTargetsToo() {
        double[] targets = {1, 0, 0, 1, 0, 1};
        double wanted = IntStream.range(0, 6).mapToDouble(i -> {
            double q = 0.8 * targets[i] + 0.1;
            double p = 1 / (1 + Math.exp(-OUTPUTS[i]));
            return -(q * Math.log(p) + (1 - q) * Math.log(1 - p)) / 6;
        }).sum();
        assertThat(value(Loss.BINARY_CROSS_ENTROPY, new LossOptions(1, 0.2), 1, targets)).isCloseTo(wanted, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 0", "NaN, 0", "Infinity, 0", "1, -0.1", "1, 1", "1, NaN"})
    void whatCannotBeIsRefused(double delta, double smoothing) {
        assertThatThrownBy(() -> new LossOptions(delta, smoothing)).isInstanceOf(ModelException.class)
                .hasMessageContaining("must be a number in ");
    }

    @Test
    void whatALossHasNoUseForIsRefusedNotIgnored() {
        assertThatThrownBy(() -> new ModelSpec(new Architecture.Linear(), Loss.MSE, Initializer.DEFAULT, 0, new LossOptions(2, 0)))
                .hasMessageContaining("Huber");
        assertThatThrownBy(() -> new ModelSpec(new Architecture.Linear(), Loss.HUBER, Initializer.DEFAULT, 0, new LossOptions(1, 0.1)))
                .hasMessageContaining("classes");
        ModelSpec plain = new ModelSpec(new Architecture.Linear(), Loss.MSE);
        assertThat(new ModelSpec(new Architecture.Linear(), Loss.MSE, Initializer.DEFAULT, 0, LossOptions.DEFAULT)).isEqualTo(plain);
        assertThat(plain.withLossOptions(new LossOptions(2, 0.1))).isEqualTo(plain);
    }
}
