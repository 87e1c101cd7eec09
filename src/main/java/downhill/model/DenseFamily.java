package downhill.model;

import downhill.engine.graph.Node;

/** Dense layers one after the other: {@code dense1}, {@code dense2}, ... */
final class DenseFamily {
    private final Layers layers;
    private final Architecture.Mlp mlp;

    DenseFamily(Layers layers, Architecture.Mlp mlp) {
        this.layers = layers;
        this.mlp = mlp;
    }

    /** [B, n] → [B, outputs]. */
    Node output(Node x, int outputs) {
        Node a = x;
        int depth = mlp.hidden().size();
        for (int i = 0; i < depth; i++) {
            String name = "dense" + (i + 1);
            Node active = mlp.activation(i).of(layers.dense(name, a, mlp.hidden().get(i)));
            a = layers.dropout(layers.view(name + ".activation", active));
        }
        return mlp.activation(depth).of(layers.dense("dense" + (depth + 1), a, outputs));
    }
}
