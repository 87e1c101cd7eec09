package downhill.model;

import downhill.engine.graph.Node;
import downhill.expr.UnaryOp;
import downhill.setting.Part;
import downhill.setting.Setting;
import java.util.List;

/** Squares of a few sums: one hidden layer with x² behind it. A dry run. */
final class ToyFamily extends NetworkFamily<Architecture.Toy> {
    private static final Setting<Long> WIDTH = Sizes.size("toy.width", 4L, "--toy-width");
    private static final List<Part<Architecture.Toy, ?>> PARTS = List.of(
            new Part<>(WIDTH, of -> (long) of.width(), (of, width) -> new Architecture.Toy(width.intValue())));

    ToyFamily() {
        super("toy");
    }

    @Override
    Input input() {
        return Input.ANY;
    }

    @Override
    void check(Architecture.Toy toy, Loss loss, InputShape shape) {
        // any width goes with any loss and shape
    }

    @Override
    Node output(Architecture.Toy toy, Layers layers, Node x, int outputs) {
        Node hidden = layers.dense("dense1", flat(x), toy.width()).apply(UnaryOp.SQUARE);
        return layers.dense("dense2", layers.dropout(hidden), outputs);
    }

    @Override
    void count(Architecture.Toy toy, InputShape shape, int outputs, SizeCount count) {
        count.dense(count.dense(shape.size(), List.of(toy.width())), outputs);
    }

    @Override
    List<String> outline(Architecture.Toy toy, InputShape shape) {
        return List.of(shape.toString(), String.valueOf(toy.width()));
    }

    @Override
    public List<Part<Architecture.Toy, ?>> settings() {
        return PARTS;
    }

    @Override
    Architecture.Toy usual(InputShape shape) {
        return new Architecture.Toy(WIDTH.usual().intValue());
    }

    @Override
    public List<Inside> insides() {
        return List.of();
    }

    @Override
    public List<String> reluViews(Architecture.Toy toy) {
        return List.of();
    }

    @Override
    public boolean isHeavy() {
        return false;
    }
}
