package downhill.race;

import downhill.data.Progress;
import downhill.data.prepare.FoldData;
import downhill.data.prepare.FoldedRows;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.split.FoldSpec;
import downhill.data.source.SampleData;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures what several folds cost beside one run of the iris network (16 units, batch 32, Adam), in turns: {@code steps threads
 * rounds folds...}, of which the first is compared with. Run by hand; the figures are in decision 14.
 */
final class FoldTiming {
    private FoldTiming() {
    }

    public static void main(String[] arguments) {
        int steps = Integer.parseInt(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        int[] counts = Arrays.stream(arguments).skip(3).mapToInt(Integer::parseInt).toArray();
        double[][] clock = new double[counts.length][rounds];
        double[][] processor = new double[counts.length][rounds];
        for (int warm = 0; warm < 2; warm++) {
            Arrays.stream(counts).forEach(count -> time(steps, count, threads));
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < counts.length; i++) {
                double[] taken = time(steps, counts[i], threads);
                clock[i][round] = taken[0];
                processor[i][round] = taken[1];
            }
        }
        for (int i = 0; i < counts.length; i++) {
            System.out.printf("%2d folds, %d threads: %.3f s by the clock (%.2f of one), %.3f s of processor; shortest %.3f (%.2f)%n",
                    counts[i],
                    threads, median(clock[i]), median(clock[i]) / median(clock[0]), median(processor[i]), least(clock[i]),
                    least(clock[i]) / least(clock[0]));
        }
    }

    private static double[] time(int steps, int count, int threads) {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(16), Activation.TANH), Loss.CROSS_ENTROPY);
        Problem.Learning learning = new Problem.Learning(SampleData.of("iris").spec(), model);
        Experiment experiment = Races.experiment(learning, TrainingSpec.of(steps, 32), Races.contender("a", "adam", 0.01));
        FoldedRows rows = FoldedRows.of(DataSources.load(learning.data(), null, Progress.NONE).table(), learning.data(), FoldSpec.of(10));
        List<Prepared> folds = IntStream.range(0, count).mapToObj(i -> rows.prepare(i, false)).map(FoldData::prepared).toList();
        try (FoldRace race = new FoldRace(experiment, folds, IntStream.range(0, count).mapToLong(i -> 42 + i).toArray(), Races.RULES,
                threads)) {
            race.advance(200, Progress.NONE);
            long processor = processor();
            long begin = System.nanoTime();
            race.advance(Long.MAX_VALUE, Progress.NONE);
            return new double[] {(System.nanoTime() - begin) * 1e-9, (processor() - processor) * 1e-9};
        }
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }
}
