package downhill.model;

import downhill.engine.graph.Node;
import downhill.model.ParameterRole.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Recurrent cells unrolled over the window. The inputs of all time steps and gates go through one product before the loop, so
 * that a step is one product and one element-wise kernel. States are [1, B, H]: slices of a time-major tensor.
 */
final class RecurrentGraph {
    private final Layers layers;
    private final Architecture.Recurrent architecture;

    RecurrentGraph(Layers layers, Architecture.Recurrent architecture) {
        this.layers = layers;
        this.architecture = architecture;
    }

    /** [B, T, C] → [B, outputs]. */
    Node output(Node x, int outputs) {
        Node series = x.permute(1, 0, 2);
        for (int layer = 1; layer <= architecture.layers(); layer++) {
            Node input = layer == 1 ? series : layers.dropout(series);
            boolean last = layer == architecture.layers();
            List<Node> states = states(prefix(layer), input);
            series = last ? states.get(states.size() - 1) : layers.graph().concat(0, states);
        }
        Node state = layers.view("state", series.reshape(x.length(0), architecture.hidden()));
        return layers.dense("dense1", layers.dropout(state), outputs);
    }

    private String prefix(int layer) {
        return architecture.cell().prefix() + (layer == 1 ? "" : layer);
    }

    /** [T, B, C] → T states [1, B, H]. */
    private List<Node> states(String prefix, Node series) {
        List<String> gates = architecture.cell().gates();
        int hidden = architecture.hidden();
        int width = gates.size() * hidden;
        Multiplier input = weights(prefix + ".input", gates, series.length(-1), width);
        Multiplier recurrent = weights(prefix + ".recurrent", gates, hidden, width);
        Node bias = block(prefix + ".bias.", gates, Kind.BIAS, hidden, width);
        RecurrentCell cell = cell(prefix, hidden);
        Node sums = input.times(layers.factor(prefix + ".input", series)).plus(bias);
        List<Node> states = new ArrayList<>();
        Node state = null;
        for (int t = 0; t < series.length(0); t++) {
            Node fromState = state == null ? null : recurrent.times(layers.factor(prefix + ".recurrent", state));
            state = cell.next(new Gates(sums.slice(0, t, t + 1), fromState, hidden), state);
            states.add(state);
        }
        return states;
    }

    private RecurrentCell cell(String prefix, int hidden) {
        return switch (architecture.cell()) {
            case RNN -> new RecurrentCell.Elman();
            case LSTM -> new RecurrentCell.Lstm();
            case GRU -> new RecurrentCell.Gru(block(prefix + ".recurrentBias.", List.of("n"), Kind.BIAS, hidden, hidden));
        };
    }

    private Multiplier weights(String name, List<String> gates, int inputs, int width) {
        return layers.weights(name, 1, roles(name + ".", gates, Kind.WEIGHT, inputs), inputs, width);
    }

    private Node block(String prefix, List<String> gates, Kind kind, int fanIn, int... shape) {
        return layers.columns(roles(prefix, gates, kind, fanIn), shape);
    }

    private List<ParameterRole> roles(String prefix, List<String> gates, Kind kind, int fanIn) {
        int hidden = architecture.hidden();
        double bound = 1 / Math.sqrt(hidden);
        return gates.stream().map(gate -> new ParameterRole(prefix + gate, kind, fanIn, hidden, bound)).toList();
    }

    /**
     * The sums that go into the gates of one time step.
     *
     * @param fromInput [1, B, G·H], bias included
     * @param fromState [1, B, G·H], or null before the first step, where the state is zero
     */
    record Gates(Node fromInput, Node fromState, int hidden) {
        Node input(int gate) {
            return part(fromInput, gate);
        }

        /** The recurrent part of a gate, or null where there is none. */
        Node state(int gate) {
            return fromState == null ? null : part(fromState, gate);
        }

        Node sum(int gate) {
            return fromState == null ? input(gate) : input(gate).plus(state(gate));
        }

        private Node part(Node all, int gate) {
            return all.slice(-1, gate * hidden, (gate + 1) * hidden);
        }
    }
}
