package downhill.optim;

import java.util.Map;

/**
 * A rule with its numbers.
 *
 * @param ruleId             id in {@link RuleLibrary#builtIn()}
 * @param hyperparameters    value by key, those left out having the rule's default
 * @param coupledWeightDecay λ of the term λ·θ to be added to the gradient before the update (after clipping); 0 for none
 */
public record OptimizerChoice(String ruleId, Map<String, Double> hyperparameters, double coupledWeightDecay) {
    /** Copies the map. */
    public OptimizerChoice {
        hyperparameters = Map.copyOf(hyperparameters);
    }

    /** The values in the order of the rule's hyperparameters. */
    public double[] values(Rule rule) {
        return rule.hyperparameters().stream()
                .mapToDouble(h -> hyperparameters.getOrDefault(h.key(), h.defaultValue())).toArray();
    }
}
