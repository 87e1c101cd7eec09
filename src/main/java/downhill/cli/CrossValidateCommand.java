package downhill.cli;

import downhill.analysis.curve.CurveRow;
import downhill.analysis.score.CrossRun;
import downhill.analysis.score.CrossScores;
import downhill.analysis.score.CrossValidation;
import downhill.analysis.score.NearZero;
import downhill.analysis.score.ScoreMetric;
import downhill.cluster.SpreadFolds;
import downhill.cluster.SpreadNested;
import downhill.cluster.Workforce;
import downhill.data.DataSpec;
import downhill.data.prepare.FoldedRows;
import downhill.data.source.LoadedRows;
import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import downhill.study.NestedKnobs;
import downhill.study.NestedTuning;
import downhill.study.Tuned;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges contenders by rows they did not learn from, fold by fold. */
@Command(name = "cross-validate", description = "Judge optimizers by rows held out, fold by fold, and say how sure that is.",
        sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  downhill cross-validate iris --optimizers sgd,adam --folds 5 --repeats 10",
    "  downhill cross-validate visits.csv --target outcome --groups patient --metric rocAuc --out verdict",
    "  downhill cross-validate air-passengers --folds 4 --metric mae",
    "  downhill cross-validate iris --optimizers sgd,adam --nested 20",
    "  downhill cross-validate race/experiment.json --folds 10 --margin 0.02 --json"})
final class CrossValidateCommand implements Callable<Integer> {
    /** What an experiment does not say itself. */
    private static final Set<String> OWN = Set.of("--folds", "--repeats", "--groups", "--rolling", "--aa", "--nested", "--vary",
            "--learning-curve",
            "--validation-curve", "--by", "--reach", "--costs", "--margin",
            "--metric", "--json", "--out", "--on", "--progress");

    private static final int MOST_TWINS = 10_000;

    private final Tools tools;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "CSV|EXPERIMENT", arity = "1..*", description = "A CSV file, the name of a bundled sample such as iris, or an "
            + "experiment (*.json) with its contenders; of several the contenders are compared over all of them.")
    private List<String> inputs;

    @Mixin
    private MethodOptions method;

    @Mixin
    private CurveOptions curves;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for experiment.json, scores.csv, curves.csv, "
            + "verdict.json and verdict.png.")
    private Path out;

    @Option(names = "--aa", paramLabel = "RACES", description = "Judge each contender against itself with other seeds, so many times on "
            + "other folds, and tell how often a difference is shown that is none (an A/A test).")
    private Integer twins;

    @Mixin
    private WorkersOption on;

    @Mixin
    private ContenderOptions contenders;

    CrossValidateCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        check();
        if (twins != null) {
            return twins();
        }
        List<Ready> ready = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            ready.add(ready(inputs.get(i), out == null || inputs.size() == 1 ? out : out.resolve(SetsReport.folder(i, inputs.get(i)))));
        }
        SetsReport.check(inputs, ready.stream().map(each -> each.method.metric()).toList(),
                ready.stream().map(each -> each.opened).toList());
        List<List<Said>> told = new ArrayList<>();
        List<CrossReport> reports = ready.stream().map(each -> judged(each, told)).toList();
        if (reports.size() > 1) {
            SetsReport all = new SetsReport(inputs, reports);
            all.print(spec.commandLine().getOut(), json);
            if (out != null) {
                all.write(out);
            }
        }
        spec.commandLine().getOut().flush();
        SetsReport.told(inputs, told).forEach(spec.commandLine().getErr()::println);
        if (out != null && !json) {
            spec.commandLine().getOut().println(Said.of("cli.results", out));
        }
        return reports.stream().anyMatch(CrossReport::diverged) ? ExitCode.FELL_SHORT : ExitCode.DONE;
    }

    /** All that is known of one input before anything is trained. */
    private record Ready(Opened opened, FoldedRows rows, CrossMethod method, CrossFiles files, Consumer<Said> tell) {
    }

    private Ready ready(String input, Path folder) {
        Opened opened = new CrossInput(spec, contenders, OWN).open(input);
        CrossFiles files = folder == null ? null : new CrossFiles(folder, tools.verdicts(),
                HarmlessPrinter.words(spec.commandLine().getErr()));
        if (files != null) {
            files.check(opened.inputs());
        }
        DataSpec data = opened.learning().data();
        CrossMethod chosen = method.method(opened.experiment().evaluated(), data.sequence() != null, opened.rows().prepared().task());
        FoldedRows rows = FoldedRows.of(opened.rows().imported().table(), data, chosen.folds());
        curves.check(opened.experiment(), opened.rows().imported().table(), opened.rows().prepared());
        tell(input, opened, rows, chosen);
        return new Ready(opened, rows, chosen, files, said -> tell(input, said));
    }

    /** @param told gets a list of what is to be said of this input */
    private CrossReport judged(Ready ready, List<List<Said>> told) {
        Opened opened = ready.opened;
        FoldedRows rows = ready.rows;
        ScoreMetric measured = ready.method.metric();
        long begin = System.nanoTime();
        NestedTuning tuning = ready.method.written().nested() == null ? null : tuning(ready);
        FoldJudgement judgement = judgement(ready, tuning);
        CrossScores scores = CrossScores.of(measured, rows, judgement.answers());
        CrossReport report = new CrossReport(opened.experiment(), opened.folder(), rows, ready.method.folds(), scores,
                ready.method.margin(), (System.nanoTime() - begin) * 1e-9).tuned(tuning == null ? Tuned.NOTHING : tuning.found());
        if (ready.files != null) {
            ready.files.write(opened.experiment().withEvaluation(ready.method.written()), opened.folder(), report,
                    curves(ready, measured, judgement));
        }
        if (inputs.size() == 1) {
            report.print(spec.commandLine().getOut(), json);
            spec.commandLine().getOut().flush();
        }
        told.add(new ArrayList<>(report.doubts().told()));
        Said near = NearZero.told(measured, judgement.answers());
        if (near != null) {
            told.get(told.size() - 1).add(0, near);
        }
        return report;
    }

    private int twins() {
        int code = ExitCode.DONE;
        for (String input : inputs) {
            Ready ready = ready(input, null);
            try (Workforce workers = on.open(); Job job = new Job(Said.of("cli.job.folds"), spec, contenders.progress())) {
                TwinsJob done = new TwinsJob(ready.opened.experiment(), ready.opened.folder(), ready.opened.rows().imported().table(),
                        ready.method).run(twins, workers, job);
                job.quiet();
                code = Math.max(code, done.print(spec.commandLine().getOut()));
            }
        }
        return code;
    }

    private void check() {
        if (twins != null && (twins < 1 || twins > MOST_TWINS)) {
            throw new InputException(Said.of("cli.aa.races", twins, MOST_TWINS));
        }
        if (twins != null && (json || out != null || method.isNested())) {
            throw new InputException(Said.of("cli.aa.alone"));
        }
        curves.check(out != null);
        method.check();
    }

    private NestedTuning tuning(Ready ready) {
        Opened opened = ready.opened;
        int trials = ready.method.written().trials();
        NestedKnobs knobs = method.knobs(opened.experiment(), ready.method);
        NestedTuning tuning = new NestedTuning(opened.experiment(), opened.rows().imported().table(), ready.method.folds(),
                ready.method.metric(), knobs, trials, RuleLibrary.complete(), Runtime.getRuntime().availableProcessors());
        ready.tell.accept(Said.of("cli.nested.told", trials, String.join(", ", knobs.used())));
        return tuning;
    }

    private FoldJudgement judgement(Ready ready, NestedTuning tuning) {
        Experiment experiment = ready.opened.experiment();
        ScoreMetric measured = ready.method.metric();
        int threads = Runtime.getRuntime().availableProcessors();
        RuleLibrary library = RuleLibrary.complete();
        try (Job job = new Job(Said.of("cli.job.folds"), spec, contenders.progress())) {
            if (on.asked()) {
                return spread(ready, tuning, job);
            }
            if (tuning != null) {
                return FoldJudgement.of(tuning, job);
            }
            return out == null ? FoldJudgement.of(CrossValidation.answers(experiment, ready.rows, measured, library, threads, job))
                    : FoldJudgement.of(new CrossRun(experiment, ready.rows, measured, library, threads), measured, job);
        }
    }

    private FoldJudgement spread(Ready ready, NestedTuning tuning, Job job) {
        Experiment experiment = ready.opened.experiment();
        Path folder = ready.opened.folder();
        CrossMethod how = ready.method;
        try (Workforce workers = on.open()) {
            if (tuning != null) {
                SpreadNested nested = new SpreadNested(workers, experiment, folder, how.folds(), how.metric(),
                        method.knobs(experiment, how), how.written().trials());
                nested.run(tuning, job);
                job.quiet();
                on.tell(spec, workers, nested.pace());
                return new FoldJudgement(tuning.answers(), null, tuning.losses());
            }
            try (SpreadFolds folds = new SpreadFolds(workers, experiment, folder, how.folds(), ready.rows, how.metric())) {
                FoldJudgement judgement = FoldJudgement.of(folds, how.metric(), job);
                job.quiet();
                on.tell(spec, workers, folds.pace());
                return judgement;
            }
        }
    }

    private List<CurveRow> curves(Ready ready, ScoreMetric measured, FoldJudgement judgement) {
        Opened opened = ready.opened;
        try (Job job = new Job(Said.of("cli.job.curves"), spec, contenders.progress())) {
            return curves.rows(opened.experiment(), opened.rows().imported().table(), ready.rows, opened.rows().prepared(), measured,
                    judgement, job, ready.tell);
        }
    }

    /** Of several inputs with the name of the one that it is about. */
    private void tell(String input, Said said) {
        spec.commandLine().getErr().println(inputs.size() == 1 ? said : Said.of("cli.of", input, said));
    }

    /** What was found in the data; notices on the split of a race are none on folds. */
    private void tell(String input, Opened opened, FoldedRows rows, CrossMethod chosen) {
        Consumer<Said> to = said -> tell(input, said);
        if (!chosen.taken().isEmpty()) {
            spec.commandLine().getErr().println(Said.of("cli.folds.taken", input, String.join(" ", chosen.taken())));
        }
        LoadedRows found = new LoadedRows(opened.rows().imported(), opened.rows().prepared().withNotices(rows.notices()));
        new ImportWords(found, opened.experiment().problem()).tell(to);
        rows.unseen().forEach(to);
        if (chosen.folds().rolling()) {
            to.accept(Said.of("cli.folds.order"));
        }
        if (opened.experiment().heedsValidation()) {
            to.accept(Said.of("cli.folds.validation"));
        }
    }
}
