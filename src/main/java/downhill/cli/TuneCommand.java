package downhill.cli;

import downhill.data.DataSpec;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.model.InputShape;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.setting.Setting;
import downhill.store.ExperimentStore;
import downhill.store.FileKind;
import downhill.store.OpenedExperiment;
import downhill.store.Outputs;
import downhill.store.SpaceStore;
import downhill.store.StudyExport;
import downhill.store.StudyFile;
import downhill.store.StudyStore;
import downhill.study.FoldChoice;
import downhill.study.JudgedRows;
import downhill.study.Judging;
import downhill.study.Recipe;
import downhill.study.StudySettings;
import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.study.trial.Ledger;
import downhill.study.trial.MemoryLedger;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches for settings. */
@Command(name = "tune", description = "Search for the settings with which an optimizer learns best, judged by the validation loss.",
        sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  downhill tune iris --vary learningRate=1e-4..1:log --vary optimizer=adam,sgd,momentum --trials 50",
    "  downhill tune digits --model softmax --space space.json --pruner hyperband --trials 400 --store study.db --json",
    "  downhill tune wine --vary hidden=4,8,16-16 --vary l2=1e-6..0.1:log --folds 5 --repeats 2",
    "  downhill tune race/experiment.json --vary batch=8..128:log --vary momentum=0.5..0.99:if:optimizer=momentum,nesterov "
            + "--vary optimizer=adam,momentum,nesterov",
    "  downhill tune iris --map learningRate,momentum --optimizer momentum --vary learningRate=1e-3..10:log --size 128x96 --out map"})
final class TuneCommand implements Callable<Integer> {
    /** Options that hold for an experiment, too; all others describe one. */
    private static final List<String> OF_SEARCHES =
            List.of("--vary", "--space", "--sampler", "--pruner", "--trials", "--minutes", "--folds", "--repeats",
                    "--groups", "--rolling", "--outer", "--seed", "--store", "--study", "--export", "--map", "--size", "--out",
                    "--on", "--json");
    /** Of a run of a map, unless --steps says otherwise. */
    private static final long MAP_STEPS = 200;

    /** Options that are no part of what a study is, or are told apart from the others. */
    private static final Set<String> NOT_NOTED = Set.of("--vary", "--space", "--store", "--study", "--export", "--trials", "--minutes",
            "--json", "--progress");

    private final Tools tools;

    private final SettingOptions options = new SettingOptions(StudySettings.all());

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "CSV|EXPERIMENT", description = "A CSV file, the name of a bundled sample such as iris, or an experiment "
            + "(*.json) of one contender.")
    private String what;

    @Option(names = "--vary", paramLabel = "KEY=RANGE", description = {
        "What is searched over; may be repeated. RANGE is LOW..HIGH, LOW..HIGH:log, LOW..HIGH:step=S, LOW..HIGH:int or A,B,C; "
                + ":if:OTHER=A,B at the end says with which values of another it matters.",
        "KEY is a hyperparameter that downhill rules ID lists, optimizer, schedule, model, or a setting such as batch, l2, clipNorm, "
                + "dropout, hidden, activation, scaling."})
    private List<String> vary = List.of();

    @Option(names = "--space", paramLabel = "FILE", description = "The same from a JSON file: {\"learningRate\": {\"low\": 1e-4, "
            + "\"high\": 1, \"log\": true}, \"optimizer\": [\"adam\", \"sgd\"]}.")
    private Path space;

    @Mixin
    private final CommandSpec mixin = options.mixin();

    @Option(names = "--store", paramLabel = "FILE.db", description = "File of the trials, in which a study goes on that was ended; "
            + "Optuna reads it (default: none is kept).")
    private Path store;

    @Option(names = "--study", paramLabel = "NAME", defaultValue = "downhill", description = "Name of the study in its file (default: "
            + "${DEFAULT-VALUE}).")
    private String study;

    @Option(names = "--export", paramLabel = "FILE", description = "At the end all trials in FILE.csv, FILE.json, or FILE.db, a copy of "
            + "the store in one file.")
    private Path export;

    @Mixin
    private WorkersOption on;

    @Mixin
    private MapOptions map;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--optimizer", defaultValue = "adam", paramLabel = "ID[:key=value,...]", description = "What is not searched over is "
            + "as this one has it; see compare (default: ${DEFAULT-VALUE}).")
    private String optimizer;

    @Mixin
    private ExperimentOptions described;

    /** What everything that is not searched over is taken from, and its rows. */
    private record Base(Experiment experiment, Path folder, LoadedRows rows) {
        /** Of a specification of the same table. */
        Prepared rows(DataSpec data) {
            return data.equals(((Problem.Learning) experiment.problem()).data()) ? rows.prepared()
                    : Preparation.prepare(rows.imported().table(), data);
        }
    }

    TuneCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        FoldChoice.check(options.chosen());
        map.check(spec.commandLine().getParseResult(), isExperiment() ? Path.of(what) : CsvArgument.file(what));
        if (map.asked()) {
            return map();
        }
        checkFiles();
        SearchSpace wanted = wanted();
        Base base = isExperiment() ? opened() : described();
        Experiment experiment = base.experiment();
        Judging judging = JudgedRows.judging(options.chosen(), experiment, base.rows().imported().table(),
                base.rows().prepared().task(), data -> base.rows(data));
        Recipe recipe = recipe(base, wanted);
        try (Ledger ledger = store == null ? new MemoryLedger()
                : new StudyStore(store, study, recipe.space(), ExperimentStore.fingerprint(experiment, base.folder())
                        + JudgedRows.mark(options.chosen(), experiment))) {
            if (ledger instanceof StudyStore kept) {
                kept.note(notes(judging, experiment));
            }
            int code = new TuneJob(spec, recipe, ledger, options.chosen(), judging).run(on, base.folder(), json);
            if (export != null) {
                StudyExport.write(export, ledger, recipe.space());
            }
            return code;
        }
    }

    /** How it is searched, for a report of the study. */
    private Map<String, String> notes(Judging judging, Experiment experiment) {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put(StudyFile.OF, what);
        notes.put(StudyFile.SAMPLER, typed(StudySettings.SAMPLER));
        notes.put(StudyFile.PRUNER, typed(StudySettings.PRUNER));
        notes.put(StudyFile.MEASURE, judging.measure());
        notes.put(StudyFile.STEPS, String.valueOf(experiment.training().steps()));
        notes.put(StudyFile.TYPED, typed());
        judging.guess(experiment).ifPresent(guess -> {
            notes.put(StudyFile.GUESS, String.valueOf(guess.value()));
            notes.put(StudyFile.GUESSED, String.valueOf(guess.rows()));
        });
        return notes;
    }

    private <T extends Enum<T>> String typed(Setting<T> setting) {
        return options.chosen().get(setting).name().toLowerCase(Locale.ROOT);
    }

    /** All that makes the study what it is, beside its space. */
    private String typed() {
        return spec.commandLine().getParseResult().matchedOptions().stream().filter(option -> !NOT_NOTED.contains(option.longestName()))
                .flatMap(option -> option.arity().max() == 0 ? Stream.of(option.longestName())
                        : option.originalStringValues().stream().map(value -> option.longestName() + " " + quoted(value)))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String value) {
        return value.matches("[\\p{L}\\p{N}._/=,:-]+") ? value : '"' + value.replace("\"", "") + '"';
    }

    private void checkFiles() {
        if (store == null && spec.commandLine().getParseResult().hasMatchedOption("--study")) {
            throw new InputException(Said.of("cli.study.store"));
        }
        if (export != null) {
            StudyExport.check(export, store);
        }
        new Outputs().reading(isExperiment() ? Path.of(what) : CsvArgument.file(what)).reading(space)
                .writing("--export", export, FileKind.TRIALS).check();
    }

    private Integer map() {
        List<Knob> said = vary.isEmpty() && space == null ? List.of() : wanted().knobs();
        Base base = isExperiment() ? opened() : described();
        Prepared rows = base.rows().prepared();
        Recipe recipe = recipe(base, new SearchSpace(map.knobs(said, base.experiment(), rows, spec.commandLine().getErr())));
        long all = base.experiment().training().steps();
        boolean exact = spec.commandLine().getParseResult().hasMatchedOption("--steps");
        double minutes = options.chosen().has(StudySettings.MINUTES) ? options.chosen().get(StudySettings.MINUTES)
                : Double.POSITIVE_INFINITY;
        return new MapJob(spec, map, tools.maps(), minutes).run(recipe, (int) (exact ? all : Math.min(all, MAP_STEPS)),
                data -> base.rows(data), on, base.folder(), json);
    }

    private static Recipe recipe(Base base, SearchSpace wanted) {
        return new Recipe(base.experiment(), InputShape.of(base.rows().prepared().inputShape()), wanted, RuleLibrary.complete(),
                text -> ScheduleText.schedule("schedule", text, base.experiment().training().steps()));
    }

    private SearchSpace wanted() {
        List<Knob> knobs = new ArrayList<>(vary.stream().map(VaryText::read).toList());
        if (space != null) {
            knobs.addAll(SpaceStore.read(space).knobs());
        }
        return new SearchSpace(knobs);
    }

    private boolean isExperiment() {
        return what.endsWith(".json");
    }

    private Base opened() {
        Stream<String> typed = spec.commandLine().getParseResult().matchedOptions().stream().map(OptionSpec::longestName);
        typed.filter(name -> !OF_SEARCHES.contains(name)).findFirst().ifPresent(name -> {
            throw new InputException(Said.of("tune.option", name));
        });
        OpenedExperiment opened = ExperimentStore.read(Path.of(what));
        opened.notices().forEach(spec.commandLine().getErr()::println);
        Experiment experiment = opened.experiment();
        if (!(experiment.problem() instanceof Problem.Learning learning) || experiment.contenders().isEmpty()) {
            throw new InputException(Said.of("tune.surface", what));
        }
        List<ContenderSpec> first = experiment.contenders().subList(0, 1);
        if (experiment.contenders().size() > 1) {
            spec.commandLine().getErr().println(Said.of("tune.first", first.get(0).name(), experiment.contenders().size()));
        }
        DataSpec wanted = JudgedRows.keepingAside(options.chosen(), learning.data());
        Experiment one = experiment.withContenders(first).withProblem(new Problem.Learning(wanted, learning.model()));
        return new Base(seeded(one), opened.folder(), load(wanted, opened.folder()));
    }

    private Experiment seeded(Experiment experiment) {
        boolean said = spec.commandLine().getParseResult().hasMatchedOption("--seed");
        return said ? experiment.withSeed(described.seed()) : experiment;
    }

    private Base described() {
        described.check();
        DataSpec wanted = JudgedRows.keepingAside(options.chosen(), described.data(what));
        LoadedRows rows = load(wanted, Path.of(""));
        List<Entrant> entrants = Entrant.list(optimizer);
        if (entrants.size() != 1) {
            throw new InputException(Said.of("tune.one", optimizer));
        }
        Experiment experiment = described.experiment(what, wanted, rows.prepared(), described.contenders(entrants, null),
                spec.commandLine().getErr());
        new ImportWords(rows, experiment.problem()).print(spec.commandLine().getErr());
        return new Base(experiment, Path.of(""), rows);
    }

    private LoadedRows load(DataSpec wanted, Path folder) {
        try (Job job = new Job(Said.of("cli.job.reading"), spec, described.progress())) {
            return DataSources.rows(wanted, folder, job);
        }
    }
}
