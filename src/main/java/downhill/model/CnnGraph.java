package downhill.model;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.UnaryOp;
import downhill.model.ParameterRole.Kind;
import java.util.List;

/**
 * Convolutions as products of patches and weights. Inside, channels come last, so that a product of patches [.., C·k·k] with
 * a weight seen as [F, C·k·k] is the next layer's image; flattening puts them back before height and width.
 */
final class CnnGraph {
    private final Layers layers;
    private final Architecture.Cnn cnn;

    CnnGraph(Layers layers, Architecture.Cnn cnn) {
        this.layers = layers;
        this.cnn = cnn;
    }

    /** [B, C, H, W] → [B, outputs]. */
    Node output(Node x, int outputs) {
        Node images = channelsLast(x);
        for (int i = 0; i < cnn.convolutions().size(); i++) {
            images = convolution("conv" + (i + 1), images, cnn.convolutions().get(i));
        }
        Node a = flattened(images);
        for (int i = 0; i < cnn.dense().size(); i++) {
            a = layers.dense("dense" + (i + 1), layers.dropout(a), cnn.dense().get(i)).apply(UnaryOp.RELU);
        }
        return layers.dense("dense" + (cnn.dense().size() + 1), layers.dropout(a), outputs);
    }

    /**
     * Convolution → relu → max pool. A shared bias and relu do not change which value of a window is largest, so they come
     * after the pool, where there is less to do.
     */
    private Node convolution(String name, Node images, Convolution convolution) {
        int filters = convolution.filters();
        int kernel = convolution.kernel();
        int channels = images.length(3);
        int area = kernel * kernel;
        double bound = 1 / Math.sqrt(channels * area);
        ParameterRole role = new ParameterRole(name + ".weight", Kind.WEIGHT, channels * area, filters * area, bound);
        Multiplier weight = layers.weights(name, 0, List.of(role), filters, channels, kernel, kernel);
        Node bias = layers.array(new ParameterRole(name + ".bias", Kind.BIAS, channels * area, filters * area, bound), filters);
        Graph graph = layers.graph();
        Node patches = graph.unfold(weight.before(layers.factor(name, images)), kernel);
        Node sums = weight.after(graph.matmul(patches, weight.values().reshape(filters, channels * area), false, true));
        layers.view(name + ".map", sums.plus(bias).apply(UnaryOp.RELU));
        Node pooled = cnn.pool() == 1 ? sums : graph.maxPool(sums, cnn.pool());
        return pooled.plus(bias).apply(UnaryOp.RELU);
    }

    private static Node channelsLast(Node x) {
        return x.length(1) == 1 ? x.reshape(x.length(0), x.length(2), x.length(3), 1) : x.permute(0, 2, 3, 1);
    }

    private static Node flattened(Node images) {
        return images.permute(0, 3, 1, 2).reshape(images.length(0), images.size() / images.length(0));
    }
}
