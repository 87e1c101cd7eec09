package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.model.Families;
import downhill.model.Family;
import downhill.setting.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What families declare can be set on the command line, and nothing else is taken in silence. */
class FamilyOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void helpBeforeACommandIsItsHelp() {
        assertThat(Cli.run("help", "rules").out()).isNotBlank().isEqualTo(Cli.run("rules", "--help").out());
        assertThat(Cli.run("help").out()).isNotBlank().isEqualTo(Cli.run("--help").out());
    }

    @Test
    void theHelpNamesEveryFamilyWithAllItsSettings() {
        String help = Cli.run("compare", "--help").out();
        assertThat(Families.all()).allSatisfy(family -> assertThat(help).contains(options(family)));
    }

    private static String[] options(Family<?> family) {
        Stream<String> options = family.settings().stream().map(Part::setting).map(setting -> setting.option() + "=");
        return Stream.concat(Stream.of(family.id()), options).toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "iris --model softmax --hidden 8|--hidden is for mlp; the model here is softmax.",
        "digits --hidden 8|--hidden is for mlp; the model here is cnn.",
        "iris --width 8|--width is for rnn, lstm, gru, transformer; the model here is mlp.",
        "iris --model forest|There is no model \"forest\". There are: linear, polynomial, ",
        "iris --hidden 8,x|--hidden must be a list of 0 to 1000 whole numbers, each in [1, 2147483647]; it is \"8,x\".",
        "iris --degree 13 --model polynomial|--degree must be a whole number in [1, 12]; it is \"13\"."})
    void whatTheModelDoesNotHaveIsRefused(String words, String message) {
        Cli refused = Cli.run(("compare " + words + " --optimizers adam --steps 2").split(" "));
        assertThat(refused.code()).as(refused.err()).isEqualTo(2);
        assertThat(refused.err()).contains(message).doesNotContain("Exception");
    }

    @Test
    void sizesAreTaken() throws IOException {
        Cli.run("compare", "digits", "--filters", "3,4", "--kernel", "2", "--dense", "", "--optimizers", "adam", "--steps", "1", "--out",
                folder);
        assertThat(Files.readString(folder.resolve("experiment.json")).replaceAll("\\s", ""))
                .contains("{\"kind\":\"cnn\",\"convolutions\":[{\"filters\":3,\"kernel\":2},{\"filters\":4,\"kernel\":2}],\"pool\":2,\"dense\":[]}");
    }
}
