package downhill.analysis.explain;

import downhill.data.CounterRandom;
import downhill.data.Progress;
import java.util.Arrays;

/**
 * Shapley values of one row from orders drawn by lot (Castro, Gómez, Tejada 2009): columns become the row's one after another, and each
 * gets what the answer changes by. Every order is also walked from its end (antithetic; Mitchell et al. 2022). In each round every
 * background row has an order of its own, so that none is left out and the values of every round add up; the rounds tell the standard
 * error.
 */
final class SampledShap {
    private static final long ORDERS = 2000;
    /** Answers asked for at once, about. */
    private static final int TOGETHER = 1 << 15;

    private final Explained model;
    private final ExplainedRows background;
    private final int outputs;
    private final int columns;
    private final int rounds;
    private final long seed;

    /** @param rounds at least 2 */
    SampledShap(Explained model, ExplainedRows background, int rounds, long seed) {
        this.model = model;
        this.background = background;
        this.outputs = model.outputs().size();
        this.columns = model.columns().size();
        this.rounds = rounds;
        this.seed = seed;
    }

    /**
     * Fills in one row's values and their standard errors.
     *
     * @param number of the row, so that each has orders of its own
     */
    void run(double[] row, int number, double[][] values, double[][] errors, Progress progress) {
        double[][] squares = new double[columns][outputs];
        for (int round = 0; round < rounds; round++) {
            double[][] one = round(row, ((long) number * rounds + round) * background.count(), progress);
            progress.done((round + 1.0) / rounds);
            for (int column = 0; column < columns; column++) {
                for (int output = 0; output < outputs; output++) {
                    double before = values[column][output];
                    values[column][output] += (one[column][output] - before) / (round + 1);
                    squares[column][output] += (one[column][output] - before) * (one[column][output] - values[column][output]);
                }
            }
        }
        for (int column = 0; column < columns; column++) {
            for (int output = 0; output < outputs; output++) {
                errors[column][output] = Math.sqrt(squares[column][output] / (rounds - 1) / rounds);
            }
        }
    }

    private double[][] round(double[] row, long counter, Progress progress) {
        double[][] values = new double[columns][outputs];
        int together = Math.max(1, TOGETHER / (2 * columns + 1));
        for (int from = 0; from < background.count(); from += together) {
            walk(row, counter, from, Math.min(background.count(), from + together), values, progress);
        }
        return values;
    }

    /** From each background row to the row and back: 2 · differing columns + 1 answers. */
    private void walk(double[] row, long counter, int from, int to, double[][] values, Progress progress) {
        int[][] orders = new int[to - from][];
        Arrays.setAll(orders, i -> order(row, from + i, counter));
        Hybrids hybrids = new Hybrids(model, Arrays.stream(orders).mapToLong(order -> 2L * order.length + 1).sum(), progress);
        double[] now = new double[row.length];
        for (int other = from; other < to; other++) {
            System.arraycopy(background.values(), other * row.length, now, 0, row.length);
            hybrids.add(now);
            for (int column : orders[other - from]) {
                model.columns().get(column).copy(row, 0, now, 0);
                hybrids.add(now);
            }
            for (int column : orders[other - from]) {
                model.columns().get(column).copy(background.values(), other * row.length, now, 0);
                hybrids.add(now);
            }
        }
        share(hybrids.answers(), orders, values);
    }

    /** An order of the columns in which the rows differ; the others have no say. */
    private int[] order(double[] row, int other, long counter) {
        int[] differing = Hybrids.differing(model.columns(), row, 0, background.values(), other * row.length);
        int[] order = CounterRandom.permutation(seed, ORDERS, counter + other, differing.length);
        return Arrays.stream(order).map(i -> differing[i]).toArray();
    }

    private void share(double[] answers, int[][] orders, double[][] values) {
        int at = 0;
        for (int[] order : orders) {
            for (int i = 0; i < order.length; i++) {
                for (int output = 0; output < outputs; output++) {
                    double on = answers[(at + i + 1) * outputs + output] - answers[(at + i) * outputs + output];
                    int back = at + order.length + i;
                    double off = answers[back * outputs + output] - answers[(back + 1) * outputs + output];
                    values[order[i]][output] += (on + off) / 2 / background.count();
                }
            }
            at += 2 * order.length + 1;
        }
    }
}
