package downhill.cli;

import downhill.analysis.curvature.CurvatureCourse;
import downhill.analysis.curvature.LossLine;
import downhill.analysis.curvature.Stability;
import downhill.race.document.ContenderSpec;
import downhill.store.JsonOutput;
import downhill.words.Said;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

    @Option(names = "--measures",
            description = "Also how each moves: gradient noise scale, effective rank, update ratio, alignment, distance.")
    private boolean measures;

    @Option(names = "--spectrum", description = "Also how the eigenvalues of the Hessian are spread where each stands at the end.")
    private boolean spectrum;

    @Option(names = "--between", arity = "2", paramLabel = "NAME[@STEP]",
            description = "Also the loss on the straight line between two contenders, and on a curve that is bent to where it is low.")
    private List<String> between = List.of();

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
        CurvatureJob.Asked asked = new CurvatureJob.Asked(measures, spectrum, between.stream().map(text -> point(document, text)).toList());
        CurvatureJob.Found found;
        try (Job job = new Job(Said.of("cli.job.curvature"), spec, false)) {
            found = new CurvatureJob(document, moments, job, asked).measured(wanted, told);
        }
        print(found, told);
        return ExitCode.DONE;
    }

    private static CurvatureJob.Point point(ExplainDocument document, String text) {
        int at = text.lastIndexOf('@');
        if (at > 0 && text.substring(at + 1).matches("[0-9]{1,15}")) {
            ContenderSpec one = document.contender(text.substring(0, at));
            long step = Long.parseLong(text.substring(at + 1));
            if (step < one.birth() || step > document.experiment().training().steps()) {
                throw new InputException(Said.of("curvature.step", text, one.birth(), document.experiment().training().steps()));
            }
            return new CurvatureJob.Point(one, step);
        }
        return new CurvatureJob.Point(document.contender(text), -1);
    }

    private void print(CurvatureJob.Found found, List<Said> told) {
        PrintWriter words = spec.commandLine().getErr();
        told.forEach(words::println);
        if (json) {
            spec.commandLine().getOut().print(JsonOutput.ordered(fields(found)));
            return;
        }
        new CurvatureTables(spec.commandLine().getOut()).print(found, measures);
        found.moments().forEach((one, moments) -> moments.stream().filter(Stability::beyond).findFirst().ifPresent(at ->
                words.println(Said.of("curvature.beyond", one.name(), at.step(), ExplainFiles.number(at.gauge())))));
    }

    private static Map<String, Object> fields(CurvatureJob.Found found) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("contenders", found.moments().entrySet().stream().map(one -> new CurvatureCourse(one.getKey().name(), one.getValue()))
                .toList());
        if (!found.spectra().isEmpty()) {
            Map<String, Object> spectra = new LinkedHashMap<>();
            found.spectra().forEach((name, one) -> spectra.put(name, Map.of("values", list(one.values()), "weights", list(one.weights()))));
            fields.put("spectra", spectra);
        }
        if (found.straight() != null) {
            fields.put("straight", line(found.straight()));
            fields.put("curved", line(found.curved()));
        }
        return fields;
    }

    private static Map<String, Object> line(LossLine line) {
        return Map.of("at", list(line.at()), "losses", list(line.losses()));
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
