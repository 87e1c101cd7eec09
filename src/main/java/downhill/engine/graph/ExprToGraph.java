package downhill.engine.graph;

import downhill.expr.Expr;
import java.util.Map;

/** Formulas as nodes: operators map one to one, symbols to nodes that are handed in, arrays element by element. */
public final class ExprToGraph {
    private final Graph graph;
    private final Map<String, Node> symbols;
    private final Map<Expr, Node> settled;
    private final Node due;

    private ExprToGraph(Graph graph, Map<String, Node> symbols, Map<Expr, Node> settled, Node due) {
        this.graph = graph;
        this.symbols = symbols;
        this.settled = settled;
        this.due = due;
    }

    /**
     * Adds the nodes of a formula to a graph.
     *
     * @param symbols what each symbol of the formula stands for, nodes of the same graph
     * @return the value; its shape is that to which the symbols' shapes stretch
     * @throws IllegalArgumentException where a symbol has no node or two shapes do not fit
     */
    public static Node translate(Expr expr, Graph graph, Map<String, Node> symbols) {
        return translate(expr, graph, symbols, Map.of(), null);
    }

    /**
     * The same where parts of the formula have their nodes already.
     *
     * @param settled by the parts of {@code expr} themselves, told apart by identity
     * @param due     one number that says whether what is costly is wanted; null where it always is
     */
    public static Node translate(Expr expr, Graph graph, Map<String, Node> symbols, Map<Expr, Node> settled, Node due) {
        return new ExprToGraph(graph, symbols, settled, due).node(expr);
    }

    private Node node(Expr expr) {
        Node known = settled.get(expr);
        if (known != null) {
            return known;
        }
        if (expr instanceof Expr.Num number) {
            return graph.constant(number.value());
        }
        if (expr instanceof Expr.Sym symbol) {
            return symbol(symbol);
        }
        if (expr instanceof Expr.Unary unary) {
            return graph.unary(unary.op(), node(unary.argument()));
        }
        if (expr instanceof Expr.Binary binary) {
            Node sum = ProductSums.node(graph, binary, this::node);
            return sum != null ? sum : graph.binary(binary.op(), node(binary.left()), node(binary.right()));
        }
        if (expr instanceof Expr.Select select) {
            return graph.select(node(select.condition()), node(select.then()), node(select.otherwise()));
        }
        return Matrices.node(graph, expr, this::node, due);
    }

    private Node symbol(Expr.Sym symbol) {
        Node node = symbols.get(symbol.name());
        if (node == null) {
            throw new IllegalArgumentException("line " + symbol.span().line() + ", column " + symbol.span().column() + ": "
                    + symbol.name() + " is not known here; known are " + String.join(", ", symbols.keySet()));
        }
        return node;
    }
}
