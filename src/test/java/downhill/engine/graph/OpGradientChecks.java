package downhill.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation on its own, on several shapes, alone and for three runs, weighted by shared and per-run numbers. */
public abstract class OpGradientChecks {

    /** What is checked. */
    protected abstract Evaluator evaluator();

    /** Adds the operation to a graph; parameters are declared here. */
    interface Operation {
        Node build(Graph graph);
    }

    record Case(String name, Operation operation, double from, double to) {
        Case(String name, Operation operation) {
            this(name, operation, -2, 2);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> operations() {
        List<Case> cases = new ArrayList<>();
        unary(cases);
        binary(cases);
        products(cases);
        reductions(cases);
        views(cases);
        images(cases);
        return cases.stream();
    }

    private static void unary(List<Case> cases) {
        for (UnaryOp op : UnaryOp.values()) {
            boolean positive = op == UnaryOp.LOG || op == UnaryOp.SQRT;
            cases.add(new Case(op.name(), graph -> graph.parameter("a", 2, 3).apply(op), positive ? 0.2 : -2, 2));
        }
    }

    private static void binary(List<Case> cases) {
        int[][][] shapes = {{{2, 3}, {2, 3}}, {{2, 3}, {3}}, {{2, 3}, {2, 1}}, {{2, 1}, {1, 3}}, {{3}, {2, 2, 3}}, {{2, 3}, {}}, {{}, {}}};
        for (BinaryOp op : BinaryOp.values()) {
            for (int[][] s : shapes) {
                Operation operation = graph -> graph.binary(op, graph.parameter("a", s[0]), graph.parameter("b", s[1]));
                double from = op == BinaryOp.POWER || op == BinaryOp.DIVIDE ? 0.3 : -2;
                cases.add(new Case(op + " " + Arrays.toString(s[0]) + " " + Arrays.toString(s[1]), operation, from, 2));
            }
        }
        for (double power : new double[] {0.5, 1, 2, 3, 4, 5, -1}) {
            cases.add(new Case("POWER " + power, g -> g.binary(BinaryOp.POWER, g.parameter("a", 3), g.constant(power)), 0.3, 2));
        }
        cases.add(new Case("a·b·c", g -> g.parameter("a", 3).times(g.parameter("b", 3)).times(g.parameter("c", 3))));
        cases.add(new Case("the same value used many times", g -> {
            Node a = g.parameter("a", 2, 2);
            return a.times(a).plus(a).times(a.apply(UnaryOp.SIN)).minus(a.matmul(a));
        }));
        cases.add(new Case("SELECT", g -> g.select(g.binary(BinaryOp.GREATER, g.parameter("a", 2, 3), g.constant(0.1)),
                g.parameter("b", 3), g.parameter("c", 2, 1).apply(UnaryOp.EXP))));
        cases.add(new Case("SELECT of constants", g -> g.select(g.binary(BinaryOp.LESS, g.parameter("a", 2), g.constant(0)),
                g.constant(1), g.parameter("b"))));
    }

    private static void products(List<Case> cases) {
        for (int steps : new int[] {3, 11}) {
            cases.add(new Case(steps + " products with one matrix, one after the other", g -> chain(g, steps, 1, 2, 3)));
            cases.add(new Case(steps + " products of matrices with one", g -> chain(g, steps, 2, 3)));
            cases.add(new Case(steps + " products whose factors are kept in a row", g -> {
                Node b = g.parameter("b", 3, 3);
                Node rows = g.parameter("a", 1, 2, 3).apply(UnaryOp.SIN);
                List<Node> kept = new ArrayList<>(List.of(rows));
                for (int i = 0; i < steps; i++) {
                    kept.add(kept.get(i).matmul(b).apply(UnaryOp.TANH));
                }
                return g.concat(0, kept);
            }));
        }
        int[][][] batches = {{{}, {}}, {{2}, {2}}, {{2}, {}}, {{}, {2}}, {{2, 1}, {3}}, {{2, 3}, {1, 3}}};
        for (int[][] batch : batches) {
            for (int flags = 0; flags < 4; flags++) {
                boolean ta = (flags & 1) != 0;
                boolean tb = (flags & 2) != 0;
                int[] a = join(batch[0], ta ? 4 : 2, ta ? 2 : 4);
                int[] b = join(batch[1], tb ? 3 : 4, tb ? 4 : 3);
                String name = "product " + Arrays.toString(a) + (ta ? "ᵀ " : " ") + Arrays.toString(b) + (tb ? "ᵀ" : "");
                cases.add(new Case(name, g -> g.matmul(g.parameter("a", a), g.parameter("b", b), ta, tb)));
                cases.add(new Case(name + " of computed views", g -> g.matmul(turned(g, "a", a), turned(g, "b", b), ta, tb)));
            }
        }
    }

    /** What a recurrent network does: all that flows back into the matrix comes from products of its steps. */
    private static Node chain(Graph graph, int steps, int... shape) {
        Node b = graph.parameter("b", 3, 3);
        Node rows = graph.parameter("a", shape).apply(UnaryOp.SIN);
        for (int i = 0; i < steps; i++) {
            rows = rows.matmul(b).plus(graph.parameter("c" + i, 3)).apply(UnaryOp.TANH);
        }
        return rows;
    }

    /** A tensor of this shape whose last two axes lie the other way round in memory, cut out of a larger one. */
    private static Node turned(Graph graph, String name, int[] shape) {
        int[] stored = shape.clone();
        int last = shape.length - 1;
        stored[last] = shape[last - 1] + 2;
        stored[last - 1] = shape[last];
        int[] order = new int[shape.length];
        Arrays.setAll(order, i -> i);
        order[last] = last - 1;
        order[last - 1] = last;
        return graph.parameter(name, stored).apply(UnaryOp.SIN).slice(-1, 1, 1 + shape[last - 1]).permute(order);
    }

    private static int[] join(int[] batch, int rows, int columns) {
        int[] shape = Arrays.copyOf(batch, batch.length + 2);
        shape[batch.length] = rows;
        shape[batch.length + 1] = columns;
        return shape;
    }

    private static void reductions(List<Case> cases) {
        int[][] axes = {{0}, {1}, {2}, {-1}, {0, 1}, {0, 2}, {1, 2}, {0, 1, 2}};
        for (int[] some : axes) {
            cases.add(new Case("SUM over " + Arrays.toString(some), g -> g.parameter("a", 2, 3, 4).apply(UnaryOp.SIN).sum(some)));
            cases.add(new Case("mean over " + Arrays.toString(some), g -> g.parameter("a", 2, 3, 4).mean(some)));
            cases.add(new Case("SUM of a turned view over " + Arrays.toString(some),
                    g -> g.parameter("a", 4, 3, 2).permute(2, 1, 0).sum(some)));
        }
        cases.add(new Case("total", g -> g.parameter("a", 2, 3).apply(UnaryOp.SQUARE).total()));
        cases.add(new Case("softmax", g -> g.softmax(g.parameter("a", 2, 4))));
        cases.add(new Case("log-sum-exp", g -> g.logSumExp(g.parameter("a", 2, 4))));
        cases.add(new Case("log-sum-exp of large numbers", g -> g.logSumExp(g.parameter("a", 2, 4).plus(720))));
    }

    private static void views(List<Case> cases) {
        cases.add(new Case("RESHAPE", g -> g.parameter("a", 2, 6).reshape(3, 4)));
        cases.add(new Case("RESHAPE of a turned view", g -> g.parameter("a", 2, 3, 2).permute(2, 0, 1).reshape(4, 3)));
        int[][] orders = {{1, 0, 2}, {2, 1, 0}, {0, 2, 1}, {1, 2, 0}, {2, 0, 1}};
        for (int[] order : orders) {
            cases.add(new Case("PERMUTE " + Arrays.toString(order), g -> g.parameter("a", 2, 3, 4).permute(order)));
        }
        for (int axis = 0; axis < 3; axis++) {
            int at = axis;
            cases.add(new Case("SLICE of axis " + at, g -> g.parameter("a", 3, 3, 3).slice(at, 1, 3)));
            cases.add(new Case("SLICES of axis " + at + " that overlap", g -> {
                Node a = g.parameter("a", 4, 4, 4).apply(UnaryOp.TANH);
                return a.slice(at, 0, 2).times(a.slice(at, 1, 3)).plus(a.slice(at, 2, 4));
            }));
            cases.add(new Case("CONCAT along axis " + at, g -> g.concat(at, List.of(g.parameter("a", 2, 2, 2),
                    g.parameter("b", 2, 2, 2).apply(UnaryOp.EXP), g.parameter("c", 2, 2, 2)))));
        }
        cases.add(new Case("CONCAT of one value twice", g -> {
            Node a = g.parameter("a", 2, 3);
            return g.concat(1, List.of(a, a, a.apply(UnaryOp.SIN)));
        }));
        cases.add(new Case("CONCAT of one computed value twice", g -> {
            Node a = g.parameter("a", 1, 3).apply(UnaryOp.SIN);
            return g.concat(1, List.of(a, a, g.parameter("b", 1, 2)));
        }));
        cases.add(new Case("EXPAND", g -> g.expand(g.parameter("a", 3, 1), 2, 3, 4)));
        cases.add(new Case("EXPAND of a number", g -> g.expand(g.parameter("a"), 2, 2)));
        cases.add(new Case("columns of one block", g -> {
            Node block = g.parameterColumns(List.of("p", "q", "r"), 2, 6);
            return block.slice(-1, 0, 2).times(block.slice(-1, 4, 6));
        }));
    }

    private static void images(List<Case> cases) {
        for (int channels = 1; channels <= 2; channels++) {
            for (int kernel = 1; kernel <= 3; kernel++) {
                int c = channels;
                int k = kernel;
                cases.add(new Case("UNFOLD " + c + " channels, kernel " + k, g -> g.unfold(g.parameter("a", 2, 4, 3, c), k)));
                cases.add(new Case("FOLD " + c + " channels, kernel " + k,
                        g -> g.fold(g.parameter("a", 2, 5 - k, 4 - k, c * k * k), k, new int[] {2, 4, 3, c})));
                cases.add(new Case("MAX POOL " + c + " channels, size " + k, g -> g.maxPool(g.parameter("a", 2, 5, 4, c), k)));
            }
        }
        cases.add(new Case("UNFOLD of channels that lie first", g -> g.unfold(g.parameter("a", 2, 2, 3, 3).permute(0, 2, 3, 1), 2)));
        cases.add(new Case("MAX POOL of channels that lie first",
                g -> g.maxPool(g.parameter("a", 2, 2, 4, 4).permute(0, 2, 3, 1), 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void gradientEqualsSlope(Case checked) {
        for (int runs : new int[] {1, 3}) {
            for (boolean weightPerRun : new boolean[] {false, true}) {
                check(checked, runs, weightPerRun);
            }
        }
    }

    private void check(Case checked, int runs, boolean weightPerRun) {
        Graph graph = new Graph();
        Node result = checked.operation().build(graph);
        Node weight = graph.input("w", weightPerRun, result.shape());
        Node loss = result.times(weight).total();
        Random random = new Random(7);
        Map<String, double[]> inputs = new HashMap<>();
        inputs.put("w", numbers(random, weight.size() * (weightPerRun ? runs : 1), -1, 1));
        double[] parameters;
        do {
            parameters = numbers(random, runs * graph.layout().count(), checked.from(), checked.to());
        } while (Kinks.distance(graph, runs, inputs, parameters) < 1e-3);
        new GradientCheck(evaluator(), loss, runs, inputs).at(parameters);
        equalsOracle(result, runs, inputs, parameters);
    }

    private void equalsOracle(Node result, int runs, Map<String, double[]> inputs, double[] parameters) {
        double[][] expected = new ReferenceInterpreter().evaluate(List.of(result), runs, inputs, parameters)[0];
        double[][] got = evaluator().evaluate(List.of(result), runs, inputs, parameters)[0];
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < expected[run].length; i++) {
                double off = Math.abs(got[run][i] - expected[run][i]);
                assertThat(off).as("run %d, element %d", run, i).isLessThanOrEqualTo(1e-13 * (1 + Math.abs(expected[run][i])));
            }
        }
    }

    private static double[] numbers(Random random, int count, double from, double to) {
        return random.doubles(count, from, to).toArray();
    }
}
