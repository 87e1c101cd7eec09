package downhill.race.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.race.document.TrainingSpec.AugmentationSpec;
import downhill.setting.Setting;
import downhill.words.RefusedException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that checks what it is made of refuses what its setting refuses, in the same sentence, and nothing else. */
class RecordsOfSettingsTest {
    private static final double[] VALUES = {Double.NEGATIVE_INFINITY, -1, -Double.MIN_VALUE, 0, Double.MIN_VALUE, 1, 9999, 10_000, 1e300,
        Double.POSITIVE_INFINITY, Double.NaN};

    static Stream<Arguments> records() {
        return Stream.of(of(Penalty.L1, value -> new Penalty(value, 0)), of(Penalty.L2, value -> new Penalty(0, value)),
                of(Clipping.NORM, Clipping.ByNorm::new), of(Clipping.VALUE, Clipping.ByValue::new),
                of(TrainingSettings.JITTER, AugmentationSpec::jitter),
                of(TrainingSettings.NOISE, value -> AugmentationSpec.image(0, false, value)));
    }

    private static Arguments of(Setting<Double> setting, Function<Double, Object> made) {
        return Arguments.of(setting, made);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordRefusesWhatItsSettingRefuses(Setting<Double> setting, Function<Double, Object> made) {
        for (double value : VALUES) {
            if (setting.problem(value) == null) {
                assertThat(made.apply(value)).isNotNull();
            } else {
                assertThatThrownBy(() -> made.apply(value)).isInstanceOf(RefusedException.class)
                        .hasMessage(setting.problem(value).toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 9999, 10_000})
    void wholePixelsToo(long shift) {
        if (TrainingSettings.SHIFT.problem(shift) == null) {
            assertThat(AugmentationSpec.image((int) shift, false, 0).shift()).isEqualTo((int) shift);
        } else {
            assertThatThrownBy(() -> AugmentationSpec.image((int) shift, false, 0)).isInstanceOf(RefusedException.class)
                    .hasMessage(TrainingSettings.SHIFT.problem(shift).toString());
        }
    }
}
