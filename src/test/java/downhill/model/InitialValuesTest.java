package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.Initializer.Scheme;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InitialValuesTest {
    private static final InputShape FIFTY = InputShape.of(50);
    private static final Architecture WIDE = new Architecture.Mlp(List.of(200), Activation.RELU);
    private static final Architecture ATTENTIVE = new Architecture.Transformer(32, 4, 64);
    private static final InputShape SERIES = InputShape.of(24, 2);

    @ParameterizedTest
    @CsvSource({"TORCH, 0.081650", "XAVIER_UNIFORM, 0.089443", "XAVIER_NORMAL, 0.089443", "HE_NORMAL, 0.2", "NORMAL, 0.1"})
    void weightsHaveTheDeviationOfTheirScheme(Scheme scheme, double deviation) {
        double[] weights = array(WIDE, FIFTY, Initializer.of(scheme), "dense1.weight");
        assertThat(weights).hasSize(10_000);
        assertThat(Math.sqrt(mean(Arrays.stream(weights).map(w -> w * w).toArray()))).isCloseTo(deviation, within(0.03 * deviation));
        assertThat(mean(weights)).isCloseTo(0, within(0.04 * deviation));
    }

    @Test
    void underMuPTheLastLayerIsSmallerByTheRootOfItsInputs() {
        Architecture deep = new Architecture.Mlp(List.of(200, 400), Activation.TANH);
        Initializer mu = Initializer.of(Scheme.MU_P);
        assertThat(deviation(array(deep, FIFTY, mu, "dense1.weight"))).isCloseTo(1 / Math.sqrt(50), within(0.005));
        assertThat(deviation(array(deep, FIFTY, mu, "dense2.weight"))).isCloseTo(1 / Math.sqrt(200), within(0.002));
        assertThat(deviation(array(deep, FIFTY, mu, "dense3.weight"))).isCloseTo(1.0 / 400, within(0.0004));
    }

    private static double deviation(double[] values) {
        return Math.sqrt(mean(Arrays.stream(values).map(w -> w * w).toArray()));
    }

    @ParameterizedTest
    @CsvSource({"TORCH, 0.141421", "XAVIER_UNIFORM, 0.154919"})
    void uniformWeightsFillTheirInterval(Scheme scheme, double bound) {
        double[] weights = array(WIDE, FIFTY, Initializer.of(scheme), "dense1.weight");
        assertThat(Arrays.stream(weights).max().orElseThrow()).isBetween(0.99 * bound, bound + 1e-6);
        assertThat(Arrays.stream(weights).min().orElseThrow()).isBetween(-bound - 1e-6, -0.99 * bound);
    }

    @ParameterizedTest
    @EnumSource(value = Scheme.class, mode = EnumSource.Mode.EXCLUDE, names = "TORCH")
    void biasesStartAtZeroButInPyTorchsScheme(Scheme scheme) {
        assertThat(array(WIDE, FIFTY, Initializer.of(scheme), "dense1.bias")).containsOnly(0);
        assertThat(array(WIDE, FIFTY, Initializer.DEFAULT, "dense1.bias")).doesNotContain(0);
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void normalisationStartsAsTheIdentity(Scheme scheme) {
        assertThat(array(ATTENTIVE, SERIES, Initializer.of(scheme), "norm1.gain")).containsOnly(1);
        assertThat(array(ATTENTIVE, SERIES, Initializer.of(scheme), "norm3.bias")).containsOnly(0);
    }

    @Test
    void positionsStartSmall() {
        double[] positions = array(ATTENTIVE, SERIES, Initializer.DEFAULT, "position.weight");
        assertThat(Math.sqrt(mean(Arrays.stream(positions).map(w -> w * w).toArray()))).isCloseTo(0.02, within(0.002));
    }

    @Test
    void recurrentArraysStartWithinOneOverTheRootOfTheHiddenSize() {
        Architecture lstm = new Architecture.Recurrent(Cell.LSTM, 16);
        for (String name : List.of("lstm.input.i", "lstm.recurrent.o", "lstm.bias.f")) {
            double[] values = array(lstm, SERIES, Initializer.DEFAULT, name);
            double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
            assertThat(largest).as(name).isBetween(0.15, 0.25);
        }
    }

    @Test
    void aConstantIsTakenAsItIs() {
        assertThat(array(WIDE, FIFTY, Initializer.constant(0.25), "dense2.weight")).containsOnly(0.25);
        assertThat(array(WIDE, FIFTY, Initializer.of(Scheme.ZEROS), "dense2.weight")).containsOnly(0);
    }

    @Test
    void theSameSeedGivesTheSameRowAndAnotherSeedAnotherOne() {
        ModelSpec spec = new ModelSpec(WIDE, Loss.MSE);
        double[] row = InitialValues.row(spec, FIFTY, 1, 7);
        assertThat(InitialValues.row(spec, FIFTY, 1, 7)).isEqualTo(row);
        double[] other = InitialValues.row(spec, FIFTY, 1, 8);
        assertThat(IntStream.range(0, row.length).filter(i -> row[i] == other[i])).isEmpty();
    }

    @Test
    void aNegativeDeviationIsRefused() {
        assertThatThrownBy(() -> Initializer.normal(-1)).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> Initializer.constant(Double.NaN)).isInstanceOf(ModelException.class);
    }

    private static double[] array(Architecture architecture, InputShape shape, Initializer initializer, String name) {
        ModelSpec spec = new ModelSpec(architecture, Loss.MSE, initializer, 0);
        double[] row = InitialValues.row(spec, shape, 1, 11);
        ParameterLayout layout = ModelBuilder.prediction(spec, shape, 1, 1, false).layout();
        ParameterSlot slot = layout.slot(name).orElseThrow();
        return IntStream.range(0, slot.size()).mapToDouble(i -> row[slot.position(i)]).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
