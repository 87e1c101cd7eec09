package downhill.race;

import downhill.engine.train.SummedGradient;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Steps of plain descent that a worker takes on its own rows before it answers (local SGD: McMahan et al. 2017, Communication-efficient
 * learning of deep networks from decentralized data, algorithm 1; Stich 2019). Its answer is the sum of the mean gradients on its way,
 * which counts as much as all rows on it: so plain descent by the mean of the answers, at the same rate, comes to the mean of the
 * workers' parameters, and with a single step to the step of all rows together. Other rules get what Reddi et al. 2021 (Adaptive
 * federated optimization, algorithm 1) give to the server's.
 */
final class LocalDescent {
    private final double[] rates;
    private final double[][] at;
    private final double[][] added;
    private final double[] rows;
    private final double[] losses;

    /**
     * @param start [runs][P]
     * @param rates by run
     */
    LocalDescent(double[][] start, double[] rates) {
        this.rates = rates;
        at = Arrays.stream(start).map(double[]::clone).toArray(double[][]::new);
        added = Arrays.stream(start).map(row -> new double[row.length]).toArray(double[][]::new);
        rows = new double[start.length];
        losses = new double[start.length];
    }

    /** Where it is, [runs][P]. */
    double[][] parameters() {
        return at;
    }

    /** Descends, where it has rows in the batch. */
    void step(List<SummedGradient> sums) {
        for (int run = 0; run < at.length; run++) {
            SummedGradient own = sums.get(run);
            if (own.weight() == 0) {
                continue;
            }
            rows[run] += own.weight();
            losses[run] += own.weight() * own.loss();
            double[] gradient = own.gradient();
            for (int i = 0; i < gradient.length; i++) {
                added[run][i] += gradient[i];
                at[run][i] -= rates[run] * gradient[i];
            }
        }
    }

    /** What it answers, of each run. */
    List<SummedGradient> sums() {
        return IntStream.range(0, at.length).mapToObj(run -> {
            SummedGradient sum = new SummedGradient(at[run].length);
            if (rows[run] > 0) {
                sum.add(rows[run], losses[run] / rows[run], added[run]);
            }
            return sum;
        }).toList();
    }
}
