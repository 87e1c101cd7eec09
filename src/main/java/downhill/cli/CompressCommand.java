package downhill.cli;

import downhill.compress.Compressor;
import downhill.compress.Smaller;
import downhill.compress.SmallerPlan;
import downhill.compress.Training;
import downhill.data.RowValues;
import downhill.data.prepare.Prepared;
import downhill.model.InputShape;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.words.Said;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes smaller forms of a trained model, and says what each costs and is worth. */
@Command(name = "compress", description = "Make smaller forms of a trained model: quantised, pruned, taught to another.",
        sortOptions = false, footerHeading = "%n", footer = {
    "Each form is a model file of its own, which predict, evaluate, explain and export read. Bytes are those of the file; microseconds are "
            + "measured here, for a row alone and a row of 256, by Downhill's own arithmetic in float64, which whole numbers do not make "
            + "faster: they make files smaller, and batches faster where a runtime computes with int8.",
    "%nExamples:%n  downhill compress race/model-adam.downhill-model digits --quantise int8,int8-static --out small",
    "  downhill compress model.downhill-model rows.csv --prune 0.5,0.9 --finetune 500 --combine --quantise int8 --out small",
    "  downhill compress model.downhill-model rows.csv --distil mlp:16 --distil tree:12 --test held.csv --json"})
final class CompressCommand implements Callable<Integer> {
    private final Tools tools;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A trained model (*.downhill-model), or a session or experiment with one.")
    private Path modelFile;

    @Parameters(index = "1", paramLabel = "CSV", description = "Rows with features and target.")
    private String csv;

    @Option(names = "--test", paramLabel = "CSV", description = "Rows that judge (default: a part of CSV where something is learned from "
            + "the rest, else all of it).")
    private String test;

    @Option(names = "--hold", paramLabel = "SHARE", description = "Part of CSV that judges where something is learned (default: 0.3).")
    private double hold = 0.3;

    @Option(names = "--calibrate", paramLabel = "CSV", description = "Rows that show between what lies what goes into products, for "
            + "int8-static (default: those that are learned from).")
    private String calibrate;

    @Mixin
    private CompressOptions options;

    @Option(names = "--contender", paramLabel = "NAME", description = "Of a session or an experiment: whose model.")
    private String contender;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the models, variants.csv, size.png and time.png.")
    private Path out;

    @Mixin
    private DialectOptions dialect;

    CompressCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws IOException {
        if (!(hold > 0 && hold < 1)) {
            throw new InputException(Said.of("compress.hold", Said.of("compress.share"), hold));
        }
        PrintWriter err = spec.commandLine().getErr();
        try (Job job = new Job(Said.of("cli.job.compressing"), spec, dialect.progress())) {
            List<Said> told = new ArrayList<>();
            CompressSubject.Found found = new CompressSubject(modelFile, contender, job, told).find(options.ticket());
            TrainedModel model = found.model();
            SmallerPlan plan = options.plan(model.preprocessing().task(), InputShape.of(model.preprocessing().inputShape()));
            CompressFiles files = new CompressFiles(out, plan, tools.explanations());
            files.check(Stream.of(modelFile, file(csv), file(test), file(calibrate)).filter(Objects::nonNull).toList());
            told.forEach(err::println);
            CompressRows reader = new CompressRows(TrainedEnsemble.of(model), dialect, err);
            Prepared rows = reader.read(csv, test, hold, plan, calibrate != null, job);
            RowValues calibration = calibrate == null ? rows.training().values() : reader.inputs(calibrate, job);
            if (plan.learns() && !Training.knows(model)) {
                err.println(Said.of("compress.rule", model.training().rule()));
            }
            List<Smaller> all = new Compressor(model, new Training(rows, options.batch(), plan.seed()), calibration, plan,
                    found.early()).run(each -> { }, job);
            job.quiet();
            return told(files, all, plan, err);
        }
    }

    private static Path file(String argument) {
        return argument == null ? null : CsvArgument.file(argument);
    }

    private int told(CompressFiles files, List<Smaller> all, SmallerPlan plan, PrintWriter err) {
        List<CompressLine> lines = files.write(all, HarmlessPrinter.words(err));
        PrintWriter print = spec.commandLine().getOut();
        CompressReport report = new CompressReport(lines, plan.metric());
        if (json) {
            print.print(report.json());
        } else {
            report.print(print);
            double whole = all.get(0).estimate().value();
            all.stream().skip(1).forEach(each -> print.println(Said.of("compress.verdict.of", each.name(),
                    each.verdict(plan.metric(), whole))));
        }
        if (out != null) {
            err.println(Said.of("cli.results", out));
        }
        List<Smaller> lost = all.stream().filter(each -> !each.isSound()).toList();
        lost.forEach(each -> err.println(Said.of("compress.diverged", each.name())));
        return lost.isEmpty() ? ExitCode.DONE : ExitCode.FELL_SHORT;
    }
}
