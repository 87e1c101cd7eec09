package downhill.race.document;

import downhill.data.Visible;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Schedule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One entrant.
 *
 * @param id              unique within the experiment, never shown
 * @param name            shown
 * @param ruleId          id of a built-in rule, or of {@code ruleText}
 * @param ruleText        the text of a rule of the user's own, or null
 * @param hyperparameters values by key; those left out have the rule's default
 * @param schedule        of the learning rate
 * @param batchSize       rows per step, 0 for the full batch, or −1 for the training's
 * @param penalty         or null for the training's
 * @param clipping        or null for the training's
 * @param weightDecay     coupled decay λ, 0 for none
 * @param seeds           how many seeds it is run with, at least 1; with more it shows mean and band
 * @param style           number of its colour and line style
 * @param muted           not drawn, but trained
 * @param changes         hyperparameters changed by hand during the run, by step
 * @param fork            where it branched off, or null
 * @param weights         what is special about its weights: where they start, which have a pace of their own, which mean of them answers;
 *                        null for nothing
 */
public record ContenderSpec(String id, String name, String ruleId, String ruleText, Map<String, Double> hyperparameters,
                            Schedule schedule, int batchSize, Penalty penalty, Clipping clipping, double weightDecay,
                            int seeds, int style, boolean muted, List<Change> changes, Fork fork, WeightsSpec weights) {
    public static final int SHARED_BATCH = -1;

    /** A name steers nothing that shows it. */
    public ContenderSpec {
        name = Visible.line(name);
        hyperparameters = Map.copyOf(hyperparameters);
        changes = List.copyOf(changes);
        weights = WeightsSpec.PLAIN.equals(weights) ? null : weights;
    }

    /** With nothing special about its weights. */
    public ContenderSpec(String id, String name, String ruleId, String ruleText, Map<String, Double> hyperparameters,
                         Schedule schedule, int batchSize, Penalty penalty, Clipping clipping, double weightDecay,
                         int seeds, int style, boolean muted, List<Change> changes, Fork fork) {
        this(id, name, ruleId, ruleText, hyperparameters, schedule, batchSize, penalty, clipping, weightDecay, seeds, style, muted,
                changes, fork, null);
    }

    /** A built-in rule with some hyperparameters, everything else as the training says. */
    public static ContenderSpec of(String id, String name, String ruleId, Map<String, Double> hyperparameters, int style) {
        return new ContenderSpec(id, name, ruleId, null, hyperparameters, Schedule.CONSTANT, SHARED_BATCH, null, null, 0, 1,
                style, false, List.of(), null);
    }

    /** {@code key} has {@code value} from step {@code step} on. */
    public record Change(long step, String key, double value) {
    }

    /**
     * @param parent     id of the contender it branched off
     * @param step       updates done before the branch
     * @param parameters parameter values typed by hand, by index in the row; mostly empty
     * @param lineage    ancestors as they were when it branched off, where they have taken another course or left since; nearest
     *                   first, none with a lineage of its own. Ancestors that are not here are as the document has them
     */
    public record Fork(String parent, long step, Map<Integer, Double> parameters, List<ContenderSpec> lineage) {
        /** Documents before version 3 have no lineage. */
        public Fork {
            parameters = Map.copyOf(parameters);
            lineage = lineage == null ? List.of() : List.copyOf(lineage);
        }

        /** Of ancestors that are as the document has them. */
        public Fork(String parent, long step, Map<Integer, Double> parameters) {
            this(parent, step, parameters, List.of());
        }

        Fork withLineage(List<ContenderSpec> others) {
            return new Fork(parent, step, parameters, others);
        }
    }

    public ContenderSpec withName(String other) {
        return new ContenderSpec(id, other, ruleId, ruleText, hyperparameters, schedule, batchSize, penalty, clipping,
                weightDecay, seeds, style, muted, changes, fork, weights);
    }

    public ContenderSpec withHyperparameters(Map<String, Double> others) {
        return new ContenderSpec(id, name, ruleId, ruleText, others, schedule, batchSize, penalty, clipping, weightDecay,
                seeds, style, muted, changes, fork, weights);
    }

    public ContenderSpec withRule(String otherId, String otherText, Map<String, Double> others) {
        return new ContenderSpec(id, name, otherId, otherText, others, schedule, batchSize, penalty, clipping, weightDecay,
                seeds, style, muted, List.of(), fork, weights);
    }

    public ContenderSpec withSchedule(Schedule other) {
        return new ContenderSpec(id, name, ruleId, ruleText, hyperparameters, other, batchSize, penalty, clipping,
                weightDecay, seeds, style, muted, changes, fork, weights);
    }

    public ContenderSpec withBatchSize(int other) {
        return new ContenderSpec(id, name, ruleId, ruleText, hyperparameters, schedule, other, penalty, clipping, weightDecay,
                seeds, style, muted, changes, fork, weights);
    }

    public ContenderSpec withPenalty(Penalty other) {
        return new ContenderSpec(id, name, ruleId, ruleText, hyperparameters, schedule, batchSize, other, clipping,
                weightDecay, seeds, style, muted, changes, fork, weights);
    }

    public ContenderSpec withClipping(Clipping other) {
        return new ContenderSpec(id, name, ruleId, ruleText, hyperparameters, schedule, batchSize, penalty, other,
                weightDecay, seeds, style, muted, changes, fork, weights);
    }

    public ContenderSpec withWeightDecay(double other) {
        return new ContenderSpec(id, name, ruleId, ruleText, hyperparameters, schedule, batchSize, penalty, clipping, other,
                seeds, style, muted, changes, fork, weights);
    }

    public ContenderSpec withSeeds(int other) {
        return new ContenderSpec(id, name, ruleId, ruleText, hyperparameters, schedule, batchSize, penalty, clipping,
                weightDecay, other, style, muted, changes, fork, weights);
    }

    public ContenderSpec withStyle(int other) {
        return new ContenderSpec(id, name, ruleId, ruleText, hyperparameters, schedule, batchSize, penalty, clipping,
                weightDecay, seeds, other, muted, changes, fork, weights);
    }

    public ContenderSpec withMuted(boolean other) {
        return new ContenderSpec(id, name, ruleId, ruleText, hyperparameters, schedule, batchSize, penalty, clipping,
                weightDecay, seeds, style, other, changes, fork, weights);
    }

    public ContenderSpec withChanges(List<Change> others) {
        return new ContenderSpec(id, name, ruleId, ruleText, hyperparameters, schedule, batchSize, penalty, clipping,
                weightDecay, seeds, style, muted, others, fork, weights);
    }

    /** Branched off elsewhere. */
    public ContenderSpec withFork(Fork other) {
        return new ContenderSpec(id, name, ruleId, ruleText, hyperparameters, schedule, batchSize, penalty, clipping, weightDecay,
                seeds, style, muted, changes, other, weights);
    }

    /** What is special about its weights, whether it is written down or not. */
    public WeightsSpec settledWeights() {
        return weights == null ? WeightsSpec.PLAIN : weights;
    }

    public ContenderSpec withWeights(WeightsSpec other) {
        return new ContenderSpec(id, name, ruleId, ruleText, hyperparameters, schedule, batchSize, penalty, clipping, weightDecay,
                seeds, style, muted, changes, fork, other);
    }

    /** Hyperparameters in force after the changes made by hand; one that is not there is as the rule has it. */
    public Map<String, Double> inForce() {
        Map<String, Double> values = new HashMap<>(hyperparameters);
        changes.forEach(change -> values.put(change.key(), change.value()));
        return values;
    }

    /** The step at which its course begins: 0, or where it branches off. */
    public long birth() {
        return fork == null ? 0 : fork.step();
    }

    /** What its course depends on: all but name, style and muting. A lineage only tells what has been. */
    public ContenderSpec course() {
        return Descent.plain(this).withName("").withStyle(0).withMuted(false);
    }

    /** A copy under another id and name. */
    public ContenderSpec copy(String otherId, String otherName, int otherStyle, Fork origin) {
        return new ContenderSpec(otherId, otherName, ruleId, ruleText, hyperparameters, schedule, batchSize, penalty, clipping,
                weightDecay, seeds, otherStyle, muted, changes, origin, weights);
    }
}
