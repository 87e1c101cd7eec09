package downhill.optim;

import downhill.words.Said;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The optimizers of {@code torch.optim} (1.13), by their names and options in camelCase, as rules. Options left out have
 * PyTorch's defaults, which are the rules' own. Anything unknown is an {@link UnsupportedOptimizerException}.
 */
public final class TorchOptimizers {
    private static final RuleLibrary RULES = RuleLibrary.builtIn();
    private static final Set<String> DIRECT = Set.of("sgd", "adagrad", "adadelta", "adam", "adamw", "adamax", "nadam", "radam",
            "rprop", "lion", "rmsprop");
    private static final Set<String> DECOUPLED = Set.of("adamw", "lion");

    private final String name;
    private final Map<String, Object> options;
    private final Set<String> used = new HashSet<>();

    private TorchOptimizers(String name, Map<String, Object> options) {
        this.name = name;
        this.options = options;
    }

    /**
     * The rule for an optimizer.
     *
     * @param name    such as {@code adam}
     * @param options numbers and booleans by name, such as {@code learningRate} or {@code amsgrad}
     */
    public static OptimizerChoice choose(String name, Map<String, ?> options) {
        if (!DIRECT.contains(name)) {
            throw new UnsupportedOptimizerException(Said.of("torch.optimizer.none", name,
                    String.join(", ", DIRECT.stream().sorted().toList())));
        }
        return new TorchOptimizers(name, new HashMap<>(options)).choose();
    }

    private OptimizerChoice choose() {
        Rule rule = RULES.byId(ruleId()).orElseThrow();
        Map<String, Double> values = new HashMap<>();
        for (Hyperparameter h : rule.hyperparameters()) {
            if (options.containsKey(h.key())) {
                values.put(h.key(), legal(h, number(h.key())));
            }
        }
        double coupled = DECOUPLED.contains(name) ? 0 : option("weightDecay");
        refuse(coupled < 0, Said.of("torch.decay.negative"));
        refuseUnused();
        refuse(name.equals("sgd") && option("nesterov") != 0 && (option("momentum") == 0 || option("dampening") != 0),
                Said.of("torch.nesterov"));
        return new OptimizerChoice(rule.id(), values, coupled);
    }

    private String ruleId() {
        return switch (name) {
            case "adam" -> option("amsgrad") != 0 ? "amsgrad" : "adam";
            case "adamw" -> option("amsgrad") != 0 ? "adamw-amsgrad" : "adamw";
            case "rmsprop" -> "rmsprop" + (option("centered") != 0 ? "-centered" : "") + (option("momentum") != 0 ? "-momentum" : "");
            default -> name;
        };
    }

    private double legal(Hyperparameter h, double value) {
        Said problem = h.problemWith(value);
        refuse(problem != null, problem);
        return value;
    }

    private double option(String key) {
        return options.containsKey(key) ? number(key) : 0;
    }

    private double number(String key) {
        used.add(key);
        Object value = options.get(key);
        if (value instanceof Boolean on) {
            return on ? 1 : 0;
        }
        refuse(!(value instanceof Number), Said.of("torch.option.kind", key, name));
        return ((Number) value).doubleValue();
    }

    private void refuseUnused() {
        Set<String> unknown = new HashSet<>(options.keySet());
        unknown.removeAll(used);
        refuse(!unknown.isEmpty(), Said.of("torch.option.none", name, String.join(", ", unknown.stream().sorted().toList())));
    }

    private static void refuse(boolean condition, Said sentence) {
        if (condition) {
            throw new UnsupportedOptimizerException(sentence);
        }
    }
}
