package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.TaskKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelCheckTest {
    private static final InputShape DIGIT = InputShape.of(1, 8, 8);
    private static final InputShape SERIES = InputShape.of(12, 2);

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of(new Architecture.Cnn(List.of(new Convolution(2, 9)), 2, List.of()), DIGIT,
                        "kernel of 9×9 but gets images of 8×8"),
                Arguments.of(Architecture.Cnn.article(), DIGIT, "convolution 2 has a kernel of 5×5 but gets images of 2×2"),
                Arguments.of(new Architecture.Cnn(List.of(new Convolution(2, 3)), 7, List.of()), DIGIT, "leaves nothing"),
                Arguments.of(new Architecture.Cnn(List.of(), 2, List.of()), DIGIT,
                        "Filters of each convolution must be a list of 1 to 1000 whole numbers, each in [1, 2147483647]; it is empty"),
                Arguments.of(new Architecture.Cnn(List.of(new Convolution(0, 3)), 2, List.of()), DIGIT,
                        "Filters of each convolution must be"),
                Arguments.of(Architecture.Cnn.digits(), InputShape.of(64), "needs images"),
                Arguments.of(new Architecture.Transformer(6, 4, 8), SERIES, "width 6 is not divided evenly by 4 heads"),
                Arguments.of(new Architecture.Transformer(4, 0, 8), SERIES, "Heads must be a whole number in [1, 2147483647]; it is 0."),
                Arguments.of(new Architecture.Transformer(4, 1, 8), InputShape.of(9), "needs windows of a series"),
                Arguments.of(new Architecture.Recurrent(Cell.GRU, 4), DIGIT, "needs windows of a series"),
                Arguments.of(new Architecture.Recurrent(Cell.GRU, 0), SERIES, "Size of the state must be"),
                Arguments.of(new Architecture.Mlp(List.of(4, 0), Activation.TANH), SERIES, "each in [1, 2147483647]; it is 4,0."),
                Arguments.of(new Architecture.Mlp(List.of(4, 4), List.of(Activation.TANH)), SERIES, "2 hidden layers need 2 activations"),
                Arguments.of(new Architecture.Polynomial(0), SERIES, "Degree must be a whole number in [1, 12]; it is 0."),
                Arguments.of(new Architecture.Logistic(), SERIES, "binary cross-entropy, not MSE"),
                Arguments.of(new Architecture.Softmax(), SERIES, "cross-entropy, not MSE"));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("misfits")
    void aModelThatDoesNotFitIsRefusedWithTheReason(Architecture architecture, InputShape shape, String reason) {
        assertThatThrownBy(() -> ModelBuilder.build(new ModelSpec(architecture, Loss.MSE), shape, 2, 4, false))
                .isInstanceOf(ModelException.class).hasMessageContaining(reason);
    }

    @Test
    void crossEntropyOfOneOutputIsRefused() {
        assertThatThrownBy(() -> ModelBuilder.build(new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY), DIGIT, 1, 4, false))
                .isInstanceOf(ModelException.class).hasMessageContaining("two classes or more");
    }

    @Test
    void dropoutOfEverythingIsRefused() {
        for (double rate : new double[] {1, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> new ModelSpec(new Architecture.Linear(), Loss.MSE, Initializer.DEFAULT, rate))
                    .isInstanceOf(ModelException.class).hasMessageContaining("Dropout must be a number in [0, 1)");
        }
    }

    @Test
    void aModelOfTooManyParametersIsRefused() {
        ModelSpec spec = new ModelSpec(new Architecture.Mlp(List.of(100_000, 100_000), Activation.RELU), Loss.MSE);
        assertThatThrownBy(() -> ModelSummary.of(spec, InputShape.of(3), 1)).isInstanceOf(ModelException.class)
                .hasMessageContaining("smaller layers");
    }

    @ParameterizedTest
    @EnumSource(TaskKind.class)
    void everyTaskHasADefaultLossThatFits(TaskKind task) {
        assertThat(Loss.defaultFor(task).fits(task)).isTrue();
        assertThat(Loss.fitting(task)).allMatch(loss -> loss.onLogits() == task.isClassification());
    }

    @Test
    void squaredErrorIsTheDefaultForNumbers() {
        assertThat(Loss.fitting(TaskKind.REGRESSION)).containsExactly(Loss.MSE, Loss.MAE, Loss.HUBER);
    }
}
