package downhill.engine.train;

import downhill.engine.graph.Gradients;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import java.util.List;
import java.util.Set;

/**
 * Products of the generalised Gauss-Newton matrix Jᵀ·Hₗ·J with vectors, exactly: J how the outputs move with the parameters, Hₗ the
 * Hessian of the loss by the outputs (Schraudolph 2002, Fast Curvature Matrix-Vector Products, section 3). It is symmetric, and nowhere
 * negative where the loss is convex in the outputs, as all losses here are.
 */
final class GaussNewton {
    private GaussNewton() {
    }

    /**
     * A product as a node of the loss' graph.
     *
     * @param loss      shape []
     * @param output    what the loss is a function of
     * @param point     nodes that the outputs depend on, one behind the other [P]
     * @param direction [P]
     * @return [P]
     */
    static Node times(Node loss, Node output, List<Node> point, Node direction) {
        Graph graph = loss.graph();
        // Jᵀ·u is linear in u, so what it says of the direction differentiated by u is J times the direction, and u itself is in no plan
        Node u = graph.input("u", true, output.shape());
        Node pulled = Gradients.row(graph.total(output.times(u)), point, Set.of());
        Node moved = Gradients.of(graph.total(pulled.times(direction)), List.of(u)).get(0);
        Node slope = Gradients.of(loss, List.of(output)).get(0);
        Node bent = Gradients.of(graph.total(slope.times(moved)), List.of(output), Set.of(moved)).get(0);
        return Gradients.row(graph.total(output.times(bent)), point, Set.of(bent));
    }
}
