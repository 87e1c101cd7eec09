package downhill.analysis.explain.local;

import downhill.analysis.explain.field.Cells;
import downhill.data.CounterRandom;
import downhill.data.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Rows that prototypes do not stand for (MMD-critic; Kim, Khanna, Koyejo 2016). The witness function tells at a row how much more likely
 * such rows are among all than among the prototypes; criticisms are where it is highest (the paper also takes those where it is lowest,
 * which are beside prototypes), each unlike those before it, since the logarithm of the determinant of their kernel counts, too. The
 * kernel is exp(−d/h), where d is how far rows are by {@link Nearness} and h the median of that.
 *
 * @param rows    indexes of the rows among those given, the first chosen first
 * @param witness of each, above 0: there are more such rows than the prototypes tell
 * @param squared the maximum mean discrepancy between all rows and the prototypes, squared; 0 where these stand for all alike
 * @param drawn   rows that were looked at, drawn by a seed
 */
public record Criticisms(int[] rows, double[] witness, double squared, int drawn) {
    private static final int DRAWN = 500;
    private static final long PURPOSE = 1140;

    /**
     * Chooses them.
     *
     * @param prototypes indexes of rows, at least one
     * @param most       how many at most
     */
    public static Criticisms of(Cells cells, int[] prototypes, int most, long seed, Progress progress) {
        int[] drawn = IntStream.concat(Arrays.stream(CounterRandom.permutation(seed, PURPOSE, 0, cells.count())).limit(DRAWN),
                IntStream.of(prototypes)).distinct().sorted().toArray();
        double[][] kernel = kernel(new Nearness(cells), drawn, progress);
        int[] own = IntStream.of(prototypes).map(row -> Arrays.binarySearch(drawn, row)).toArray();
        double[] witness = new double[drawn.length];
        Arrays.setAll(witness, i -> Arrays.stream(kernel[i]).average().orElse(0)
                - IntStream.of(own).mapToDouble(j -> kernel[i][j]).average().orElse(0));
        double all = Arrays.stream(witness).average().orElse(0);
        double squared = Math.max(0, all - IntStream.of(own).mapToDouble(j -> witness[j]).average().orElse(0));
        int[] chosen = chosen(kernel, witness, own, most);
        int[] rows = IntStream.of(chosen).map(i -> drawn[i]).toArray();
        return new Criticisms(rows, IntStream.of(chosen).mapToDouble(i -> witness[i]).toArray(), squared, drawn.length);
    }

    private static double[][] kernel(Nearness nearness, int[] drawn, Progress progress) {
        double[][] far = new double[drawn.length][drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            if (progress.cancelled()) {
                throw new CancellationException("criticisms are no longer wanted");
            }
            double[] row = nearness.rows().row(drawn[i]);
            for (int j = 0; j < i; j++) {
                far[i][j] = nearness.of(row, drawn[j]);
                far[j][i] = far[i][j];
            }
            progress.done((i + 1.0) / drawn.length);
        }
        double[] sorted = Arrays.stream(far).flatMapToDouble(Arrays::stream).filter(each -> each > 0).sorted().toArray();
        double width = sorted.length == 0 ? 1 : sorted[sorted.length / 2];
        return Arrays.stream(far).map(row -> Arrays.stream(row).map(each -> Math.exp(-each / width)).toArray()).toArray(double[][]::new);
    }

    /** The next one is where the witness and ln of what its kernel has beyond those chosen come to most. */
    private static int[] chosen(double[][] kernel, double[] witness, int[] prototypes, int most) {
        boolean[] taken = new boolean[witness.length];
        IntStream.of(prototypes).forEach(i -> taken[i] = true);
        double[] rest = new double[witness.length];
        Arrays.setAll(rest, i -> kernel[i][i]);
        List<double[]> factors = new ArrayList<>();
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < most) {
            int best = best(witness, rest, taken);
            if (best < 0) {
                break;
            }
            taken[best] = true;
            chosen.add(best);
            factors.add(factor(kernel[best], factors, best, rest));
        }
        return chosen.stream().mapToInt(each -> each).toArray();
    }

    private static int best(double[] witness, double[] rest, boolean[] taken) {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rest.length; i++) {
            double gain = witness[i] + Math.log(Math.max(0, rest[i]));
            if (!taken[i] && witness[i] > 0 && rest[i] > 1e-12 && gain > highest) {
                best = i;
                highest = gain;
            }
        }
        return best;
    }

    /** A step of Cholesky's factorization; takes what the new one explains from the rest of each. */
    private static double[] factor(double[] column, List<double[]> before, int pivot, double[] rest) {
        double root = Math.sqrt(rest[pivot]);
        double[] factor = new double[column.length];
        for (int i = 0; i < factor.length; i++) {
            double sum = column[i];
            for (double[] each : before) {
                sum -= each[i] * each[pivot];
            }
            factor[i] = sum / root;
        }
        for (int i = 0; i < factor.length; i++) {
            rest[i] -= factor[i] * factor[i];
        }
        return factor;
    }
}
