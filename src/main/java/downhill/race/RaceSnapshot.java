package downhill.race;

import downhill.race.history.LossWindow;
import downhill.words.Said;
import java.util.List;

/**
 * The race at one moment. Immutable; published by the training thread, read by anyone at any time.
 *
 * @param version        grows with every publication
 * @param step           updates done by contenders that still run
 * @param epoch          of the first contender that still runs
 * @param stepsPerSecond of each contender, over about the last second; 0 while paused
 * @param message        of a failure, else null
 * @param contenders     in the order of the experiment
 */
public record RaceSnapshot(long version, RaceState state, long step, double epoch, double stepsPerSecond, Said message,
                           List<Standing> contenders) {
    public RaceSnapshot {
        contenders = List.copyOf(contenders);
    }

    /**
     * One contender.
     *
     * @param loss           training loss: the mean of the last batches, see {@link LossWindow}; NaN before the first step
     * @param validationLoss of the latest validation, while the race rests beside a window of this very step; NaN where there is none
     * @param metricName     key such as {@code accuracy} or {@code r2}, or null
     * @param metric         of the same validation, NaN where there is none
     * @param learningRate   that of the last step; before the first of a rule, the one that this will begin with
     * @param outcomeStep    step at which it ended, −1 while it runs
     * @param outcomeValue   the value that ended a diverged contender, else NaN
     * @param outcomeWhat    what was the first to be infinite or not a number and at which step, such as
     *                       {@code gradient of dense1.weight[2, 0] at step 11}; or the message of a failure; else null
     * @param validationSpread of the validation loss over the seeds; null with one seed and where single seeds were not measured
     * @param metricSpread     of the metric over the seeds; null likewise
     */
    public record Standing(String id, Outcome outcome, long step, double loss, double validationLoss, String metricName,
                           double metric, double learningRate, double stepsPerSecond, long outcomeStep,
                           double outcomeValue, Said outcomeWhat, Spread validationSpread, Spread metricSpread) {
        /** Of one seed, or of several whose spread is not known. */
        public Standing(String id, Outcome outcome, long step, double loss, double validationLoss, String metricName, double metric,
                        double learningRate, double stepsPerSecond, long outcomeStep, double outcomeValue, Said outcomeWhat) {
            this(id, outcome, step, loss, validationLoss, metricName, metric, learningRate, stepsPerSecond, outcomeStep, outcomeValue,
                    outcomeWhat,
                    null, null);
        }
    }
}
