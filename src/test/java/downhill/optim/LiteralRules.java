package downhill.optim;

import java.util.Map;

/** A rule of the program read literally, for tests elsewhere. */
public final class LiteralRules {
    private final LiteralRule rule;

    /** @param chosen values by key that stand instead of the defaults */
    public LiteralRules(String id, Map<String, Double> chosen, double[] start) {
        Rule of = RuleLibrary.complete().byId(id).orElseThrow();
        double[] values = of.defaults();
        chosen.forEach((key, value) -> values[of.indexOf(key)] = value);
        this.rule = new LiteralRule(of, values, start);
    }

    /** One step with this gradient. */
    public void step(double[] gradient) {
        rule.step(gradient);
    }

    /** [P]. */
    public double[] parameters() {
        return rule.of(Rule.PARAMETERS);
    }
}
