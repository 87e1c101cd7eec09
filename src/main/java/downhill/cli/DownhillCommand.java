package downhill.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program itself: without a command it opens the window. */
@Command(name = "downhill", description = "Watch optimizers learn: race them on your own data.",
        versionProvider = DownhillCommand.Version.class, footerHeading = "%nExamples:%n", footer = {
            "  downhill                          open the window",
            "  downhill inspect data.csv         what is in a file, and how it is read",
            "  downhill compare iris --steps 500 race four optimizers on a file or sample",
            "  downhill cross-validate iris --folds 5     judge them by rows held out",
            "  downhill train race/experiment.json --out again     repeat a race",
            "  downhill predict model.downhill-model new.csv --out scored.csv",
            "  downhill rules adam               formula and source of an optimizer",
            "%nExit codes: 0 done, 1 the result falls short (a run diverged, a case failed), 2 the call or its input is wrong."})
final class DownhillCommand implements Callable<Integer> {
    private final Tools tools;

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    private boolean version;

    DownhillCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        return tools.window().open(null, spec.commandLine().getOut());
    }

    /** The version as people ask for it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Downhill " + downhill.store.Application.version()};
        }
    }
}
