package downhill.race;

import downhill.optim.Hyperparameter;
import downhill.optim.Interval;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.optim.Scale;
import java.util.List;
import java.util.Map;

/** Finds the rule of a contender and its numbers. */
final class Rules {
    /** The one method that is no formula over elements; the engine knows it by this id. */
    private static final String LBFGS = "lbfgs";

    private final RuleLibrary library;

    Rules(RuleLibrary library) {
        this.library = library;
    }

    /** Throws {@link IllegalArgumentException} or {@link downhill.expr.FormulaException} with a message for the user. */
    Rule of(ContenderSpec spec) {
        if (spec.ruleText() != null) {
            return RuleParser.parse(spec.ruleText());
        }
        return library.byId(spec.ruleId()).or(() -> java.util.Optional.ofNullable(LBFGS.equals(spec.ruleId()) ? lbfgs() : null))
                .orElseThrow(() -> new IllegalArgumentException("There is no optimizer \"" + spec.ruleId() + "\"."));
    }

    private static Rule lbfgs() {
        Hyperparameter rate = new Hyperparameter(Rule.LEARNING_RATE, Rule.LEARNING_RATE_KEY, 1, 1e-4, 10, Scale.LOG,
                new Interval(0, true, Double.POSITIVE_INFINITY, true));
        Hyperparameter history = new Hyperparameter("m", "history", 10, 1, 100, Scale.LINEAR, Interval.closed(1, 1000));
        return new Rule(LBFGS, "L-BFGS", "Liu & Nocedal 1989", "", List.of(rate, history), List.of(), List.of(), "");
    }

    /** The values a contender starts with, in the rule's order. */
    static double[] startValues(Rule rule, Map<String, Double> chosen) {
        chosen.forEach((key, value) -> check(rule, key, value));
        return rule.hyperparameters().stream().mapToDouble(h -> chosen.getOrDefault(h.key(), h.defaultValue())).toArray();
    }

    /** Refuses unknown keys and illegal values by an {@link IllegalArgumentException} of one sentence. */
    static void check(Rule rule, String key, double value) {
        Hyperparameter hyperparameter = rule.hyperparameter(key).orElseThrow(() -> new IllegalArgumentException(
                rule.name() + " has no hyperparameter \"" + key + "\"."));
        String problem = hyperparameter.problemWith(value);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
    }
}
