package downhill.model;

import downhill.engine.graph.Node;
import downhill.setting.Part;
import downhill.setting.Setting;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Recurrent networks of one kind of cell, for windows of a series; {@link RecurrentGraph} builds them. */
final class RecurrentFamily extends NetworkFamily<Architecture.Recurrent> {
    /** Cells that are unrolled over time: each is a part of the program of a step. */
    private static final int MAX_CELLS = 100_000;

    private final Cell cell;

    private static final Setting<Long> STATE = Sizes.size("recurrent.hidden", 16L, "--width");
    private static final Setting<Long> LAYERS = Sizes.layers("recurrent.layers", "--layers");
    private static final List<Part<Architecture.Recurrent, ?>> PARTS = List.of(
            new Part<>(STATE, of -> (long) of.hidden(),
                    (of, size) -> new Architecture.Recurrent(of.cell(), size.intValue(), of.layers())),
            new Part<>(LAYERS, of -> (long) of.layers(),
                    (of, layers) -> new Architecture.Recurrent(of.cell(), of.hidden(), layers.intValue())));

    RecurrentFamily(Cell cell) {
        super(cell.prefix());
        this.cell = cell;
    }

    @Override
    Input input() {
        return Input.SERIES;
    }

    @Override
    void check(Architecture.Recurrent recurrent, Loss loss, InputShape shape) {
        long cells = (long) recurrent.layers() * shape.length(0);
        Sizes.require(cells <= MAX_CELLS, Said.of("model.cells", shape.length(0), cells, MAX_CELLS));
    }

    @Override
    Node output(Architecture.Recurrent recurrent, Layers layers, Node x, int outputs) {
        return new RecurrentGraph(layers, recurrent).output(x, outputs);
    }

    @Override
    void count(Architecture.Recurrent recurrent, InputShape shape, int outputs, SizeCount count) {
        double time = shape.length(0);
        double hidden = recurrent.hidden();
        double gates = cell.gates().size() * hidden;
        for (int layer = 0; layer < recurrent.layers(); layer++) {
            double inputs = layer == 0 ? shape.length(1) : hidden;
            count.parameters((inputs + hidden + 1) * gates + (cell == Cell.GRU ? hidden : 0));
            count.perRow(time * gates);
        }
        count.dense(hidden, outputs);
    }

    @Override
    List<String> outline(Architecture.Recurrent recurrent, InputShape shape) {
        List<String> sizes = new ArrayList<>(Collections.nCopies(recurrent.layers(), cell + " " + recurrent.hidden()));
        sizes.add(0, shape.toString());
        return sizes;
    }

    @Override
    public List<Part<Architecture.Recurrent, ?>> settings() {
        return PARTS;
    }

    @Override
    Architecture.Recurrent usual(InputShape shape) {
        return new Architecture.Recurrent(cell, STATE.usual().intValue(), LAYERS.usual().intValue());
    }

    @Override
    public List<Inside> insides() {
        return List.of();
    }

    @Override
    public List<String> reluViews(Architecture.Recurrent recurrent) {
        return List.of();
    }

    @Override
    public boolean isHeavy() {
        return true;
    }
}
