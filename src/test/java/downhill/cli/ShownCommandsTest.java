package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.ExplainPicture;
import downhill.ui.chart.LossPicture;
import downhill.ui.chart.MapPicture;
import downhill.ui.chart.VerdictPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every option that the pages show behind a command is one of that command. */
class ShownCommandsTest {
    private static final Pattern CALL = Pattern.compile("(?:downhill |`)([a-z-]+) ([^`\n]*)");
    /** Of a line, what belongs to the first command on it. */
    private static final Pattern END = Pattern.compile("\\s#|[;|]|&&");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]*");

    private static Set<String> options(CommandLine command) {
        Set<String> options = new TreeSet<>(command.getCommandSpec().optionsMap().keySet());
        command.getSubcommands().values().forEach(each -> options.addAll(options(each)));
        return options;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs.filter(file -> file.toString().endsWith(".md"))).sorted().toList();
        }
    }

    @Test
    void theirOptionsAreThere() throws IOException {
        CommandLine all = CommandLineInterface.commands(new Tools(new Cli.NoWindow(), new LossPicture(), new VerdictPicture(),
                new MapPicture(), new ExplainPicture()));
        List<String> unknown = new ArrayList<>();
        int seen = 0;
        for (Path page : pages()) {
            Matcher call = CALL.matcher(Files.readString(page).replace("\\\n", " "));
            while (call.find()) {
                CommandLine command = all.getSubcommands().get(call.group(1));
                Matcher option = OPTION.matcher(END.split(call.group(2), 2)[0]);
                while (command != null && option.find()) {
                    seen++;
                    if (!options(command).contains(option.group())) {
                        unknown.add(page + ": " + call.group(1) + " " + option.group());
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(seen).as("options that are shown").isGreaterThan(200);
    }
}
