package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.TaskKind;
import downhill.words.Words;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelSummaryTest {
    static Stream<Arguments> models() {
        InputShape series = InputShape.of(12, 2);
        return Stream.of(
                Arguments.of(new Architecture.Linear(), InputShape.of(4), 1, "4 – 1", 5),
                Arguments.of(new Architecture.Polynomial(2), InputShape.of(2), 1, "2 – 5 – 1", 6),
                Arguments.of(new Architecture.Mlp(List.of(8), Activation.TANH), InputShape.of(4), 3, "4 – 8 – 3", 67),
                Arguments.of(Architecture.Cnn.digits(), InputShape.of(1, 8, 8), 10,
                        "1×8×8 – 16@6×6 – 16@3×3 – 144 – 32 – 10", 160 + 144 * 32 + 32 + 330),
                Arguments.of(Architecture.Cnn.article(), InputShape.of(1, 28, 28), 10,
                        "1×28×28 – 10@24×24 – 10@12×12 – 20@8×8 – 20@4×4 – 320 – 500 – 10", 260 + 5020 + 160_500 + 5010),
                Arguments.of(new Architecture.Recurrent(Cell.LSTM, 16), series, 1, "12×2 – LSTM 16 – 1", 4 * (2 + 16 + 1) * 16 + 17),
                Arguments.of(new Architecture.Recurrent(Cell.GRU, 4, 2), series, 1, "12×2 – GRU 4 – GRU 4 – 1",
                        3 * (2 + 4 + 1) * 4 + 4 + 3 * (4 + 4 + 1) * 4 + 4 + 5),
                Arguments.of(new Architecture.Transformer(8, 2, 16), series, 1, "12×2 – 8 (2 heads, 16) – 1",
                        24 + 96 + 4 * 72 + 8 * 16 + 16 + 16 * 8 + 8 + 3 * 16 + 9));
    }

    @ParameterizedTest
    @MethodSource("models")
    void namesSizesAndCountsParameters(Architecture architecture, InputShape shape, int outputs, String sizes, int parameters) {
        ModelSummary summary = ModelSummary.of(new ModelSpec(architecture, Loss.MSE), shape, outputs);
        assertThat(summary.sizes()).hasToString(sizes);
        assertThat(summary.parameters()).isEqualTo(parameters);
    }

    @Test
    void aThousandLayersAreTold() {
        ModelSpec spec = new ModelSpec(new Architecture.Mlp(Collections.nCopies(1000, 1), Activation.TANH), Loss.MSE);
        assertThat(ModelSummary.of(spec, InputShape.of(4), 1).sizes().toString()).startsWith("4 – 1 – 1")
                .hasSize(1 + 1001 * " – 1".length());
    }

    /** Whatever a family tells of its layers is told in every language. */
    @ParameterizedTest
    @MethodSource("families")
    void anOutlineHasNoEnglishWordsInChinese(Family<?> family) {
        ModelSpec spec = new ModelSpec(family.start(family.example()), family.usualLoss(TaskKind.MULTICLASS));
        String chinese = Words.of(Locale.SIMPLIFIED_CHINESE).say(ModelSummary.of(spec, family.example(), 3).sizes());
        assertThat(chinese).doesNotContainPattern("[a-z]{2,}").contains(" – ");
    }

    static Collection<Family<?>> families() {
        return Families.all();
    }
}
