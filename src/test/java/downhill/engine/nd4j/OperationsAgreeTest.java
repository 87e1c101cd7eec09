package downhill.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.graph.ReferenceInterpreter;
import downhill.engine.graph.Scaled;
import downhill.engine.plan.CompiledEvaluator;
import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operation alone on ND4J, on the host and by its definition, special numbers among its operands. */
class OperationsAgreeTest {
    private static final int RUNS = 2;
    private static final double[] SPECIAL = {0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.5};
    private static final double TOLERANCE = 1e-13;

    private static double[] numbers(int count, long seed) {
        Random random = new Random(seed);
        return random.doubles(count)
                .map(value -> random.nextInt(3) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : 6 * value - 3).toArray();
    }

    private static void agree(Map<String, double[]> inputs, Node... nodes) {
        List<Node> wanted = List.of(nodes);
        double[][][] values = new ReferenceInterpreter().evaluate(wanted, RUNS, inputs, new double[0]);
        try (CompiledEvaluator host = new CompiledEvaluator(Precision.DOUBLE);
             CompiledEvaluator nd4j = OperationMachines.evaluator(Precision.DOUBLE)) {
            double[][][] onHost = host.evaluate(wanted, RUNS, inputs, new double[0]);
            double[][][] byNd4j = nd4j.evaluate(wanted, RUNS, inputs, new double[0]);
            for (int i = 0; i < nodes.length; i++) {
                same(nodes[i] + " on the host", onHost[i], values[i]);
                same(nodes[i] + " by ND4J", byNd4j[i], values[i]);
            }
        }
    }

    private static void same(String what, double[][] got, double[][] wanted) {
        for (int run = 0; run < RUNS; run++) {
            for (int i = 0; i < wanted[run].length; i++) {
                double a = got[run][i];
                double b = wanted[run][i];
                boolean alike = a == b || Double.isNaN(a) && Double.isNaN(b) || Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b));
                assertThat(alike).as("%s, run %d, element %d: %s, not %s", what, run, i, a, b).isTrue();
            }
        }
    }

    /** What a formula may meet, each with each. */
    private static final double[] AWKWARD = {0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.5, -0.5, 2,
        -2, 3, -3, 2.5, -745, 745, 1e-300, -1e-300, 1e300, -1e300, Double.MIN_VALUE, Double.MAX_VALUE};

    @ParameterizedTest
    @EnumSource(UnaryOp.class)
    void functionsOfOneNumberWhereverTheyAreAwkward(UnaryOp op) {
        boolean periodic = op == UnaryOp.SIN || op == UnaryOp.COS; // far out each library has other digits
        double[] places = Arrays.stream(AWKWARD).map(x -> periodic && Math.abs(x) > 1e9 && Double.isFinite(x) ? 1 : x).toArray();
        Graph graph = new Graph();
        agree(Map.of("a", places), graph.input("a", false, places.length).apply(op));
    }

    @ParameterizedTest
    @EnumSource(BinaryOp.class)
    void functionsOfTwoNumbersWhereverTheyAreAwkward(BinaryOp op) {
        Graph graph = new Graph();
        agree(Map.of("a", AWKWARD, "b", AWKWARD), graph.binary(op, graph.input("a", false, AWKWARD.length, 1),
                graph.input("b", false, AWKWARD.length)));
    }

    @ParameterizedTest
    @EnumSource(UnaryOp.class)
    void functionsOfOneNumber(UnaryOp op) {
        Graph graph = new Graph();
        Node a = graph.input("a", true, 4, 12);
        agree(Map.of("a", numbers(RUNS * 48, 1)), a.apply(op), a.permute(1, 0).apply(op));
    }

    @ParameterizedTest
    @EnumSource(BinaryOp.class)
    void functionsOfTwoNumbersOfAllWaysToStretch(BinaryOp op) {
        Graph graph = new Graph();
        Node a = graph.input("a", true, 4, 12);
        Map<String, double[]> inputs = new HashMap<>(Map.of("a", numbers(RUNS * 48, 3)));
        List<Node> all = new ArrayList<>();
        for (int[] shape : new int[][] {{4, 12}, {12}, {4, 1}, {}}) {
            for (boolean perRun : new boolean[] {true, false}) {
                String name = "b" + all.size();
                Node b = graph.input(name, perRun, shape);
                inputs.put(name, numbers((perRun ? RUNS : 1) * b.size(), 4));
                all.add(graph.binary(op, a, b));
                all.add(graph.binary(op, b, a));
            }
        }
        agree(inputs, all.toArray(Node[]::new));
    }

    @Test
    void sumsAndLargestOverEachAxis() {
        Graph graph = new Graph();
        Node a = graph.input("a", true, 3, 4, 5);
        agree(Map.of("a", new Random(5).doubles(RUNS * 60, -3, 3).toArray()), a.sum(0), a.sum(1), a.sum(2), a.sum(0, 2), a.sum(0, 1, 2),
                graph.detachedMax(a, 0), graph.detachedMax(a, 1), graph.detachedMax(a, 2), graph.detachedMax(a, 1, 2));
    }

    @Test
    void productsWithEitherSideTurned() {
        Graph graph = new Graph();
        Node a = graph.input("a", true, 5, 3);
        Node turnedA = graph.input("ta", false, 3, 5);
        Node b = graph.input("b", false, 3, 4);
        Node turnedB = graph.input("tb", true, 4, 3);
        Map<String, double[]> inputs = Map.of("a", new Random(6).doubles(RUNS * 15, -1, 1).toArray(),
                "ta", new Random(7).doubles(15, -1, 1).toArray(), "b", new Random(8).doubles(12, -1, 1).toArray(),
                "tb", new Random(9).doubles(RUNS * 12, -1, 1).toArray());
        agree(inputs, a.matmul(b), graph.matmul(turnedA, b, true, false), graph.matmul(a, turnedB, false, true),
                graph.matmul(turnedA, turnedB, true, true));
    }

    /** Also where a run's number is 0, which libraries take for "not there", and for products that are too large to be added to at once. */
    @Test
    void productsThatAreAddedToAnotherValue() {
        for (int k : new int[] {3, 700}) {
            Graph graph = new Graph();
            Node a = graph.input("a", true, 20, k);
            Node b = graph.input("b", false, 22, k);
            Node d = graph.input("d", true, 20, 22);
            Node turned = graph.input("e", false, 22, 20).permute(1, 0);
            Node first = graph.input("α", true);
            Node second = graph.input("β", true);
            Map<String, double[]> inputs = Map.of("a", new Random(6).doubles(RUNS * 20L * k, -1, 1).toArray(),
                    "b", new Random(7).doubles(22L * k, -1, 1).toArray(), "d", numbers(RUNS * 440, 8), "e", numbers(440, 9),
                    "α", new double[] {0, 1.5}, "β", new double[] {-2, 0});
            Node product = graph.matmul(a, b, false, true);
            Node one = graph.constant(1);
            agree(inputs, graph.productSum(new Scaled(1, one, product), new Scaled(-3, one, d)),
                    graph.productSum(new Scaled(2, first, product), new Scaled(1, one, turned)),
                    graph.productSum(new Scaled(-1, second, product), new Scaled(0.5, second, d)),
                    graph.productSum(new Scaled(0, one, product), new Scaled(1, first, d)));
        }
    }

    @Test
    void patchesAndWindowsOfImages() {
        Graph graph = new Graph();
        Node images = graph.input("a", true, 2, 7, 6, 3);
        agree(Map.of("a", new Random(8).doubles(RUNS * images.size(), -1, 1).toArray()), graph.unfold(images, 1), graph.unfold(images, 2),
                graph.unfold(images, 3), graph.maxPool(images, 2), graph.maxPool(images, 3));
    }

    @Test
    void choosingCuttingAndJoining() {
        Graph graph = new Graph();
        Node a = graph.input("a", true, 4, 3);
        Node b = graph.input("b", false, 4, 3);
        agree(Map.of("a", numbers(RUNS * 12, 9), "b", numbers(12, 10)), graph.select(graph.binary(BinaryOp.LESS, a, b), a, b),
                graph.concat(0, List.of(a, b, a)), graph.concat(1, List.of(a, b, a)), graph.concat(1, List.of(b, a.slice(1, 1, 3))));
    }
}
