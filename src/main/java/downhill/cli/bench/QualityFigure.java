package downhill.cli.bench;

import java.util.List;

/**
 * What a network reached on data that it was not trained on.
 *
 * @param name       of the case
 * @param measure    {@code accuracy} (0 to 1, more is better) or {@code rmse} (in the target's own units, less is better)
 * @param reached    by each seed, in the order of {@link Quality#SEEDS}
 * @param worst      of these
 * @param thresholds by name, what must be reached: {@code least}, or the errors of the naive forecasts
 * @param pass       whether the worst seed is at least as good as the accuracy, or better than each error, that is asked for
 * @param seconds    all seeds together
 */
public record QualityFigure(String name, String measure, List<Double> reached, double worst, List<Threshold> thresholds,
                            boolean pass, double seconds) {
    /** @param name {@code least accuracy}, {@code last value} or {@code seasonal naive} */
    public record Threshold(String name, double value) {
    }
}
