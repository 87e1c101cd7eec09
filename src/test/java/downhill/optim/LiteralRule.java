package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.Evaluator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule read as a child would: for each parameter by itself, each line in its turn, every name a number. It knows nothing of
 * scalars, registers, kernels or places, so nothing of those can be wrong in it.
 */
public final class LiteralRule {
    private final Rule rule;
    private final double[] hyperparameters;
    private final List<Map<String, Double>> values = new ArrayList<>();
    private double carry = 1;
    private int t;

    /** Before the first step, from the given parameters. */
    public LiteralRule(Rule rule, double[] hyperparameters, double[] start) {
        this.rule = rule;
        this.hyperparameters = hyperparameters.clone();
        for (double theta : start) {
            values.add(new HashMap<>(Map.of(Rule.PARAMETERS, theta)));
        }
    }

    /** One step; the learning rate is the hyperparameter's, as under a constant schedule. */
    public void step(double[] gradient) {
        t++;
        for (int i = 0; i < gradient.length; i++) {
            values.get(i).put(Rule.GRADIENT, gradient[i]);
            step(values.get(i));
        }
        carry = values.get(0).getOrDefault(Rule.LEARNING_RATE, 0.0) / scheduled();
    }

    private void step(Map<String, Double> own) {
        for (int k = 0; k < hyperparameters.length; k++) {
            own.put(rule.hyperparameters().get(k).symbol(), hyperparameters[k]);
        }
        own.put(Rule.STEP, (double) t);
        if (t == 1) {
            rule.states().forEach(state -> own.put(state.symbol(), Evaluator.evaluate(state.start(), own)));
        }
        own.computeIfPresent(Rule.LEARNING_RATE, (name, rate) -> rate * carry);
        for (Assignment line : rule.update()) {
            own.put(line.target(), Evaluator.evaluate(line.value(), own));
        }
    }

    private double scheduled() {
        return rule.learningRateIndex() < 0 ? 1 : hyperparameters[rule.learningRateIndex()];
    }

    /**
     * Makes everything that is kept a little larger, or smaller where {@code by} is negative, as rounding may: what is left of large
     * numbers that cancel is wrong by a part of those, not of itself. What is 0 stays it.
     */
    public void nudge(double by) {
        for (Map<String, Double> own : values) {
            own.computeIfPresent(Rule.PARAMETERS, (name, value) -> nudged(value, by));
            rule.states().forEach(state -> own.computeIfPresent(state.symbol(), (name, value) -> nudged(value, by)));
        }
    }

    private static double nudged(double value, double by) {
        return value == 0 ? 0 : value + by * (1 + Math.abs(value));
    }

    /** One symbol's value for each parameter, after the step. */
    public double[] of(String symbol) {
        return values.stream().mapToDouble(own -> own.get(symbol)).toArray();
    }
}
