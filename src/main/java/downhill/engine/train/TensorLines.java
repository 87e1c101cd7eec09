package downhill.engine.train;

import downhill.engine.graph.ExprToGraph;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.Assignment;
import downhill.expr.BinaryOp;
import downhill.expr.ModelQuestion;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.Over;
import downhill.expr.Reduction;
import downhill.expr.UnaryOp;
import downhill.expr.UpdatePart;
import downhill.optim.Rule;
import downhill.optim.RuleTensor;
import downhill.optim.StateLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The lines of a rule over the tensors of a model, each line for all tensors before the next. */
final class TensorLines {
    private final Graph graph;
    private final List<RuleTensor> tensors;
    private final List<Map<String, Node>> symbols = new ArrayList<>();
    private final List<Node> paces = new ArrayList<>();
    private final Map<String, StateLayout> shaped;
    private final BiFunction<ModelQuestion, Node, Node> evaluations;

    /**
     * @param tensors one behind the other, together the whole parameter row
     * @param whole   by symbol: rows [P], and numbers of the run
     * @param shaped  of the states whose rows are as {@link StateLayout} says, by symbol
     * @param paces   [P], by what the lines that change θ move it as a multiple of what they say; null where all do as they say
     * @param evaluations what the model is asked once more, of rows [P]
     */
    TensorLines(Graph graph, List<RuleTensor> tensors, Map<String, Node> whole, Map<String, StateLayout> shaped, Node paces,
            BiFunction<ModelQuestion, Node, Node> evaluations) {
        this.evaluations = evaluations;
        this.graph = graph;
        this.tensors = tensors;
        this.shaped = shaped;
        for (int i = 0; i < tensors.size(); i++) {
            RuleTensor tensor = tensors.get(i);
            int index = i;
            Map<String, Node> own = new HashMap<>();
            tensor.facts().forEach((name, value) -> own.put(name, graph.constant(value)));
            whole.forEach((name, node) ->
                    own.put(name, shaped.containsKey(name) ? part(node, shaped.get(name), index) : part(node, tensor)));
            symbols.add(own);
            this.paces.add(paces == null ? null : part(paces, tensor));
        }
    }

    private Node part(Node node, RuleTensor tensor) {
        if (node.rank() == 0) {
            return node;
        }
        Node stretch = graph.slice(node, 0, tensor.offset(), tensor.offset() + tensor.size());
        if (tensor.byRows()) {
            return graph.reshape(stretch, tensor.outputs(), tensor.inputs()).permute(1, 0);
        }
        return tensor.matrix() ? graph.reshape(stretch, tensor.inputs(), tensor.outputs()) : stretch;
    }

    /** What a state of a shape of its own has for a tensor; null where it has nothing. */
    private Node part(Node node, StateLayout layout, int tensor) {
        int from = layout.offset(tensor);
        int size = layout.rows(tensor) * layout.columns(tensor);
        return from < 0 ? null : graph.reshape(graph.slice(node, 0, from, from + size), layout.columns(tensor), layout.rows(tensor));
    }

    void run(List<Assignment> lines) {
        for (Assignment line : lines) {
            Map<Expr, Node> settled = new IdentityHashMap<>();
            settle(line.value(), settled);
            Expr.Evaluated evaluated = Exprs.evaluated(line.value());
            Node answer = evaluated == null ? null : evaluations.apply(evaluated.what(), row(evaluated.argument(), settled));
            for (int i = 0; i < tensors.size(); i++) {
                if (tensors.get(i).isIn(line.block()) && isHeld(line.target(), i)) {
                    if (answer != null) {
                        settled.put(evaluated, part(answer, tensors.get(i)));
                    }
                    give(line.target(), value(line, i, settled), i);
                }
            }
        }
    }

    /** A value for all parameters, [P]. */
    private Node row(Expr expr, Map<Expr, Node> settled) {
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < tensors.size(); i++) {
            parts.add(full(value(expr, i, settled), tensors.get(i)));
        }
        return graph.concat(0, parts);
    }

    private Node full(Node value, RuleTensor tensor) {
        Node full = tensor.matrix() ? graph.expand(value, tensor.inputs(), tensor.outputs()) : graph.expand(value, tensor.size());
        return graph.reshape(tensor.byRows() ? full.permute(1, 0) : full, tensor.size());
    }

    private boolean isHeld(String target, int tensor) {
        return !shaped.containsKey(target) || shaped.get(target).offset(tensor) >= 0;
    }

    private void give(String target, Node value, int tensor) {
        Map<String, Node> own = symbols.get(tensor);
        boolean paced = paces.get(tensor) != null && target.equals(Rule.PARAMETERS);
        own.put(target, paced ? SlowedSteps.slowed(own.get(target), value, paces.get(tensor)) : value);
    }

    private Node value(Assignment line, int tensor, Map<Expr, Node> settled) {
        UpdatePart.Gate gate = line.block().gate();
        Node due = gate == null ? null : symbols.get(tensor).get(((Expr.Sym) gate.due()).name());
        Node value = ExprToGraph.translate(line.value(), graph, symbols.get(tensor), settled, due);
        StateLayout layout = shaped.get(line.target());
        if (layout == null) {
            return value;
        }
        // a thin state begins with the first columns of the identity of its other side
        boolean square = value.rank() == 2 && value.shape()[0] == layout.rows(tensor) && layout.columns(tensor) < layout.rows(tensor);
        Node fitting = square ? graph.slice(value, 0, 0, layout.columns(tensor)) : value;
        return graph.expand(fitting, layout.columns(tensor), layout.rows(tensor));
    }

    private Node value(Expr expr, int tensor, Map<Expr, Node> settled) {
        return ExprToGraph.translate(expr, graph, symbols.get(tensor), settled, null);
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
            if (shaped.containsKey(symbol)) {
                if (isHeld(symbol, i)) {
                    Node value = symbols.get(i).get(symbol);
                    parts.add(graph.reshape(value, value.size()));
                }
                continue;
            }
            parts.add(full(symbols.get(i).get(symbol), tensors.get(i)));
        }
        return graph.concat(0, parts);
    }

    /** The symbols of the only tensor. */
    Map<String, Node> only() {
        return symbols.get(0);
    }
}
