package downhill.model;

import downhill.engine.graph.Node;
import downhill.expr.UnaryOp;
import downhill.model.RecurrentGraph.Gates;

/** One step of time. Before the first step the state is zero and is passed as null, so that nothing is computed with it. */
interface RecurrentCell {

    /** The next state from the gates' sums and the state so far (null: zero). */
    Node next(Gates gates, Node state);

    /** h ← tanh(x·W + h·U + b). */
    record Elman() implements RecurrentCell {
        @Override
        public Node next(Gates gates, Node state) {
            return gates.sum(0).apply(UnaryOp.TANH);
        }
    }

    /** c ← f∘c + i∘g; h ← o∘tanh c. Keeps c between calls. */
    final class Lstm implements RecurrentCell {
        private Node memory;

        @Override
        public Node next(Gates gates, Node state) {
            Node added = gates.sum(0).apply(UnaryOp.SIGMOID).times(gates.sum(2).apply(UnaryOp.TANH));
            memory = memory == null ? added : gates.sum(1).apply(UnaryOp.SIGMOID).times(memory).plus(added);
            return gates.sum(3).apply(UnaryOp.SIGMOID).times(memory.apply(UnaryOp.TANH));
        }
    }

    /** n = tanh(xₙ + r∘(h·Uₙ + b)); h ← (1 − z)∘n + z∘h, computed as n + z∘(h − n). */
    record Gru(Node recurrentBias) implements RecurrentCell {
        @Override
        public Node next(Gates gates, Node state) {
            Node reset = gates.sum(0).apply(UnaryOp.SIGMOID);
            Node keep = gates.sum(1).apply(UnaryOp.SIGMOID);
            Node recurrent = state == null ? recurrentBias : gates.state(2).plus(recurrentBias);
            Node fresh = gates.input(2).plus(reset.times(recurrent)).apply(UnaryOp.TANH);
            return state == null ? fresh.minus(keep.times(fresh)) : fresh.plus(keep.times(state.minus(fresh)));
        }
    }
}
