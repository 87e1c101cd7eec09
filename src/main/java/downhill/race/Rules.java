package downhill.race;

import downhill.optim.Average;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.race.document.ContenderSpec;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Map;
import java.util.TreeMap;

/** Finds the rule of a contender and its numbers. */
final class Rules {
    private final RuleLibrary library;

    Rules(RuleLibrary library) {
        this.library = library;
    }

    /** Throws {@link IllegalArgumentException} or {@link downhill.expr.FormulaException} with a message for the user. */
    Rule of(ContenderSpec spec) {
        Average average = spec.settledWeights().average();
        return average == null ? plain(spec) : average.of(plain(spec));
    }

    private Rule plain(ContenderSpec spec) {
        if (spec.ruleText() != null) {
            return RuleParser.parse(spec.ruleText());
        }
        return library.byId(spec.ruleId())
                .orElseThrow(() -> new RefusedException(Said.of("optimizer.none", spec.ruleId())));
    }

    /**
     * The values in force at a contender's step, by key: the rule's defaults, those of the document, and what was changed by hand
     * up to then.
     */
    Map<String, Double> valuesAt(ContenderSpec spec, long step) {
        Map<String, Double> values = new TreeMap<>();
        of(spec).hyperparameters().forEach(h -> values.put(h.key(), h.defaultValue()));
        values.putAll(spec.hyperparameters());
        spec.changes().stream().filter(change -> change.step() <= step).forEach(c -> values.put(c.key(), c.value()));
        return values;
    }

    /** The values a contender starts with, in the rule's order. */
    static double[] startValues(Rule rule, Map<String, Double> chosen) {
        chosen.forEach((key, value) -> check(rule, key, value));
        return rule.hyperparameters().stream().mapToDouble(h -> chosen.getOrDefault(h.key(), h.defaultValue())).toArray();
    }

    /** Refuses unknown keys and illegal values by an {@link IllegalArgumentException} of one sentence. */
    static void check(Rule rule, String key, double value) {
        Hyperparameter hyperparameter = rule.hyperparameter(key).orElseThrow(() -> new RefusedException(
                Said.of("hyper.none", rule.name(), key)));
        Said problem = hyperparameter.problemWith(value);
        if (problem != null) {
            throw new RefusedException(problem);
        }
    }
}
