package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.Room;
import downhill.data.TaskKind;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelSizeTest {
    private static final int MOST = Integer.MAX_VALUE;
    private static final InputShape ROW = new InputShape(List.of(7));
    private static final InputShape SERIES = new InputShape(List.of(5, 3));
    private static final InputShape IMAGE = new InputShape(List.of(2, 9, 8));

    private static final String TOO_MANY = ".*(at most 100000|in \\[1, 1000]|a list of 0 to 1000).*";

    private static ModelSpec spec(Architecture architecture) {
        Loss loss = architecture.family().usualLoss(TaskKind.REGRESSION);
        return new ModelSpec(architecture, loss, Initializer.DEFAULT, 0);
    }

    static Stream<Arguments> small() {
        return Stream.of(Arguments.of(new Architecture.Linear(), ROW), Arguments.of(new Architecture.Logistic(), ROW),
                Arguments.of(new Architecture.Softmax(), ROW),
                Arguments.of(new Architecture.Polynomial(1), ROW), Arguments.of(new Architecture.Polynomial(3), ROW),
                        Arguments.of(new Architecture.Polynomial(12), ROW),
                Arguments.of(new Architecture.Mlp(List.of(), Activation.TANH), ROW),
                        Arguments.of(new Architecture.Mlp(List.of(5, 11, 4), Activation.RELU), SERIES),
                Arguments.of(new Architecture.Cnn(List.of(new Convolution(3, 3)), 2, List.of()), IMAGE),
                Arguments.of(new Architecture.Cnn(List.of(new Convolution(3, 2), new Convolution(4, 3)), 1, List.of(6, 5)), IMAGE),
                Arguments.of(new Architecture.Recurrent(Cell.RNN, 6, 1), SERIES),
                        Arguments.of(new Architecture.Recurrent(Cell.LSTM, 6, 3), SERIES),
                Arguments.of(new Architecture.Recurrent(Cell.GRU, 4, 2), SERIES),
                        Arguments.of(new Architecture.Transformer(8, 2, 10, 1), SERIES),
                Arguments.of(new Architecture.Transformer(6, 3, 7, 3), SERIES));
    }

    @ParameterizedTest
    @MethodSource("small")
    void itIsThatOfTheModelThatIsBuilt(Architecture architecture, InputShape shape) {
        for (int outputs : spec(architecture).loss() == Loss.CROSS_ENTROPY ? List.of(3) : List.of(1, 3)) {
            int built = ModelBuilder.oneRow(spec(architecture), shape, outputs).graph().layout().count();
            assertThat(ModelSize.of(spec(architecture), shape, outputs).parameters()).isEqualTo(built);
            assertThat(ModelSize.of(spec(architecture), shape, outputs).perRow()).isGreaterThanOrEqualTo(outputs);
        }
    }

    /** Sizes of every kind of model, each alone and all together at what an int can be. */
    static Stream<Arguments> extreme() {
        List<Integer> sizes = List.of(65_536, 1_000_000, MOST);
        return sizes.stream().flatMap(size -> Stream.of(
                Arguments.of(new Architecture.Mlp(List.of(size, size), Activation.TANH), ROW),
                        Arguments.of(new Architecture.Mlp(Collections.nCopies(999, size), Activation.TANH), ROW),
                Arguments.of(new Architecture.Cnn(List.of(new Convolution(size, 3), new Convolution(size, 3)), 1, List.of()), IMAGE),
                Arguments.of(new Architecture.Cnn(List.of(new Convolution(size, 3)), 1, List.of(size)), IMAGE),
                Arguments.of(new Architecture.Recurrent(Cell.RNN, size, 1), SERIES),
                        Arguments.of(new Architecture.Recurrent(Cell.LSTM, size, 1000), SERIES),
                Arguments.of(new Architecture.Recurrent(Cell.GRU, size, 1), SERIES),
                        Arguments.of(new Architecture.Transformer(size, 1, 1, 1), SERIES),
                Arguments.of(new Architecture.Transformer(size, size, size, 1000), SERIES)));
    }

    @ParameterizedTest
    @MethodSource("extreme")
    void whatCannotHaveRoomIsRefusedAtOnceWithWhatItWouldTake(Architecture architecture, InputShape shape) {
        Room room = new Room(1L << 31, 0);
        assertThatThrownBy(() -> ModelSize.require(spec(architecture), shape, 3, room)).isInstanceOf(ModelException.class)
                .hasMessageContaining("parameters, which would take about").hasMessageContaining("may use 2.0 GB")
                        .hasMessageContaining("-Xmx");
        if (ModelSize.of(spec(architecture), shape, 3).parameters() * 16 > 0.8 * Room.here().bytes()) {
            assertThatThrownBy(() -> ModelSummary.of(spec(architecture), shape, 3)).as("the window's sheet")
                    .isInstanceOf(ModelException.class);
        }
    }

    static Stream<Arguments> deep() {
        return Stream.of(1001, 1_000_000, MOST)
                .flatMap(depth -> Stream.of(Arguments.of(new Architecture.Recurrent(Cell.LSTM, 1, depth), SERIES),
                Arguments.of(new Architecture.Transformer(1, 1, 1, depth), SERIES),
                Arguments.of(new Architecture.Mlp(Collections.nCopies(Math.min(depth, 1_000_000), 1), List.of()), ROW),
                Arguments.of(new Architecture.Recurrent(Cell.GRU, 1, 101), new InputShape(List.of(1000, 1)))));
    }

    @ParameterizedTest
    @MethodSource("deep")
    void soManyLayersAreRefusedBeforeTheyAreBuilt(Architecture architecture, InputShape shape) {
        assertThatThrownBy(() -> ModelSize.of(spec(architecture), shape, 1)).isInstanceOf(ModelException.class)
                .hasMessageMatching(TOO_MANY);
        assertThatThrownBy(() -> ModelSummary.of(spec(architecture), shape, 1)).isInstanceOf(ModelException.class)
                .hasMessageMatching(TOO_MANY);
    }

    @Test
    void modelsThatPeopleTrainHaveRoom() {
        Room room = new Room(1L << 30, 0);
        assertThat(ModelSize.require(spec(new Architecture.Mlp(List.of(4096, 4096), Activation.RELU)), new InputShape(List.of(784)), 10,
                room).parameters()).isEqualTo(20_037_642.0);
        assertThat(IntStream.of(1, 12)
                .mapToObj(degree -> ModelSize.require(spec(new Architecture.Polynomial(degree)), new InputShape(List.of(10_000)), 1, room)))
                .hasSize(2);
    }
}
