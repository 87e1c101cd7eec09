package downhill.model;

import downhill.data.TaskKind;
import downhill.engine.graph.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Transformer encoders, for windows of a series; {@link TransformerGraph} builds them. */
final class TransformerFamily extends Family<Architecture.Transformer> {
    private static final int WIDTH = 16;
    private static final int HEADS = 2;

    TransformerFamily() {
        super("transformer");
    }

    @Override
    boolean suits(TaskKind task) {
        return true;
    }

    @Override
    public Optional<TaskKind> means() {
        return Optional.empty();
    }

    @Override
    Input input() {
        return Input.SERIES;
    }

    @Override
    Optional<Loss> onlyLoss() {
        return Optional.empty();
    }

    @Override
    void check(Architecture.Transformer transformer, Loss loss, InputShape shape) {
        Sizes.positive("the width", transformer.width());
        Sizes.positive("the number of heads", transformer.heads());
        Sizes.positive("the feedforward width", transformer.feedforward());
        Sizes.layers("the number of blocks", transformer.blocks());
        Sizes.require(transformer.width() % transformer.heads() == 0, "the width " + transformer.width() + " is not divided evenly by "
                + transformer.heads() + " heads");
    }

    @Override
    Node output(Architecture.Transformer transformer, Layers layers, Node x, int outputs) {
        return new TransformerGraph(layers, transformer).output(x, outputs);
    }

    @Override
    void count(Architecture.Transformer transformer, InputShape shape, int outputs, SizeCount count) {
        double time = shape.length(0);
        double width = transformer.width();
        count.dense(shape.length(1), width, time);
        count.parameters(time * width + 2 * width);
        for (int block = 0; block < transformer.blocks(); block++) {
            count.parameters(4 * width);
            count.dense(width, 3 * width, time);
            count.dense(width, width, time);
            count.dense(width, transformer.feedforward(), time);
            count.dense(transformer.feedforward(), width, time);
            count.perRow(transformer.heads() * time * time);
        }
        count.dense(width, outputs);
    }

    @Override
    List<String> outline(Architecture.Transformer transformer, InputShape shape) {
        String heads = transformer.heads() == 1 ? " (1 head, " : " (" + transformer.heads() + " heads, ";
        String block = transformer.width() + heads + transformer.feedforward() + ")";
        List<String> sizes = new ArrayList<>(Collections.nCopies(transformer.blocks(), block));
        sizes.add(0, shape.toString());
        return sizes;
    }

    @Override
    public Architecture.Transformer start(InputShape shape) {
        return new Architecture.Transformer(WIDTH, HEADS, 2 * WIDTH);
    }

    @Override
    public List<Inside> insides() {
        return List.of(Inside.ATTENTION);
    }

    @Override
    public List<String> reluViews(Architecture.Transformer transformer) {
        return List.of();
    }

    @Override
    public boolean isHeavy() {
        return true;
    }
}
