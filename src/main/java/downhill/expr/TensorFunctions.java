package downhill.expr;

import downhill.words.Said;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The functions of whole tensors that a rule may call. Their names are free for values: only a bracket after one makes it a call. */
final class TensorFunctions {
    private static final int MOST_POWER = 64;
    private static final String DOT = "dot";
    private static final String TRANSPOSE = "transpose";
    private static final Map<String, Call> REDUCTIONS = reductions();

    private record Call(Reduction op, Over over) {
    }

    private TensorFunctions() {
    }

    private static Map<String, Call> reductions() {
        Map<String, Call> calls = new HashMap<>();
        for (Over over : Over.values()) {
            for (Reduction op : Reduction.values()) {
                calls.put(over.prefix() + op.word(), new Call(op, over));
            }
        }
        return Map.copyOf(calls);
    }

    static boolean isFunction(String name) {
        return REDUCTIONS.containsKey(name) || isDot(name) || name.equals(TRANSPOSE)
                || product(name) != null || matrixFunction(name) != null;
    }

    /** All names, sorted, for messages. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(REDUCTIONS.keySet());
        Arrays.stream(MatrixFunction.values()).map(MatrixFunction::word).forEach(names::add);
        Arrays.stream(ModelQuestion.values()).filter(ModelQuestion::product).map(ModelQuestion::word).forEach(names::add);
        names.addAll(Set.of(TRANSPOSE, DOT, Over.ALL.prefix() + DOT));
        return names;
    }

    static Expr call(String name, List<Expr> arguments, TreeBuilder tree, Span span) {
        if (matrixFunction(name) != null) {
            return ofMatrix(matrixFunction(name), arguments, tree, span);
        }
        int count = isDot(name) ? 2 : 1;
        if (arguments.size() != count) {
            throw new FormulaException(span, Said.of(count == 1 ? "function.one" : "function.many", name, count, arguments.size()));
        }
        Expr first = arguments.get(0);
        if (isDot(name)) {
            Over over = name.equals(DOT) ? Over.TENSOR : Over.ALL;
            return tree.reduce(Reduction.SUM, over, tree.binary(BinaryOp.MULTIPLY, first, arguments.get(1), span), span);
        }
        if (product(name) != null) {
            return tree.evaluated(product(name), first, span);
        }
        Call call = REDUCTIONS.get(name);
        return call == null ? tree.transpose(first, span) : tree.reduce(call.op, call.over, first, span);
    }

    private static ModelQuestion product(String name) {
        return Arrays.stream(ModelQuestion.values()).filter(each -> each.product() && each.word().equals(name)).findFirst().orElse(null);
    }

    private static MatrixFunction matrixFunction(String name) {
        return Arrays.stream(MatrixFunction.values()).filter(each -> each.word().equals(name)).findFirst().orElse(null);
    }

    private static Expr ofMatrix(MatrixFunction function, List<Expr> arguments, TreeBuilder tree, Span span) {
        int count = function == MatrixFunction.ROOT ? 2 : 1;
        if (arguments.size() != count) {
            throw new FormulaException(span,
                    Said.of(count == 1 ? "function.one" : "function.many", function.word(), count, arguments.size()));
        }
        return tree.ofMatrix(function, arguments.get(0), count == 1 ? 0 : power(arguments.get(1)), span);
    }

    private static double power(Expr written) {
        if (written instanceof Expr.Num number && number.value() > 0 && number.value() <= MOST_POWER) {
            return number.value();
        }
        throw new FormulaException(written.span(), Said.of("function.root.power", MOST_POWER));
    }

    private static boolean isDot(String name) {
        return name.equals(DOT) || name.equals(Over.ALL.prefix() + DOT);
    }
}
