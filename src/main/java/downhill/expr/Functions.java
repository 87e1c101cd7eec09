package downhill.expr;

import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The functions that a formula may call by name. */
final class Functions {
    private static final Map<String, UnaryOp> OF_ONE = Map.ofEntries(
            Map.entry("abs", UnaryOp.ABS), Map.entry("sign", UnaryOp.SIGN), Map.entry("square", UnaryOp.SQUARE),
            Map.entry("round", UnaryOp.ROUND),
            Map.entry("sqrt", UnaryOp.SQRT), Map.entry("exp", UnaryOp.EXP), Map.entry("log", UnaryOp.LOG),
            Map.entry("ln", UnaryOp.LOG), Map.entry("sin", UnaryOp.SIN), Map.entry("cos", UnaryOp.COS),
            Map.entry("tanh", UnaryOp.TANH), Map.entry("sigmoid", UnaryOp.SIGMOID), Map.entry("relu", UnaryOp.RELU),
            Map.entry("softplus", UnaryOp.SOFTPLUS), Map.entry("erf", UnaryOp.ERF));
    private static final Map<String, BinaryOp> OF_SEVERAL = Map.of("max", BinaryOp.MAX, "min", BinaryOp.MIN);
    private static final Set<String> OTHERS = Set.of("if", "tan", "pow", "clip");

    private Functions() {
    }

    static boolean isFunction(String name) {
        return OF_ONE.containsKey(name) || OF_SEVERAL.containsKey(name) || OTHERS.contains(name);
    }

    /**
     * All names, sorted, for messages.
     *
     * @param tensors those of whole tensors too
     */
    static String list(boolean tensors) {
        Set<String> names = new TreeSet<>(OF_ONE.keySet());
        names.addAll(tensors ? TensorFunctions.names() : Set.of());
        names.addAll(OF_SEVERAL.keySet());
        names.addAll(OTHERS);
        return String.join(", ", names);
    }

    static Expr call(String name, List<Expr> arguments, TreeBuilder tree, Span span) {
        if (OF_ONE.containsKey(name)) {
            expect(1, name, arguments, span);
            return tree.unary(OF_ONE.get(name), arguments.get(0), span);
        }
        if (OF_SEVERAL.containsKey(name)) {
            return several(name, arguments, tree, span);
        }
        return other(name, arguments, tree, span);
    }

    private static Expr several(String name, List<Expr> arguments, TreeBuilder tree, Span span) {
        if (arguments.size() < 2) {
            throw new FormulaException(span, Said.of("function.two", name, arguments.size()));
        }
        Expr result = arguments.get(0);
        for (Expr next : arguments.subList(1, arguments.size())) {
            result = tree.binary(OF_SEVERAL.get(name), result, next, span);
        }
        return result;
    }

    private static Expr other(String name, List<Expr> arguments, TreeBuilder tree, Span span) {
        expect(switch (name) {
            case "tan" -> 1;
            case "pow" -> 2;
            default -> 3;
        }, name, arguments, span);
        Expr first = arguments.get(0);
        return switch (name) {
            case "tan" -> tree.binary(BinaryOp.DIVIDE, tree.unary(UnaryOp.SIN, first, span),
                    tree.unary(UnaryOp.COS, tree.again(first), span), span);
            case "pow" -> tree.binary(BinaryOp.POWER, first, arguments.get(1), span);
            case "clip" -> tree.binary(BinaryOp.MIN, tree.binary(BinaryOp.MAX, first, arguments.get(1), span),
                    arguments.get(2), span);
            default -> tree.select(first, arguments.get(1), arguments.get(2), span);
        };
    }

    private static void expect(int count, String name, List<Expr> arguments, Span span) {
        if (arguments.size() != count) {
            throw new FormulaException(span, Said.of(count == 1 ? "function.one" : "function.many", name, count, arguments.size()));
        }
    }
}
