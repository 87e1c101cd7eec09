package downhill.engine.graph;

import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far a point is from the nearest place where its graph has no derivative: corners of relu, |x|, max, and the like. */
public final class Kinks {
    private static final Set<UnaryOp> CORNERED = Set.of(UnaryOp.RELU, UnaryOp.ABS, UnaryOp.SIGN, UnaryOp.NOT);
    private static final Set<BinaryOp> CHOOSING = Set.of(BinaryOp.MIN, BinaryOp.MAX, BinaryOp.LESS, BinaryOp.LESS_OR_EQUAL,
            BinaryOp.GREATER, BinaryOp.GREATER_OR_EQUAL, BinaryOp.EQUAL);

    private Kinks() {
    }

    /** The smallest distance over all runs; infinite where the graph is smooth. */
    public static double distance(Graph graph, int runs, Map<String, double[]> inputs, double[] parameters) {
        List<Node> margins = new ArrayList<>();
        List<Node> pools = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Unary unary && CORNERED.contains(unary.op())) {
                margins.add(node.inputs().get(0));
            } else if (node.op() instanceof Op.Unary unary && unary.op() == UnaryOp.ROUND) {
                margins.add(node.minus(node.inputs().get(0)).apply(UnaryOp.ABS).minus(graph.constant(0.5)));
            } else if (node.op() instanceof Op.Binary binary && CHOOSING.contains(binary.op())) {
                margins.add(node.inputs().get(0).minus(node.inputs().get(1)));
            } else if (node.op() instanceof Op.MaxPool) {
                pools.add(node);
            }
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (double[][] margin : new ReferenceInterpreter().evaluate(margins, runs, inputs, parameters)) {
            for (double[] run : margin) {
                nearest = Math.min(nearest, Arrays.stream(run).map(Math::abs).min().orElse(nearest));
            }
        }
        for (Node pool : pools) {
            for (double[] images : new ReferenceInterpreter().evaluate(pool.inputs(), runs, inputs, parameters)[0]) {
                nearest = Math.min(nearest, ReferenceImages.lead(pool.inputs().get(0).shape(), ((Op.MaxPool) pool.op()).size(), images));
            }
        }
        return nearest;
    }
}
