package downhill.export.tape;

import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import downhill.engine.graph.ParameterLayout;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.Prediction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model computes from prepared inputs, line by line, the last line being its raw outputs [B, outputs]; every line uses only those
 * before it. What only keeps gradients out is no line.
 *
 * @param layout where each array lies among the parameters
 */
public record Tape(List<TapeLine> lines, ParameterLayout layout) {
    /** Two numbers of rows that no model has as a size by chance: what differs between their graphs follows the number of rows. */
    private static final int ROWS = 997;
    private static final int OTHER_ROWS = 991;

    public Tape {
        lines = List.copyOf(lines);
    }

    /** @throws downhill.model.ModelException where the model does not fit the shape */
    public static Tape of(ModelSpec model, InputShape shape, int outputs) {
        Prediction one = ModelBuilder.prediction(model, shape, outputs, ROWS, false);
        Prediction other = ModelBuilder.prediction(model, shape, outputs, OTHER_ROWS, false);
        return new Tape(new Writing(other.graph().nodes()).lines(one), one.layout());
    }

    /** The tape while it is written. */
    private static final class Writing {
        private final List<Node> others;
        private final List<TapeLine> lines = new ArrayList<>();
        private final Map<Node, Integer> places = new HashMap<>();

        Writing(List<Node> others) {
            this.others = others;
        }

        List<TapeLine> lines(Prediction model) {
            boolean[] used = new boolean[model.graph().nodes().size()];
            mark(model.output(), used);
            model.graph().nodes().stream().filter(node -> used[node.id()]).forEach(this::add);
            return lines;
        }

        /** Inputs come before users, so that going back once finds all. */
        private static void mark(Node output, boolean[] used) {
            used[output.id()] = true;
            List<Node> nodes = output.graph().nodes();
            for (int i = output.id(); i >= 0; i--) {
                if (used[i]) {
                    nodes.get(i).inputs().forEach(input -> used[input.id()] = true);
                }
            }
        }

        private void add(Node node) {
            if (node.op() instanceof Op.Move) {
                places.put(node, places.get(node.inputs().get(0)));
                return;
            }
            places.put(node, lines.size());
            Op op = node.op();
            lines.add(new TapeLine(TapeOps.name(op), shape(node), node.inputs().stream().map(places::get).toList(), TapeOps.arguments(op),
                    op instanceof Op.Constant constant ? constant.value() : Double.NaN, op instanceof Op.Parameter array ? array.name()
                            : ""));
        }

        private List<Integer> shape(Node node) {
            int[] one = node.shape();
            int[] other = others.get(node.id()).shape();
            List<Integer> shape = new ArrayList<>();
            for (int axis = 0; axis < one.length; axis++) {
                shape.add(one[axis] == other[axis] ? one[axis] : -one[axis] / ROWS);
            }
            return shape;
        }
    }
}
