package downhill.cli;

import downhill.analysis.score.ScoreMetric;
import downhill.data.DataSettings;
import downhill.data.DataSpec;
import downhill.data.SplitSpec;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.race.document.Experiment;
import downhill.race.document.ExperimentSettings;
import downhill.race.document.TrainingSettings;
import downhill.setting.Setting;
import downhill.study.StudySettings;
import downhill.study.automl.AutoPlan;
import downhill.study.automl.AutoSpace;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds a model of a table by itself. */
@Command(name = "automl", description = "Find a good model of a CSV file in a given time: kinds of models, preparation and settings, the "
        + "best of them mixed, and measured on rows that nothing was chosen by.",
        sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  downhill automl iris --minutes 0.5",
    "  downhill automl houses.csv --target price --minutes 10 --out found",
    "  downhill automl visits.csv --target outcome --metric rocAuc --trials 60 --json"})
final class AutomlCommand implements Callable<Integer> {
    private static final double MINUTES = 2;

    private final SettingOptions options = new SettingOptions(List.of(ExperimentSettings.SEED));
    private final long begun = System.nanoTime();

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "CSV", description = "A CSV file, or the name of a bundled sample such as iris.")
    private String csv;

    @Option(names = "--minutes", paramLabel = "X", description = "All is done in this time, what comes after the search included "
            + "(default: 2; no limit where only --trials is given).")
    private String minutes;

    @Option(names = "--trials", paramLabel = "N", description = "At most so many settings are tried; where they alone end the search, "
            + "the same comes of the same seed (default: no limit).")
    private String trials;

    @Option(names = "--steps", paramLabel = "N", description = "Updates of a trial (default: by the number of rows, 600 to 3000).")
    private String steps;

    @Mixin
    private final CommandSpec mixin = options.mixin();

    @Option(names = "--metric", paramLabel = "M", description = "What is measured, and all is chosen by. Classes: logLoss (default), "
            + "accuracy, balancedAccuracy, macroF1, weightedF1, mcc, brier, rocAuc, averagePrecision. Numbers: rmse (default), mae, r2, "
            + "mape, quantile10, quantile90.")
    private String metric;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for model.downhill-model, best.downhill-model, experiment.json, "
            + "leaderboard.csv and report.md.")
    private Path out;

    @Mixin
    private WorkersOption on;

    @Mixin
    private DataOptions data;

    @Mixin
    private ReadingOptions reading;

    @Override
    public Integer call() {
        long seed = options.chosen().get(ExperimentSettings.SEED);
        Long most = read(StudySettings.TRIALS, trials);
        Double time = read(StudySettings.MINUTES, minutes);
        Long length = read(TrainingSettings.STEPS, steps);
        data.check();
        if (typed(DataSettings.VALIDATION.option())) {
            throw new InputException(Said.of("automl.validation"));
        }
        AutomlFiles files = out == null ? null : new AutomlFiles(out);
        if (files != null) {
            files.check(CsvArgument.file(csv));
        }
        DataSpec wanted = wanted(seed);
        LoadedRows rows = load(wanted);
        Prepared prepared = rows.prepared();
        DataSpec settled = wanted.withTarget(prepared.targetName()).withTask(prepared.task());
        AutoSpace space = new AutoSpace(prepared);
        Experiment experiment = space.experiment(csv, settled, length == null ? space.steps() : length, seed);
        new ImportWords(rows, experiment.problem()).print(spec.commandLine().getErr());
        ScoreMetric measured = metric == null ? space.usualMetric() : ScoreMetric.named(metric, prepared.task());
        boolean endless = most != null && time == null;
        AutoPlan plan = new AutoPlan(space, experiment, fixed(), measured, most == null ? AutoPlan.ENDLESS : Math.toIntExact(most),
                endless ? Double.POSITIVE_INFINITY : seconds(time));
        return new AutomlJob(spec, plan, rows.imported().table(), files).run(on, json);
    }

    private boolean typed(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private static <T> T read(Setting<T> setting, String typed) {
        return typed == null ? null : setting.read(setting.option(), typed);
    }

    /** What is left of the time. */
    private double seconds(Double asked) {
        return (asked == null ? MINUTES : asked) * TimeUnit.MINUTES.toSeconds(1) - (System.nanoTime() - begun) * 1e-9;
    }

    private DataSpec wanted(long seed) {
        DataSpec wanted = data.apply(reading.apply(CsvArgument.spec(csv)), Optional.empty());
        SplitSpec split = wanted.split().withSeed(seed).withRatio(0);
        return wanted.withSplit(typed(DataSettings.SEALED.option()) ? split : split.withSealed(AutoPlan.OUTER));
    }

    /** What a person has set is not searched over. */
    private Set<String> fixed() {
        Set<String> fixed = new HashSet<>();
        List.of(DataSettings.SCALING, DataSettings.MISSING).stream().filter(setting -> typed(setting.option()))
                .forEach(setting -> fixed.add(setting.word()));
        return fixed;
    }

    private LoadedRows load(DataSpec wanted) {
        try (Job job = new Job(Said.of("cli.job.reading"), spec, reading.progress())) {
            return DataSources.rows(wanted, Path.of(""), job);
        }
    }
}
