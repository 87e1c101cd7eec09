package downhill.model;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;

/**
 * An array that products are taken with. Of a quantised model its whole numbers go into the product, and what comes out is multiplied by
 * the steps.
 */
final class Multiplier {
    /** Below it a step is none: all weights of its output are 0. */
    private static final double LEAST_STEP = 1e-30;

    private final Graph graph;
    private final Node values;
    private final Node step;
    private final Quantisation.Grid grid;

    private Multiplier(Node values, Node step, Quantisation.Grid grid) {
        this.graph = values.graph();
        this.values = values;
        this.step = step;
        this.grid = grid;
    }

    /** Real numbers. */
    static Multiplier plain(Node values) {
        return new Multiplier(values, null, null);
    }

    /**
     * Whole numbers.
     *
     * @param step of each output
     * @param grid of what goes into the product, or null
     */
    static Multiplier whole(Node values, Node step, Quantisation.Grid grid) {
        return new Multiplier(values, step, grid);
    }

    /**
     * Real numbers that are rounded at each use.
     *
     * @param name  unique
     * @param axis  along which the outputs lie
     * @param steep whether gradients flow
     */
    static Multiplier rounded(String name, Node real, int axis, Quantisation how, boolean steep) {
        int[] others = new int[real.rank() - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = i < axis ? i : i + 1;
        }
        Graph graph = real.graph();
        Node size = real.apply(UnaryOp.ABS);
        Node whole = how.bits() == 1 ? sign(real) : null;
        Node step = how.bits() == 1 ? mean(size, others) : graph.detachedMax(size, others).times(1.0 / how.most());
        Node large = graph.binary(BinaryOp.MAX, step, graph.constant(LEAST_STEP));
        Node near = whole == null ? real.over(large).apply(UnaryOp.ROUND) : whole;
        Node used = near.times(step);
        return new Multiplier(steep ? real.plus(graph.move(name, used.minus(real), real.shape())) : used, null, how.inputs().get(name));
    }

    private static Node mean(Node size, int... axes) {
        Node sum = size.sum(axes);
        return sum.times((double) sum.size() / size.size());
    }

    /** −1 or 1: 0 counts as positive. */
    private static Node sign(Node real) {
        Graph graph = real.graph();
        return graph.select(graph.binary(BinaryOp.GREATER_OR_EQUAL, real, graph.constant(0)), graph.constant(1), graph.constant(-1));
    }

    Node values() {
        return values;
    }

    /** a·W over the last axis. */
    Node times(Node a) {
        return after(before(a).matmul(values));
    }

    /**
     * What goes into the product: whole numbers where there is a grid. Each is written as the sum of what it was and of what that lacks to
     * the nearest whole number, which is exact, so that gradients go straight through.
     */
    Node before(Node a) {
        if (grid == null) {
            return a;
        }
        Node high = graph.binary(BinaryOp.MAX, a.over(graph.constant(grid.step())), graph.constant(grid.least()));
        Node within = graph.binary(BinaryOp.MIN, high, graph.constant(grid.greatest()));
        Node lacks = within.apply(UnaryOp.ROUND).minus(within);
        return within.plus(graph.move("whole " + a.id(), lacks, lacks.shape()));
    }

    /** What came out of the product, in its unit; outputs along the last axis. */
    Node after(Node product) {
        Node unit = grid == null ? step : inGrid();
        return unit == null ? product : product.times(unit);
    }

    private Node inGrid() {
        return step == null ? graph.constant(grid.step()) : step.times(grid.step());
    }
}
