package downhill.cli;

import downhill.analysis.curvature.CurvatureCourse;
import downhill.analysis.curvature.Stability;
import downhill.race.document.ContenderSpec;
import downhill.store.JsonOutput;
import downhill.words.Said;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the curvature of the training loss under the contenders of a race, and how near each is to the edge of stability. */
@Command(name = "curvature", description = "Measure how curved the training loss is under each contender, and how much its rule bears.",
        sortOptions = false, footerHeading = "%n", footer = {
            "sharpness is the largest eigenvalue of the Hessian of the loss of all training rows, with the bound of its error; the gauge "
                    + "is that of the Hessian preconditioned by the rule's own second moments, over the curvature at which the rule's "
                    + "steps begin to grow: 1 is the edge of stability. Rules by signs and of whole arrays have none. "
                    + "docs/curvature.md has the definitions.",
            "%nExample:%n  downhill curvature race/experiment.json --moments 20"})
final class CurvatureCommand implements Callable<Integer> {
    private static final int MOST_MOMENTS = 1_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "FILE", description = "A session (*.downhill), or an experiment (*.json), which is repeated.")
    private Path file;

    @Option(names = "--contender", paramLabel = "NAME", description = "Only this one (default: all).")
    private String contender;

    @Option(names = "--moments", paramLabel = "N", defaultValue = "10",
            description = "Moments of the training, evenly over it, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int moments;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (moments < 1 || moments > MOST_MOMENTS) {
            throw new InputException(Said.of("curvature.moments", moments, MOST_MOMENTS));
        }
        if (!ExplainDocument.isOne(file)) {
            throw new InputException(Said.of("curvature.file", file));
        }
        List<Said> told = new ArrayList<>();
        ExplainDocument document = ExplainDocument.any(file, told);
        List<ContenderSpec> wanted = contender == null ? document.experiment().contenders() : List.of(document.contender(contender));
        Map<ContenderSpec, List<Stability>> found;
        try (Job job = new Job(Said.of("cli.job.curvature"), spec, false)) {
            found = new CurvatureJob(document, moments, job).measured(wanted, told);
        }
        print(found, told);
        return ExitCode.DONE;
    }

    private void print(Map<ContenderSpec, List<Stability>> found, List<Said> told) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter words = spec.commandLine().getErr();
        told.forEach(words::println);
        if (json) {
            out.print(JsonOutput.ordered(Map.of("contenders", found.entrySet().stream()
                    .map(one -> new CurvatureCourse(one.getKey().name(), one.getValue())).toList())));
            return;
        }
        TextTable table = new TextTable(Said.of("cli.head.contender"), Said.of("cli.head.step"), Said.of("curvature.sharpness"),
                Said.of("curvature.residual"), Said.of("curvature.trace"), Said.of("curvature.gauge"));
        found.forEach((one, moments) -> moments.forEach(at -> table.row(one.name(), at.step(), number(at.sharpness()),
                number(at.residual()), number(at.trace().value()), number(at.gauge()))));
        table.print(out);
        found.forEach((one, moments) -> moments.stream().filter(Stability::beyond).findFirst().ifPresent(at ->
                words.println(Said.of("curvature.beyond", one.name(), at.step(), number(at.gauge())))));
    }

    private static String number(double value) {
        return ExplainFiles.number(value);
    }
}
