package downhill.cli;

import downhill.cli.conform.CaseResult;
import downhill.cli.conform.Conformance;
import downhill.store.ConformanceStore;
import downhill.words.Said;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the engine with recorded trajectories. */
@Command(name = "conform", description = "Run recorded trajectories through the engine in double precision and compare.")
final class ConformCommand implements Callable<Integer> {
    private static final Map<CaseResult.Verdict, String> VERDICTS = Map.of(CaseResult.Verdict.PASS, "conform.pass",
            CaseResult.Verdict.FAIL, "conform.fail", CaseResult.Verdict.UNSUPPORTED, "conform.unsupported");
    private static final int VERDICT_PLACES = 11;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders with one JSON file for each case.")
    private List<Path> folders;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Path> files = new ArrayList<>();
        folders.forEach(folder -> files.addAll(ConformanceStore.files(folder)));
        if (files.isEmpty()) {
            throw new InputException(Said.of("cli.cases", folders.get(0)));
        }
        int passed = 0;
        for (Path file : files) {
            CaseResult result = Conformance.run(file);
            passed += result.verdict() == CaseResult.Verdict.PASS ? 1 : 0;
            out.println(line(result, out));
            out.flush();
        }
        out.println(Said.of("cli.conform", passed, files.size() - passed));
        return passed == files.size() ? ExitCode.DONE : ExitCode.FELL_SHORT;
    }

    private static String line(CaseResult result, PrintWriter out) {
        String deviation = Double.isNaN(result.deviation()) ? "-" : String.format(Locale.ROOT, "%.3e", result.deviation());
        String note = result.note().isEmpty() ? "" : "  (" + HarmlessPrinter.text(out, result.note()) + ")";
        String verdict = HarmlessPrinter.text(out, Said.of(VERDICTS.get(result.verdict())));
        String space = " ".repeat(VERDICT_PLACES - TextTable.places(verdict));
        return String.format(Locale.ROOT, "%s%s  %-45s  %s%s", verdict, space, result.name(), deviation, note);
    }
}
