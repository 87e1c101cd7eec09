package downhill.optim;

import downhill.words.Said;
import java.util.Map;
import java.util.Set;

/** What is said of a name without a value: what other notations call by it, where that is known here, and what to do. */
final class Unknown {
    private static final Map<String, String> ELSEWHERE = Map.of("grad", Rule.GRADIENT, "gradient", Rule.GRADIENT, "lr", Rule.LEARNING_RATE,
            "learning_rate", Rule.LEARNING_RATE, Rule.LEARNING_RATE_KEY, Rule.LEARNING_RATE, "w", Rule.PARAMETERS, "x", Rule.PARAMETERS,
            "params", Rule.PARAMETERS, "step", Rule.STEP, "cols", RuleTensor.COLUMNS);
    /** Papers count the steps at a name's foot. */
    private static final String OF_STEP = "_t";

    private Unknown() {
    }

    /** @param known names that have a value where {@code name} stands */
    static Said words(String name, Set<String> known) {
        String stem = name.substring(0, name.length() - 1);
        if (name.endsWith("ᵀ")) {
            return Said.of("rule.unknown.write", name, "transpose(" + stem + ")");
        }
        if (name.endsWith("ⁿ")) {
            return Said.of("rule.unknown.write", name, stem + "^n");
        }
        String meant = meant(name, known);
        return meant.isEmpty() ? Said.of("rule.unknown", name) : Said.of("rule.unknown.near", name, meant);
    }

    private static String meant(String name, Set<String> known) {
        String plain = name.endsWith(OF_STEP) ? name.substring(0, name.length() - OF_STEP.length()) : name;
        String other = ELSEWHERE.getOrDefault(plain, plain);
        if (known.contains(other) || RuleTensor.isFact(other)) {
            return other;
        }
        return known.stream().filter(plain::equalsIgnoreCase).sorted().findFirst().orElse("");
    }
}
