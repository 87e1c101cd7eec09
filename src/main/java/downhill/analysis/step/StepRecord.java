package downhill.analysis.step;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RunSpec;

/**
 * One update of one run, with all that went into it.
 *
 * @param step         updates done before it
 * @param run          how the run learns
 * @param values       hyperparameters in the rule's order; η as the step begins with it: scheduled, and changed by the rule so far
 * @param learningRate η as the step uses it: changed by what the rule assigns to it before; NaN for a rule without one
 * @param loss         data loss of the step's batch, before the update
 * @param before       parameters [P] before
 * @param gradient     what the rule sees as g, and where it comes from
 * @param memoryBefore the rule's states before
 * @param after        parameters [P] after, as the engine computes them
 * @param memoryAfter  the rule's states after
 * @param layout       names of the parameters
 * @param asked        what the rule learned beside its gradient
 */
public record StepRecord(long step, RunSpec run, double[] values, double learningRate, double loss, double[] before,
                         GradientParts gradient, RuleMemory memoryBefore, double[] after, RuleMemory memoryAfter,
                         ParameterLayout layout, AskedStep asked) {
    /** Of a rule that knows of a step its gradient alone. */
    public StepRecord(long step, RunSpec run, double[] values, double learningRate, double loss, double[] before,
                      GradientParts gradient, RuleMemory memoryBefore, double[] after, RuleMemory memoryAfter, ParameterLayout layout) {
        this(step, run, values, learningRate, loss, before, gradient, memoryBefore, after, memoryAfter, layout, AskedStep.NOTHING);
    }

    /** The number t that the rule sees: 1 at its first step. */
    public long ruleStep() {
        return step - run.ruleStart() + 1;
    }

    /** Change of a parameter. */
    public double change(int parameter) {
        return after[parameter] - before[parameter];
    }

    /** Changes of all parameters [P]. */
    public double[] changes() {
        double[] changes = new double[before.length];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = change(i);
        }
        return changes;
    }

    /** |Δθ| / |g| of each parameter [P]: the learning rate it effectively has; NaN where its gradient is 0. */
    public double[] effectiveRates() {
        double[] rates = new double[before.length];
        for (int i = 0; i < rates.length; i++) {
            double g = Math.abs(gradient.total()[i]);
            rates[i] = g == 0 ? Double.NaN : Math.abs(change(i)) / g;
        }
        return rates;
    }
}
