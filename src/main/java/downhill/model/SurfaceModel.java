package downhill.model;

import downhill.engine.graph.ExprToGraph;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.FormulaException;
import downhill.words.Said;
import java.util.Map;
import java.util.Set;

/** Formulas of x and y as objectives. */
public final class SurfaceModel {
    private SurfaceModel() {
    }

    /**
     * The graph of f(x, y); its parameter row is [x, y].
     *
     * @throws FormulaException where another name than x and y is used
     */
    public static SurfaceGraph build(Expr formula) {
        Graph graph = new Graph();
        Node x = graph.parameter("x");
        Node y = graph.parameter("y");
        Map<String, Node> symbols = Map.of("x", x, "y", y);
        refuseOthers(formula, symbols.keySet());
        Node value = ExprToGraph.translate(formula, graph, symbols);
        Node loss = value.perRun() ? value : value.plus(x.times(0));
        return new SurfaceGraph(graph, x, y, loss, graph.layout());
    }

    private static void refuseOthers(Expr expr, Set<String> known) {
        if (expr instanceof Expr.Sym symbol && !known.contains(symbol.name())) {
            throw new FormulaException(symbol.span(), Said.of("surface.formula", symbol.name()));
        }
        Exprs.children(expr).forEach(child -> refuseOthers(child, known));
    }
}
