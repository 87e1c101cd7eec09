package downhill.race;

import java.util.List;

/**
 * How well parameters do on rows that were not trained on.
 *
 * @param loss   mean loss of all rows
 * @param metric accuracy (0 to 1), or R² in regression; NaN where there is none
 * @param rmse   root mean squared error in the target's own units; NaN for classes
 * @param seeds  each seed's, where it is the mean of several and they are known; else empty
 */
public record Score(double loss, double metric, double rmse, List<Score> seeds) {
    public Score {
        seeds = List.copyOf(seeds);
    }

    /** Of one seed, or a mean of which nothing else is known. */
    public Score(double loss, double metric, double rmse) {
        this(loss, metric, rmse, List.of());
    }

    /** Where nothing can be validated. */
    public static final Score NONE = new Score(Double.NaN, Double.NaN, Double.NaN);

    /** Spread of the loss over the seeds; null where they are not known. */
    Spread lossSpread() {
        return seeds.isEmpty() ? null : Spread.of(seeds.stream().mapToDouble(Score::loss).toArray());
    }

    /** Spread of the metric over the seeds; null where they are not known. */
    Spread metricSpread() {
        return seeds.isEmpty() ? null : Spread.of(seeds.stream().mapToDouble(Score::metric).toArray());
    }

    /** The mean of at least one. */
    static Score mean(Score... each) {
        double loss = 0;
        double metric = 0;
        double rmse = 0;
        for (Score one : each) {
            loss += one.loss();
            metric += one.metric();
            rmse += one.rmse();
        }
        return new Score(loss / each.length, metric / each.length, rmse / each.length, each.length > 1 ? List.of(each) : List.of());
    }
}
