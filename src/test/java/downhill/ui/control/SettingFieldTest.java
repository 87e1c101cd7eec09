package downhill.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Clipping;
import downhill.race.document.ExperimentSettings;
import downhill.race.document.TrainingSettings;
import downhill.setting.DeclaredSettings;
import downhill.setting.Setting;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingFieldTest extends FxTest {
    static Stream<Setting<?>> settings() {
        return DeclaredSettings.all().stream().filter(setting -> setting.usual() != null);
    }

    @ParameterizedTest
    @MethodSource("settings")
    <T> void theFieldOfEverySettingStartsWithItsDefaultAndHasItsName(Setting<T> setting) {
        runFx(() -> {
            SettingField<T> field = new SettingField<>(setting, null);
            assertThat(field.value()).isEqualTo(setting.usual());
            String english = field.control().getAccessibleText();
            assertThat(english).isEqualTo(setting.label().toString());
            Messages.languageProperty().set(Language.CHINESE);
            assertThat(field.control().getAccessibleText()).isNotEqualTo(english).containsPattern("\\p{IsHan}");
            Messages.languageProperty().set(Language.ENGLISH);
        });
    }

    /** A field that holds a double would turn it into another, and the race with it. */
    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(longs = {Long.MIN_VALUE, -5, 0, 9007199254740993L, Long.MAX_VALUE})
    void aSeedIsShownAndGivenBackToItsLastDigit(long seed) {
        runFx(() -> {
            SettingField<Long> field = new SettingField<>(ExperimentSettings.SEED, seed);
            assertThat(field.value()).isEqualTo(seed);
            ((TextField) field.control()).setText("");
            assertThat(((Checked) field.control()).problemProperty().get()).isNotEmpty();
            assertThat(field.value()).as("the last that was legal").isEqualTo(seed);
            ((TextField) field.control()).setText("−1");
            assertThat(((Checked) field.control()).problemProperty().get()).isEmpty();
            assertThat(field.value()).isEqualTo(-1);
        });
    }

    @Test
    void anOpenEndIsNotTakenAndTheReasonNamesTheRange() {
        runFx(() -> {
            SettingField<Double> field = new SettingField<>(Clipping.NORM, 2.0);
            ((TextField) field.control()).setText("0");
            ((Checked) field.control()).take();
            assertThat(((Checked) field.control()).problemProperty().get()).contains("(0, ∞)");
            assertThat(field.value()).isEqualTo(2);
        });
    }

    @Test
    void aChangeIsTold() {
        runFx(() -> {
            AtomicInteger told = new AtomicInteger();
            SettingField<Boolean> flip = new SettingField<>(TrainingSettings.FLIP, false).onChange(told::incrementAndGet);
            ((CheckBox) flip.control()).fire();
            assertThat(flip.value()).isTrue();
            flip.show(false);
            assertThat(told).hasValue(2);
        });
    }
}
