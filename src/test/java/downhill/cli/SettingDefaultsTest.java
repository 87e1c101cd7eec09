package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.race.document.ExperimentSettings;
import downhill.race.document.TrainingSettings;
import downhill.setting.DeclaredSettings;
import downhill.setting.OneOf;
import downhill.setting.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The command line, the window ({@code SettingFieldTest}) and a document have one default for each setting, and it is said where help is
 * asked for.
 */
class SettingDefaultsTest {
    static Stream<Setting<?>> options() {
        return DeclaredSettings.all().stream().filter(setting -> setting.option() != null);
    }

    @ParameterizedTest
    @MethodSource("options")
    <T> void whatIsNotSaidIsTheDefaultAndTheDefaultSaidIsTheSame(Setting<T> setting) {
        SettingOptions unsaid = new SettingOptions(List.of(setting));
        new CommandLine(unsaid.mixin()).parseArgs();
        assertThat(unsaid.chosen().has(setting)).isFalse();
        assertThat(unsaid.chosen().get(setting)).isEqualTo(setting.usual());
        if (setting.usual() != null && !setting.usual().equals(false)) {
            SettingOptions said = new SettingOptions(List.of(setting));
            new CommandLine(said.mixin()).parseArgs(setting.option(), setting.usualText());
            assertThat(said.chosen().has(setting)).isTrue();
            assertThat(said.chosen().get(setting)).isEqualTo(setting.usual());
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void helpSaysWhatItDoesWhatItMayBeAndItsDefault(Setting<?> setting) {
        CommandSpec spec = new SettingOptions(List.of(setting)).mixin();
        String help = String.join(" ", spec.findOption(setting.option()).description());
        String words = setting.help().toString();
        assertThat(help).contains(words.substring(0, words.length() - 1).replace("%", "%%"));
        if (setting.kind() instanceof OneOf<?> choice) {
            assertThat(help).contains(choice.names());
        }
        if (setting.asked()) {
            assertThat(help).contains("(default: none)");
        } else if (setting.usual() != null && !setting.usual().equals(false)) {
            assertThat(help).contains("(default: " + setting.usualText() + ")");
        }
    }

    @Test
    void aTrainingOfWhichNothingIsSaidIsAsUsual() {
        TrainingOptions training = new TrainingOptions();
        new CommandLine(training).parseArgs();
        DataSpec data = DataSpec.of(new DataSource.CsvFile("a.csv"));
        assertThat(training.spec(data, null)).isEqualTo(TrainingSettings.usual());
        assertThat(training.seed()).isEqualTo(ExperimentSettings.SEED.usual());
        assertThat(training.precision()).isEqualTo(ExperimentSettings.PRECISION.usual());
        assertThat(training.seeds()).isEqualTo(1);
    }

    @Test
    void dataOfWhichNothingIsSaidAreAsTheyAreWithoutTheCommandLine() {
        DataOptions options = new DataOptions();
        new CommandLine(options).parseArgs();
        DataSpec start = DataSpec.of(new DataSource.CsvFile("a.csv"));
        assertThat(options.apply(start, Optional.empty())).isEqualTo(start);
        assertThat(new DataSpec(start.source(), null, null, null, null, null, start.scaleTarget(), null, null, null)
                .withEdition(start.edition())).isEqualTo(start);
    }
}
