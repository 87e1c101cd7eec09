package downhill.store;

import java.util.List;

/**
 * The content of {@code summary.json}. A number that does not exist is null there and NaN here.
 *
 * @param backend what was computed on
 * @param seed    of the experiment
 */
public record RaceSummary(List<Entrant> contenders, String backend, long seed) {
    public RaceSummary {
        contenders = List.copyOf(contenders);
    }

    /**
     * One contender.
     *
     * @param rule        id of the optimizer
     * @param outcome     such as FINISHED or DIVERGED
     * @param initialLoss of the first batch, before any update: the first train_loss of the history
     * @param finalLoss   of the last batch: the last train_loss of the history
     * @param metric      accuracy or r2 on the validation rows
     * @param seeds       each seed by itself where there are several, else empty; the numbers above are their means
     */
    public record Entrant(String name, String rule, String outcome, long steps, double initialLoss, double finalLoss,
                          double validationLoss, Metric metric, double stepsPerSecond, List<Seed> seeds) {
        public Entrant {
            seeds = List.copyOf(seeds);
        }
    }

    /** One seed of a contender; the loss of its last batch, and what its final parameters reach on the validation rows. */
    public record Seed(long seed, double finalLoss, double validationLoss, double metric) {
    }

    /** A measure of quality by its name. */
    public record Metric(String name, double value) {
    }
}
