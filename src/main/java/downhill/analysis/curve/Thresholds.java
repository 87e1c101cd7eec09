package downhill.analysis.curve;

import downhill.analysis.score.ContenderAnswers;
import downhill.words.Said;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What comes of taking a row for one class from some probability on, at each of 101 thresholds from 0 to 1.
 *
 * @param cost      mean cost of a row, in each run
 * @param recall    share found of the class, of all runs together
 * @param falseRate share of the rest that is taken for it, of all runs together
 * @param precision share that is right of what is taken for it; NaN where nothing is
 * @param best      place of the least mean cost; the one nearest to one half of equals
 */
public record Thresholds(CurveBand cost, double[] recall, double[] falseRate, double[] precision, int best) {
    private static final int PARTS = 100;

    /** Weights of rows by what became of them at one threshold. */
    private record Counts(double found, double missed, double alarms, double quiet) {
        static Counts of(List<OneClass> runs, double threshold) {
            double[] sums = new double[4];
            for (OneClass run : runs) {
                for (int row = 0; row < run.rows(); row++) {
                    boolean taken = run.scores()[row] >= threshold;
                    int kind = run.positive()[row] ? 0 : 2;
                    sums[taken ? kind : kind + 1] += run.weight(row);
                }
            }
            return new Counts(sums[0], sums[1], sums[2], sums[3]);
        }

        double cost(double missing, double alarm) {
            return (missed * missing + alarms * alarm) / (found + missed + alarms + quiet);
        }
    }

    /**
     * Of a contender.
     *
     * @param missing what it costs to miss a row of the class, 0 or more
     * @param alarm   what it costs to take another for it, 0 or more
     */
    public static Thresholds of(ContenderAnswers answers, int index, double missing, double alarm) {
        List<OneClass> runs = OneClass.all(answers, index);
        double[] places = CurveBand.evenly(PARTS);
        List<double[]> costs = runs.stream().map(run -> Arrays.stream(places)
                .map(place -> Counts.of(List.of(run), place).cost(missing, alarm)).toArray()).toList();
        CurveBand band = CurveBand.of(places, costs);
        List<Counts> counts = Arrays.stream(places).mapToObj(place -> Counts.of(runs, place)).toList();
        return new Thresholds(band, each(counts, one -> one.found / (one.found + one.missed)),
                each(counts, one -> one.alarms / (one.alarms + one.quiet)), each(counts, one -> one.found / (one.found + one.alarms)),
                best(band.mean()));
    }

    private static double[] each(List<Counts> counts, ToDoubleFunction<Counts> share) {
        return counts.stream().mapToDouble(share).toArray();
    }

    private static int best(double[] costs) {
        int best = PARTS / 2;
        for (int away = 1; away <= PARTS / 2; away++) {
            best = costs[PARTS / 2 - away] < costs[best] ? PARTS / 2 - away : best;
            best = costs[PARTS / 2 + away] < costs[best] ? PARTS / 2 + away : best;
        }
        return best;
    }

    /** The best threshold. */
    public double threshold() {
        return cost.x()[best];
    }

    /**
     * What a row costs where in each fold the threshold is that which is best for all others: no row has a say in how it is taken
     * itself, as it has in the least of {@link #cost}. NaN where there is only one run.
     */
    public double outer() {
        double[][] each = cost.each();
        return each.length < 2 ? Double.NaN : IntStream.range(0, each.length).mapToDouble(run -> each[run][best(others(run))]).average()
                .orElseThrow();
    }

    private double[] others(int run) {
        List<double[]> rest = IntStream.range(0, cost.each().length).filter(other -> other != run).mapToObj(other -> cost.each()[other])
                .toList();
        return CurveBand.of(cost.x(), rest).mean();
    }

    /** A sentence on the best threshold of a class; empty where no run has an answer. */
    public Optional<Said> said(String name, String of) {
        if (cost.each().length == 0) {
            return Optional.empty();
        }
        Said best = Said.of("threshold.said", name, of, text(threshold()), text(cost.mean()[this.best]), text(cost.mean()[PARTS / 2]),
                percent(recall[this.best]), percent(falseRate[this.best]));
        return Optional.of(Double.isNaN(outer()) ? best : Said.sentences(best, Said.of("threshold.outer", text(outer()))));
    }

    private static String text(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros().toPlainString() : "–";
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.valueOf(Math.round(100 * share));
    }
}
