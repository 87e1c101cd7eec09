package downhill.model;

import downhill.engine.graph.Node;
import downhill.setting.Chosen;
import downhill.setting.Part;
import downhill.setting.Setting;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Transformer encoders, for windows of a series; {@link TransformerGraph} builds them. */
final class TransformerFamily extends NetworkFamily<Architecture.Transformer> {
    static final Setting<Long> WIDTH = Sizes.size("transformer.width", 16L, "--width");
    /** Usually 2, but 1 where they would not divide the width. */
    private static final Setting<Long> HEADS = Sizes.size("transformer.heads", null, "--heads");
    /** Usually twice the width. */
    private static final Setting<Long> FEEDFORWARD = Sizes.size("transformer.feedforward", null, "--feedforward");
    private static final Setting<Long> BLOCKS = Sizes.layers("transformer.blocks", "--blocks");
    private static final List<Part<Architecture.Transformer, ?>> PARTS = List.of(
            new Part<>(WIDTH, of -> (long) of.width(),
                    (of, to) -> new Architecture.Transformer(to.intValue(), of.heads(), of.feedforward(), of.blocks())),
            new Part<>(HEADS, of -> (long) of.heads(),
                    (of, to) -> new Architecture.Transformer(of.width(), to.intValue(), of.feedforward(), of.blocks())),
            new Part<>(FEEDFORWARD, of -> (long) of.feedforward(),
                    (of, to) -> new Architecture.Transformer(of.width(), of.heads(), to.intValue(), of.blocks())),
            new Part<>(BLOCKS, of -> (long) of.blocks(),
                    (of, to) -> new Architecture.Transformer(of.width(), of.heads(), of.feedforward(), to.intValue())));

    TransformerFamily() {
        super("transformer");
    }

    @Override
    Input input() {
        return Input.SERIES;
    }

    @Override
    void check(Architecture.Transformer transformer, Loss loss, InputShape shape) {
        Sizes.require(transformer.width() % transformer.heads() == 0, Said.of("model.heads", transformer.width(), transformer.heads()));
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
    List<?> outline(Architecture.Transformer transformer, InputShape shape) {
        Said block = transformer.heads() == 1 ? Said.of("outline.head", transformer.width(), transformer.feedforward())
                : Said.of("outline.heads", transformer.width(), transformer.heads(), transformer.feedforward());
        List<Object> sizes = new ArrayList<>(Collections.nCopies(transformer.blocks(), block));
        sizes.add(0, shape);
        return sizes;
    }

    @Override
    public List<Part<Architecture.Transformer, ?>> settings() {
        return PARTS;
    }

    @Override
    Architecture.Transformer usual(InputShape shape) {
        return ofWidth(WIDTH.usual());
    }

    @Override
    public Architecture.Transformer start(InputShape shape, Chosen chosen) {
        return Part.apply(chosen, ofWidth(chosen.get(WIDTH)), PARTS);
    }

    private static Architecture.Transformer ofWidth(long width) {
        int feedforward = (int) Math.min(Integer.MAX_VALUE, 2 * width);
        return new Architecture.Transformer((int) width, width % 2 == 0 ? 2 : 1, feedforward, BLOCKS.usual().intValue());
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
