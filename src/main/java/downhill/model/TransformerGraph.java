package downhill.model;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.UnaryOp;
import downhill.model.ParameterRole.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * Encoder blocks over a window, normalised before each part. Queries, keys and values are one product; heads are axes of
 * a view. Arrays of the first block have plain names, those of block n the prefix {@code blockn.}
 */
final class TransformerGraph {
    private static final double EPSILON = 1e-5;

    private final Layers layers;
    private final Architecture.Transformer size;

    TransformerGraph(Layers layers, Architecture.Transformer size) {
        this.layers = layers;
        this.size = size;
    }

    /** [B, T, C] → [B, outputs]. */
    Node output(Node x, int outputs) {
        int time = x.length(1);
        Node embedded = layers.dense("embed", x, size.width());
        Node position = layers.array(new ParameterRole("position.weight", Kind.POSITION, size.width(), size.width(), 0),
                time, size.width());
        Node h = layers.dropout(embedded.plus(position));
        for (int block = 1; block <= size.blocks(); block++) {
            h = block(block == 1 ? "" : "block" + block + ".", h);
        }
        Node mean = norm("norm3", h).mean(1).reshape(x.length(0), size.width());
        return layers.dense("dense1", mean, outputs);
    }

    private Node block(String prefix, Node h) {
        Node attended = attention(prefix + "attention", norm(prefix + "norm1", h));
        Node middle = h.plus(layers.dropout(attended));
        Node inner = layers.dense(prefix + "feedforward1", norm(prefix + "norm2", middle), size.feedforward());
        Node outer = layers.dense(prefix + "feedforward2", layers.dropout(Activation.GELU.of(inner)), size.width());
        return middle.plus(layers.dropout(outer));
    }

    /** (h − mean)/√(variance + ε)·gain + bias over the last axis, the variance biased (Ba et al. 2016). */
    private Node norm(String name, Node h) {
        int width = size.width();
        Node gain = layers.array(new ParameterRole(name + ".gain", Kind.GAIN, width, width, 0), width);
        Node bias = layers.array(new ParameterRole(name + ".bias", Kind.BIAS, width, width, 0), width);
        Node centred = h.minus(h.mean(-1));
        Node deviation = centred.apply(UnaryOp.SQUARE).mean(-1).plus(EPSILON).apply(UnaryOp.SQRT);
        return centred.times(h.graph().constant(1).over(deviation)).times(gain).plus(bias);
    }

    /** softmax(q·kᵀ/√(width/heads))·v for each head, the heads side by side through {@code output}; [B, T, width]. */
    private Node attention(String name, Node h) {
        Graph graph = h.graph();
        int width = size.width();
        int headWidth = width / size.heads();
        int rows = h.length(0);
        int time = h.length(1);
        Node heads = projections(name, h).reshape(rows, time, 3, size.heads(), headWidth).permute(2, 0, 3, 1, 4);
        Node query = heads.slice(0, 0, 1);
        Node key = heads.slice(0, 1, 2);
        Node value = heads.slice(0, 2, 3);
        Node scores = graph.matmul(query, key, false, true).times(1 / Math.sqrt(headWidth));
        Node weights = graph.softmax(scores);
        layers.view(name, weights.reshape(rows, size.heads(), time, time));
        Node mixed = weights.matmul(value).permute(0, 1, 3, 2, 4).reshape(rows, time, width);
        return layers.dense(name + ".output", mixed, width);
    }

    /** Queries, keys and values behind one another: [B, T, 3·width]. */
    private Node projections(String name, Node h) {
        int width = size.width();
        Multiplier weight = layers.weights(name, 1, roles(name, ".weight", Kind.WEIGHT), width, 3 * width);
        Node bias = layers.columns(roles(name, ".bias", Kind.BIAS), 3 * width);
        return weight.times(layers.factor(name, h)).plus(bias);
    }

    private List<ParameterRole> roles(String name, String suffix, Kind kind) {
        int width = size.width();
        return Stream.of(".query", ".key", ".value")
                .map(part -> new ParameterRole(name + part + suffix, kind, width, width, 1 / Math.sqrt(width))).toList();
    }
}
