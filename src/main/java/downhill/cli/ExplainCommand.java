package downhill.cli;

import downhill.store.JsonOutput;
import downhill.words.Said;
import java.io.IOException;
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

/** Says why a model says what it says. */
@Command(name = "explain", description = "Say why a trained model predicts what it predicts.", sortOptions = false, footerHeading = "%n",
        footer = {
    "permutation tells how much worse the model is where the values of a column are shuffled; the file must hold the target. shap tells "
            + "how much each column moved each prediction away from the mean prediction of the background; the values and the mean add "
            + "up to the prediction. pdp tells the mean prediction where a column has each of some values in every row of the "
            + "background, ice the same of single rows, ale the same by small steps among rows that are there. lime tells a row by a "
            + "line nearby, anchors by a region where its answer holds, counterfactual what would change its answer, "
            + "gradients what its derivatives by the inputs say, "
            + "surrogate the model by the rules of a small tree, errors where it errs, nearest the rows that each is most like, prototypes "
            + "rows that stand for all. Of a session or experiment suspects tells rows whose label is at odds with the training, drop what "
            + "each column is worth to a contender that learns without it, features which columns made of others earn their place, "
            + "contenders what moves each of them, side by side. "
            + "Columns are those of the file, however many inputs are made of them. docs/explain.md has the definitions.",
    "%nExamples:%n  downhill explain race/model-adam.downhill-model houses.csv --method permutation",
    "  downhill explain race/model-adam.downhill-model new.csv --method shap --background houses.csv --rows 1,5-9 --json"})
final class ExplainCommand implements Callable<Integer> {
    private final Tools tools;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0", paramLabel = "MODEL",
            description = "A trained model (*.downhill-model), as train, compare and automl save it; or a session (*.downhill) or an "
            + "experiment (*.json), which is repeated.")
    private Path modelFile;

    @Parameters(index = "1", arity = "0..1", paramLabel = "CSV", description = "Rows with the columns that the model was trained on (of a "
            + "session or experiment by default its own).")
    private String csv;

    @Option(names = "--method", required = true, paramLabel = "NAME", description = "permutation, shap, pdp, ice, ale, lime, "
            + "anchors, counterfactual, gradients, surrogate, errors, suspects, nearest, prototypes, drop, "
            + "features or contenders.")
    private String method;

    @Option(names = "--background", paramLabel = "CSV", description = "Rows that predictions are compared with, each of them "
            + "(default: all rows of CSV).")
    private String background;

    @Option(names = "--rows", paramLabel = "LIST", description = "Rows of CSV to explain, counted from 1: 1,5-9 (default: all).")
    private String rows;

    @Option(names = "--step", paramLabel = "N", description = "Of a session or experiment: the update after which a contender is explained "
            + "(default: where it stands, or its end).")
    private Long step;

    @Option(names = "--contender", paramLabel = "NAME", description = "Of a session or experiment with several: which.")
    private String contender;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--out", paramLabel = "DIR", description = "Write explain.csv, explain.json and explain.png there.")
    private Path out;

    @Mixin
    private ExplainOptions options;

    @Mixin
    private DialectOptions dialect;

    ExplainCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws IOException {
        ExplainTraining training = ExplainMethods.training(method);
        ExplainMethod chosen = training == null ? ExplainMethods.named(method) : null;
        ExplainOptions.check(method, spec.commandLine().getParseResult()::hasMatchedOption);
        options.check(training != null);
        List<Said> told = new ArrayList<>();
        ExplainDocument document = ExplainDocument.isOne(modelFile) ? ExplainDocument.open(modelFile, told) : null;
        if (training != null) {
            training = requireOwnRows(document, training);
        } else if (csv == null) {
            csv = own(document);
        }
        ExplainFiles files = out == null ? null : new ExplainFiles(out, tools.explanations());
        if (files != null) {
            files.check(Arrays.asList(modelFile, file(csv), file(background)));
        }
        ExplainResult result;
        try (Job job = new Job(Said.of("cli.job.explaining"), spec, dialect.progress())) {
            result = training != null ? training.explain(document, contender, options, out, job)
                    : explained(chosen, new ExplainSubject(modelFile, step, contender, job, told).find(document, chosen.moments()),
                            job, told);
            if (files != null) {
                files.write(method, result, HarmlessPrinter.words(spec.commandLine().getErr()));
            }
        }
        print(result, told);
        return ExitCode.DONE;
    }

    private static Path file(String argument) {
        return argument == null ? null : CsvArgument.file(argument);
    }

    private String own(ExplainDocument document) {
        if (document == null) {
            throw new InputException(Said.of("explain.csv.absent", modelFile));
        }
        return document.csv();
    }

    private ExplainTraining requireOwnRows(ExplainDocument document, ExplainTraining training) {
        if (document == null) {
            throw new InputException(Said.of("explain.anew.model", method, modelFile));
        }
        Map<String, Object> others = new LinkedHashMap<>();
        others.put("CSV", csv);
        others.put("--background", background);
        others.put("--rows", rows);
        ExplainTraining then = step == null ? training : training.at(step);
        others.put("--step", then == null ? step : null);
        others.forEach((name, value) -> {
            if (value != null) {
                throw new InputException(Said.of("explain.anew.options", method, name));
            }
        });
        return then;
    }

    private ExplainResult explained(ExplainMethod chosen, ExplainSubject.Found subject, Job job, List<Said> told) throws IOException {
        try (ExplainInput input = new ExplainInput(subject, csv, background, dialect, spec.commandLine().getErr())) {
            ExplainTask task = input.task(rows, options, job, told);
            Said warning = chosen.warning(task);
            if (!warning.isEmpty()) {
                job.quiet();
                spec.commandLine().getErr().println(warning);
                spec.commandLine().getErr().flush();
            }
            return chosen.explain(task, job);
        }
    }

    private void print(ExplainResult result, List<Said> told) {
        PrintWriter err = spec.commandLine().getErr();
        told.forEach(err::println);
        result.told().forEach(err::println);
        if (out != null) {
            err.println(Said.of(result.charts().isEmpty() ? "explain.written.plain" : "explain.written", out));
            result.code().keySet().stream().sorted().forEach(name -> err.println(Said.of(name.equals(ExplainFeatures.DOCUMENT)
                    ? "explain.written.features" : "explain.written.code", name)));
        }
        PrintWriter printed = spec.commandLine().getOut();
        if (json) {
            printed.print(JsonOutput.ordered(result.json()));
            return;
        }
        result.printed().forEach(printed::println);
        for (int i = 0; i < result.tables().size(); i++) {
            printed.print(i == 0 && result.printed().isEmpty() ? "" : System.lineSeparator());
            result.tables().get(i).print(printed);
        }
    }
}
