package downhill.engine.train;

import downhill.engine.graph.ExprToGraph;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.Assignment;
import downhill.expr.BinaryOp;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.Over;
import downhill.expr.Reduction;
import downhill.expr.UnaryOp;
import downhill.optim.Rule;
import downhill.optim.RuleTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The lines of a rule over the tensors of a model, each line for all tensors before the next. */
final class TensorLines {
    private final Graph graph;
    private final List<RuleTensor> tensors;
    private final List<Map<String, Node>> symbols = new ArrayList<>();
    private final List<Node> paces = new ArrayList<>();

    /**
     * @param tensors one behind the other, together the whole parameter row
     * @param whole   by symbol: rows [P], and numbers of the run
     * @param paces   [P], by what the lines that change θ move it as a multiple of what they say; null where all do as they say
     */
    TensorLines(Graph graph, List<RuleTensor> tensors, Map<String, Node> whole, Node paces) {
        this.graph = graph;
        this.tensors = tensors;
        for (RuleTensor tensor : tensors) {
            Map<String, Node> own = new HashMap<>();
            tensor.facts().forEach((name, value) -> own.put(name, graph.constant(value)));
            whole.forEach((name, node) -> own.put(name, part(node, tensor)));
            symbols.add(own);
            this.paces.add(paces == null ? null : part(paces, tensor));
        }
    }

    private Node part(Node node, RuleTensor tensor) {
        if (node.rank() == 0) {
            return node;
        }
        Node stretch = graph.slice(node, 0, tensor.offset(), tensor.offset() + tensor.size());
        return tensor.matrix() ? graph.reshape(stretch, tensor.inputs(), tensor.outputs()) : stretch;
    }

    void run(List<Assignment> lines) {
        for (Assignment line : lines) {
            Map<Expr, Node> settled = new IdentityHashMap<>();
            settle(line.value(), settled);
            for (int i = 0; i < tensors.size(); i++) {
                if (tensors.get(i).isIn(line.block().place())) {
                    give(line.target(), value(line.value(), i, settled), i);
                }
            }
        }
    }

    private void give(String target, Node value, int tensor) {
        Map<String, Node> own = symbols.get(tensor);
        boolean paced = paces.get(tensor) != null && target.equals(Rule.PARAMETERS);
        own.put(target, paced ? SlowedSteps.slowed(own.get(target), value, paces.get(tensor)) : value);
    }

    private Node value(Expr expr, int tensor, Map<Expr, Node> settled) {
        return ExprToGraph.translate(expr, graph, symbols.get(tensor), settled);
    }

    /** Finds what is taken over all tensors, inner parts first. */
    private void settle(Expr expr, Map<Expr, Node> settled) {
        Exprs.children(expr).forEach(part -> settle(part, settled));
        if (expr instanceof Expr.Reduce reduce && reduce.over() == Over.ALL) {
            settled.put(expr, overAll(reduce, settled));
        }
    }

    private Node overAll(Expr.Reduce reduce, Map<Expr, Node> settled) {
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < tensors.size(); i++) {
            Node value = value(reduce.argument(), i, settled);
            parts.add(switch (reduce.op()) {
                case LARGEST -> graph.largest(value);
                case NORM -> value.apply(UnaryOp.SQUARE).total();
                default -> value.total();
            });
        }
        Node all = parts.stream().reduce((a, b) -> graph.binary(reduce.op() == Reduction.LARGEST ? BinaryOp.MAX : BinaryOp.ADD, a, b))
                .orElseThrow();
        return switch (reduce.op()) {
            case MEAN -> all.times(1.0 / tensors.stream().mapToInt(RuleTensor::size).sum());
            case NORM -> all.apply(UnaryOp.SQRT);
            default -> all;
        };
    }

    /** The value of a symbol for all parameters, [P]. */
    Node whole(String symbol) {
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < tensors.size(); i++) {
            RuleTensor tensor = tensors.get(i);
            Node value = symbols.get(i).get(symbol);
            Node full = tensor.matrix() ? graph.expand(value, tensor.inputs(), tensor.outputs()) : graph.expand(value, tensor.size());
            parts.add(graph.reshape(full, tensor.size()));
        }
        return graph.concat(0, parts);
    }

    /** The symbols of the only tensor. */
    Map<String, Node> only() {
        return symbols.get(0);
    }
}
