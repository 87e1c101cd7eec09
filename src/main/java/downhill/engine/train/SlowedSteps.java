package downhill.engine.train;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.BinaryOp;

/** The steps of parameters that move by a multiple of what their rule says, or not at all. */
final class SlowedSteps {
    private SlowedSteps() {
    }

    /** What is not slowed has the rule's very bits, and what is frozen those it had. */
    static Node slowed(Node before, Node after, Node paces) {
        Graph graph = before.graph();
        Node slowed = before.plus(paces.times(after.minus(before)));
        Node moved = graph.select(are(1, paces), after, slowed);
        return graph.select(are(0, paces), before, moved);
    }

    static Node are(double pace, Node paces) {
        return paces.graph().binary(BinaryOp.EQUAL, paces, paces.graph().constant(pace));
    }
}
