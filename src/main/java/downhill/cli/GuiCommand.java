package downhill.cli;

import downhill.words.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens the window. */
@Command(name = "gui", description = "Open the window, with an experiment, a session or a CSV file if one is given.")
final class GuiCommand implements Callable<Integer> {
    private final Tools tools;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "An experiment (.json), a session (.downhill) or a CSV file.")
    private Path file;

    GuiCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        if (file != null && !Files.exists(file)) {
            throw new InputException(Said.of("cli.file.none", file));
        }
        return tools.window().open(file, spec.commandLine().getOut());
    }
}
