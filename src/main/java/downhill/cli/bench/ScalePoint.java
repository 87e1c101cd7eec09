package downhill.cli.bench;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.CounterRandom;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Generator;
import downhill.data.LabelColumn;
import downhill.data.NumberColumn;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.engine.MemoryUse;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.RaceRunner;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** One size, measured in a process of its own: 1000 steps of a network of 32 and 32 with batches of 32, its judging included. */
final class ScalePoint {
    static final String START = "Scale: ";
    private static final long SEED = 1;
    private static final long LABELS = 77;
    private static final int STEPS = 1000;
    private static final int BATCH = 32;
    private static final Path STATUS = Path.of("/proc/self/status");

    private ScalePoint() {
    }

    /** Takes a size as a word, prints seconds, seconds and megabytes. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(measured(ScaleSize.read(arguments[0]), STEPS));
    }

    static String measured(ScaleSize size, int steps) throws IOException {
        Table table = table(size);
        DataSpec spec = DataSpec.of(new DataSource.Generated(Generator.LINE, size.rows(), 0, SEED)).withTarget("y")
                .withTask(size.classes() == 2 ? TaskKind.BINARY : TaskKind.MULTICLASS);
        long begin = System.nanoTime();
        Prepared prepared = Preparation.prepare(table, spec);
        long ready = System.nanoTime();
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(32, 32), Activation.TANH), Loss.defaultFor(prepared.task()));
        List<ContenderSpec> contenders = IntStream.range(0, size.contenders())
                .mapToObj(i -> ContenderSpec.of("c" + i, "Adam " + i, "adam", Map.of("learningRate", 0.001 + i * 1e-6), i)).toList();
        Experiment experiment = new Experiment("scale", new Problem.Learning(spec, model), TrainingSpec.of(steps, BATCH), contenders, SEED,
                Precision.FLOAT);
        RaceRunner.run(experiment, prepared, RuleLibrary.builtIn(), RaceOptions.alone(), Progress.NONE);
        return String.format(Locale.ROOT, "%s%.3f %.3f %.0f", START, (ready - begin) * 1e-9, (System.nanoTime() - ready) * 1e-9,
                megabytes());
    }

    private static Table table(ScaleSize size) {
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < size.columns(); column++) {
            double[] values = new double[size.rows()];
            long first = (long) column * size.rows();
            Arrays.setAll(values, row -> CounterRandom.gaussian(SEED, CounterRandom.GENERATOR, first + row));
            columns.add(new NumberColumn("x" + column, values));
        }
        if (size.levels() > 0) {
            columns.add(labels("kind", size.rows(), size.levels(), LABELS));
        }
        columns.add(labels("y", size.rows(), size.classes(), LABELS + 1));
        return new Table(columns);
    }

    /** Every label occurs. */
    private static Column labels(String name, int rows, int count, long purpose) {
        int[] codes = new int[rows];
        Arrays.setAll(codes, row -> row < count ? row : CounterRandom.index(SEED, purpose, row, count));
        return new LabelColumn(name, ColumnType.CATEGORY, codes, IntStream.range(0, count).mapToObj(i -> name + " " + i).toList());
    }

    /** The most that Linux says this process had; elsewhere what it has now. */
    private static double megabytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return MemoryUse.physicalBytes() / 1e6;
        }
        return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1.024e-3).findFirst().orElse(Double.NaN);
    }
}
