package downhill.race;

import downhill.race.document.Experiment;
import downhill.race.history.LossWindow;
import downhill.words.Said;
import java.util.List;
import java.util.Map;

/**
 * How a race ended.
 *
 * @param experiment the document
 * @param state      ENDED, or PAUSED or CLOSED where it was given up before the end
 * @param seconds    of training, without preparation
 * @param contenders in the order of the document
 */
public record RaceResult(Experiment experiment, RaceState state, double seconds, List<Finish> contenders) {
    public RaceResult {
        contenders = List.copyOf(contenders);
    }

    /**
     * How one contender ended. Numbers that do not exist (validation without validation rows, anything of a contender that
     * failed) are NaN.
     *
     * @param steps          updates done
     * @param initialLoss    training loss of the first batch, before any update
     * @param finalLoss      training loss of the last batch, before the last update
     * @param loss           training loss as it is told everywhere: the mean of the last batches, see {@link LossWindow}
     * @param trainingLoss   mean loss on all training rows with the final parameters, without dropout
     * @param validationLoss of the latest validation, or of the best where early stopping keeps it; NaN for one that diverged, as
     *                       the metrics
     * @param metricName     {@code accuracy} or {@code r2}, or null
     * @param metric         of the latest validation
     * @param metrics        all that is known by key: {@code accuracy}, or {@code r2} and {@code rmse}
     * @param stepsPerSecond over the whole race, of this contender while it ran beside the others
     * @param outcomeValue   the value that ended a diverged contender, else NaN
     * @param outcomeWhat    what was the first to be infinite or not a number and at which step, or the message of a failure, else null
     * @param parameters     [P] with which the first seed is asked at the end; empty where it failed
     * @param seeds          each seed by itself, at least one; empty where it failed. The losses above are their means
     */
    public record Finish(String id, String name, String ruleId, Outcome outcome, long steps, double initialLoss,
                         double finalLoss, double loss, double trainingLoss, double validationLoss, String metricName, double metric,
                         Map<String, Double> metrics, double stepsPerSecond, double outcomeValue, Said outcomeWhat,
                         double[] parameters, List<SeedFinish> seeds) {
        public Finish {
            metrics = Map.copyOf(metrics);
            seeds = List.copyOf(seeds);
        }
    }

    /**
     * How one seed of a contender ended.
     *
     * @param seed           of its initial values and batches
     * @param finalLoss      of its last batch, before the last update; NaN where the race went back since
     * @param loss           mean of its last batches, see {@link LossWindow}; NaN where the race went back since
     * @param trainingLoss   on all training rows with its final parameters
     * @param validationLoss with its final parameters, NaN without validation rows
     * @param metric         with its final parameters, NaN where there is none
     */
    public record SeedFinish(long seed, double finalLoss, double loss, double trainingLoss, double validationLoss, double metric) {
    }
}
