package downhill.cli;

import downhill.cli.bench.AutosaveSoak;
import downhill.cli.bench.Bench;
import downhill.cli.bench.BenchFigure;
import downhill.cli.bench.BenchWork;
import downhill.cli.bench.Limit;
import downhill.cli.bench.LimitFigure;
import downhill.cli.bench.PeerFigure;
import downhill.cli.bench.Peers;
import downhill.cli.bench.QualityCase;
import downhill.cli.bench.ScaleBench;
import downhill.cli.bench.ScaleFigure;
import downhill.cli.bench.Soak;
import downhill.data.TaskKind;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Families;
import downhill.model.Family;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.Rule;
import downhill.race.document.ExperimentSettings;
import downhill.store.JsonOutput;
import downhill.words.Said;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the engine, the window, memory over a long run, or how good networks become. */
@Command(name = "bench",
        description = "Measure training (time of one step of one run), the window (--ui), how soon it is there (--start), "
        + "memory (--soak), what networks reach (--quality), how near the limit (--limit), beside others (--peers) "
        + "or how cost grows (--scale).")
final class BenchCommand implements Callable<Integer> {
    private static final String SURFACE = "surface";
    private static final String PERCEPTRON = "mlp";
    /** Sizes from input to output of those whose layers can be said; others are measured as they begin, on examples made for them. */
    private static final Map<String, List<Integer>> LAYERS = Map.of("linear", List.of(8, 1), "logistic", List.of(30, 1),
            "softmax", List.of(4, 3), PERCEPTRON, List.of(2, 16, 16, 1));

    /** Gigabytes of the heap of each process of --scale. */
    private static final int HEAP = 4;

    private final Tools tools;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Option(names = "--model", defaultValue = "mlp", paramLabel = "NAME",
            description = "A model as of compare, or surface (default: ${DEFAULT-VALUE}).")
    private String model;

    @Option(names = "--layers", split = ",", paramLabel = "N", description = "Sizes from input to output (default: 2,16,16,1 for mlp, "
            + "8,1 for linear, 30,1 for logistic, 4,3 for softmax).")
    private List<Integer> layers;

    @Option(names = "--activation", defaultValue = "tanh", paramLabel = "NAME",
            description = "mlp: of the hidden layers (default: ${DEFAULT-VALUE}).")
    private String activation;

    @Option(names = "--batch", defaultValue = "32", paramLabel = "N", description = "Rows in a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--rows", defaultValue = "1024", paramLabel = "N", description = "Rows that batches are drawn from; no more than "
            + "the batch: the full batch (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--optimizer", defaultValue = "adam", paramLabel = "ID",
            description = "See downhill rules (default: ${DEFAULT-VALUE}).")
    private String optimizer;

    @Option(names = "--runs", split = ",", defaultValue = "1,4,64", paramLabel = "N",
            description = "Sizes of the stack (default: ${DEFAULT-VALUE}).")
    private List<Integer> runs;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that may compute (default: as many as cores, as in a race).")
    private Integer threads;

    @Option(names = "--seconds", defaultValue = "5", paramLabel = "S",
            description = "For each size, warming up included (default: ${DEFAULT-VALUE}).")
    private double seconds;

    private final SettingOptions settings = new SettingOptions(List.of(ExperimentSettings.PRECISION));

    @Mixin
    private final CommandSpec mixin = settings.mixin();

    @Option(names = "--soak", paramLabel = "STEPS", description = "Train one run so long and print its memory at start and end.")
    private Long soak;

    @Option(names = "--autosave", description = "With --soak: race four contenders instead, saving the session all the while.")
    private boolean autosave;

    @Option(names = "--ui", description = "Measure the window instead.")
    private boolean ui;

    @Option(names = "--start", description = "Measure how soon after the start of Java the window is there instead.")
    private boolean start;

    @Option(names = "--quality", description = "Train networks on bundled data with three seeds and hold what they reach against what they "
            + "must: 97 %% of the digits, and less error than both naive forecasts on the series.")
    private boolean quality;

    @Option(names = "--limit", description = "Hold the engine, on one thread, against the same network written by hand in C, where a "
            + "compiler is at hand.")
    private boolean limit;

    @Option(names = "--peers", description = "Measure steps of PyTorch, scikit-learn and TensorFlow.js, too, where they are installed.")
    private boolean peers;

    @Option(names = "--work", split = ",", paramLabel = "NAME", description = "With --peers: only this work, by its names in the table.")
    private List<String> work = List.of();

    @Option(names = "--scale", description = "Measure time and memory as rows, columns, categories, classes and contenders grow, each "
            + "size in a process of its own with a heap of 4 GB.")
    private boolean scale;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    BenchCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        check();
        PrintWriter out = spec.commandLine().getOut();
        if (quality) {
            return new QualityReport(spec, json).run(QualityCase.all());
        }
        if (limit || peers || scale) {
            beside(out);
        } else if (start) {
            out.print(JsonOutput.of(tools.window().start()));
        } else if (ui) {
            out.print(JsonOutput.of(tools.window().bench((int) Math.ceil(seconds))));
        } else if (soak != null && autosave) {
            out.print(JsonOutput.of(soakWithSaves()));
        } else if (soak != null) {
            out.print(JsonOutput.of(soak()));
        } else {
            print(measure(), out);
        }
        return ExitCode.DONE;
    }

    private void beside(PrintWriter out) {
        BesideReport report = new BesideReport(out);
        try (Job job = new Job(Said.of("cli.job.measuring"), spec)) {
            if (limit) {
                List<LimitFigure> figures = Limit.measure(new Bench(work(), precision(), 1, seconds), runs);
                job.quiet();
                print(figures, () -> report.limit(figures), out);
            } else if (peers) {
                List<PeerFigure> figures = Peers.measure(RuleChoice.rule(optimizer), work, threads == null ? 1 : threads, seconds);
                job.quiet();
                print(figures, () -> report.peers(figures), out);
            } else {
                List<ScaleFigure> figures = ScaleBench.measure(HEAP, job);
                job.quiet();
                print(figures, () -> report.scale(figures), out);
            }
        } catch (IOException e) {
            throw new InputException(Said.of("cli.bench.room", e.getMessage()));
        }
    }

    private void print(List<?> figures, Runnable table, PrintWriter out) {
        if (json) {
            out.print(JsonOutput.list(figures));
        } else {
            table.run();
        }
    }

    private Soak soak() {
        try (ProgressBar bar = ProgressBar.of(Said.of("cli.job.training"), spec)) {
            return Soak.run(work(), precision(), soak, bar);
        }
    }

    private AutosaveSoak soakWithSaves() {
        try (ProgressBar bar = ProgressBar.of(Said.of("cli.job.training"), spec)) {
            Path folder = Files.createTempDirectory("downhill-soak");
            AutosaveSoak figures = AutosaveSoak.run(soak, folder, bar);
            Files.deleteIfExists(folder.resolve("1.downhill.lock"));
            Files.deleteIfExists(folder);
            return figures;
        } catch (IOException e) {
            throw new InputException(Said.of("cli.bench.room", e.getMessage()));
        }
    }

    private void check() {
        require(batch >= 1 && batch <= 100_000, Said.of("cli.bench.batch"));
        require(rows >= 1 && rows <= 10_000_000, Said.of("cli.bench.rows"));
        require(seconds > 0 && seconds <= 3600, Said.of("cli.bench.seconds"));
        require(threads == null || threads >= 1 && threads <= 1024, Said.of("cli.bench.threads"));
        require(runs.stream().allMatch(each -> each >= 1 && each <= 100_000), Said.of("cli.bench.runs"));
        require(soak != null || !autosave, Said.of("cli.bench.autosave"));
        require(peers || work.isEmpty(), Said.of("cli.bench.work.peers"));
        Set<String> known = Peers.names(RuleChoice.rule(optimizer));
        require(known.containsAll(work), Said.of("cli.bench.work", String.join(", ", known)));
        require(soak == null || soak >= 1, Said.of("cli.bench.soak"));
    }

    private static void require(boolean holds, Said sentence) {
        if (!holds) {
            throw new InputException(sentence);
        }
    }

    private List<BenchFigure> measure() {
        Bench bench = new Bench(work(), precision(), threads == null ? Runtime.getRuntime().availableProcessors() : threads, seconds);
        List<BenchFigure> figures = new ArrayList<>();
        try (ProgressBar bar = ProgressBar.of(Said.of("cli.job.measuring"), spec)) {
            for (int each : runs) {
                bar.done((double) figures.size() / runs.size(),
                        HarmlessPrinter.text(spec.commandLine().getErr(), Said.of("bench.so", each)));
                figures.add(bench.measure(each));
            }
        }
        return figures;
    }

    private void print(List<BenchFigure> figures, PrintWriter out) {
        if (json) {
            out.print(JsonOutput.list(figures));
            return;
        }
        TextTable table = new TextTable(Said.of("bench.runs"), Said.of("bench.time"), Said.of("bench.fastest"), Said.of("bench.threads"));
        figures.forEach(each -> table.row(String.valueOf(each.runs()), String.format(Locale.ROOT, "%.2f", each.microsecondsPerRunStep()),
                String.format(Locale.ROOT, "%.2f", each.fastest()), String.valueOf(each.threads())));
        table.print(out);
        out.println(Said.of("bench.how", Bench.REPETITIONS));
    }

    private Precision precision() {
        return settings.chosen().get(ExperimentSettings.PRECISION);
    }

    private BenchWork work() {
        Rule rule = RuleChoice.rule(optimizer);
        String name = model.toLowerCase(Locale.ROOT);
        if (name.equals(SURFACE)) {
            return new BenchWork(null, null, 0, 0, 0, rule);
        }
        Family<?> family = Families.named(name).orElseThrow(() -> new InputException(
                Said.of("cli.family.bench", model, Families.names(), SURFACE)));
        List<Integer> usual = LAYERS.get(name);
        return usual == null ? BenchWork.of(family, Math.max(rows, batch), batch, rule) : dense(family, sizes(usual), rule);
    }

    private List<Integer> sizes(List<Integer> otherwise) {
        List<Integer> sizes = layers == null ? otherwise : layers;
        require(sizes.size() >= 2 && sizes.stream().allMatch(each -> each >= 1), Said.of("cli.bench.layers"));
        return sizes;
    }

    private BenchWork dense(Family<?> family, List<Integer> sizes, Rule rule) {
        List<Integer> hidden = sizes.subList(1, sizes.size() - 1);
        InputShape shape = InputShape.of(sizes.get(0));
        Loss loss = family.usualLoss(TaskKind.REGRESSION);
        Architecture architecture = family.id().equals(PERCEPTRON)
                ? new Architecture.Mlp(hidden, ModelOptions.constant(Activation.class, activation, Said.of("cli.constant.activation")))
                : family.start(shape);
        require(family.id().equals(PERCEPTRON) || hidden.isEmpty(), Said.of("cli.bench.layers.two", model));
        return new BenchWork(new ModelSpec(architecture, loss), shape, sizes.get(sizes.size() - 1), Math.max(rows, batch), batch, rule);
    }
}
