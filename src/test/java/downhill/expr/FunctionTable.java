package downhill.expr;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** The functions of formulas from their textbook definitions, by names a text may use. */
final class FunctionTable {
    /** Those of one number, but erf, which has no short definition. */
    static final Map<String, DoubleUnaryOperator> OF_ONE = Map.ofEntries(
            Map.entry("abs", x -> x < 0 ? -x : x),
            Map.entry("sign", x -> x > 0 ? 1 : x < 0 ? -1 : x),
            Map.entry("round", x -> x - Math.IEEEremainder(x, 1)),
            Map.entry("square", x -> x * x),
            Map.entry("sqrt", Math::sqrt),
            Map.entry("exp", Math::exp),
            Map.entry("log", Math::log),
            Map.entry("ln", Math::log),
            Map.entry("sin", Math::sin),
            Map.entry("cos", Math::cos),
            Map.entry("tan", x -> Math.sin(x) / Math.cos(x)),
            Map.entry("tanh", Math::tanh),
            Map.entry("sigmoid", x -> 1 / (1 + Math.exp(-x))),
            Map.entry("relu", x -> (x + Math.abs(x)) / 2),
            Map.entry("softplus", x -> Math.log1p(Math.exp(x))));

    private FunctionTable() {
    }

    /** What a call gives. */
    static double value(String name, List<Double> given) {
        if (OF_ONE.containsKey(name)) {
            return OF_ONE.get(name).applyAsDouble(given.get(0));
        }
        return switch (name) {
            case "max" -> given.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            case "min" -> given.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            case "pow" -> Math.pow(given.get(0), given.get(1));
            case "clip" -> Math.min(Math.max(given.get(0), given.get(1)), given.get(2));
            case "if" -> given.get(0) != 0 ? given.get(1) : given.get(2);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
