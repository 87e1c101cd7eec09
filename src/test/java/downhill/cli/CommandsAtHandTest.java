package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A call makes ready the one command that it names; where it names none, all, to say which there are. */
class CommandsAtHandTest {
    private static final Tools TOOLS = new Tools(null, null, null, null, null);

    private static Map<String, CommandLine> ready(String... arguments) {
        return CommandLineInterface.commands(TOOLS, arguments).getSubcommands();
    }

    @Test
    void eachStandsUnderItsOwnNameAndComesAlone() {
        Map<String, CommandLine> all = CommandLineInterface.commands(TOOLS).getSubcommands();
        assertThat(all).containsKeys("gui", "train", "compare", "doctor");
        all.forEach((name, command) -> {
            assertThat(command.getCommand().getClass().getAnnotation(CommandLine.Command.class).name()).isEqualTo(name);
            assertThat(ready(name, "--help")).containsOnlyKeys(name);
        });
    }

    @Test
    void theWindowNeedsNone() {
        assertThat(ready()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "trian", "", "Train", "-"})
    void whoNamesNoneIsToldOfAll(String first) {
        assertThat(ready(first, "train")).hasSameSizeAs(CommandLineInterface.commands(TOOLS).getSubcommands());
    }
}
