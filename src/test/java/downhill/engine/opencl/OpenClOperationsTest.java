package downhill.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.engine.graph.Gradients;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.graph.ReferenceInterpreter;
import downhill.engine.graph.Scaled;
import downhill.engine.train.OpenClHere;
import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operation and its gradient on a device; few programs of many operations, since each has to be built. */
@Tag("soak")
class OpenClOperationsTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final double[] NUMBERS = {NAN, -INFINITE, INFINITE, 0, 1, -1, 0.5, -2.5, 1e-12, 745, -745, 1e300};

    private static double[][][] run(List<Node> outputs, double... parameters) {
        return new OpenClEvaluator(OpenClHere.device(), Precision.DOUBLE, 48 * 1024).evaluate(outputs, 1, Map.of(), parameters);
    }

    private static void same(String where, double got, double expected) {
        if (Double.isFinite(expected)) {
            assertThat(Math.abs(got - expected)).as("%s: %s, should be %s", where, got, expected)
                    .isLessThanOrEqualTo(1e-13 * Math.abs(expected) + 1e-16);
        } else {
            assertThat(got).as(where).isEqualTo(expected);
        }
    }

    @Test
    void aFunctionOfOneNumberIsItsDefinition() {
        Graph graph = new Graph();
        Node a = graph.parameter("a", NUMBERS.length);
        List<Node> outputs = new ArrayList<>();
        for (UnaryOp op : UnaryOp.values()) {
            outputs.add(a.apply(op));
        }
        double[][][] got = run(outputs, NUMBERS);
        for (UnaryOp op : UnaryOp.values()) {
            boolean periodic = op == UnaryOp.SIN || op == UnaryOp.COS;
            for (int i = 0; i < NUMBERS.length; i++) {
                if (!(periodic && NUMBERS[i] == 1e300)) {
                    same(op + "(" + NUMBERS[i] + ")", got[op.ordinal()][0][i], op.apply(NUMBERS[i]));
                }
            }
        }
    }

    @Test
    void aFunctionOfTwoNumbersIsItsDefinition() {
        int n = NUMBERS.length;
        Graph graph = new Graph();
        Node a = graph.parameter("a", n, 1);
        Node b = graph.parameter("b", n);
        List<Node> outputs = new ArrayList<>();
        for (BinaryOp op : BinaryOp.values()) {
            outputs.add(graph.binary(op, a, b));
        }
        double[] both = new double[2 * n];
        System.arraycopy(NUMBERS, 0, both, 0, n);
        System.arraycopy(NUMBERS, 0, both, n, n);
        double[][][] got = run(outputs, both);
        for (BinaryOp op : BinaryOp.values()) {
            for (int i = 0; i < n * n; i++) {
                same(op + "(" + NUMBERS[i / n] + ", " + NUMBERS[i % n] + ")", got[op.ordinal()][0][i],
                        op.apply(NUMBERS[i / n], NUMBERS[i % n]));
            }
        }
    }

    @Test
    void choicesLargestValuesAndPoolsTreatNotANumberAsTheHostDoes() {
        Graph graph = new Graph();
        Node c = graph.parameter("c", 4);
        Node a = graph.parameter("a", 4);
        Node b = graph.parameter("b", 4);
        Node images = graph.parameter("i", 1, 2, 2, 1);
        Node holed = graph.parameter("h", 1, 2, 2, 1);
        Node rows = graph.parameter("r", 3, 3);
        Node gradient = Gradients.of(graph.maxPool(images, 2).total(), List.of(images)).get(0);
        double[][][] got = run(List.of(graph.select(c, a, b), graph.maxPool(holed, 2), gradient, graph.logSumExp(rows)),
                1, 0, 1e-30, 0, 5, NAN, 7, -INFINITE, NAN, 2, INFINITE, 3, 3, 3, 1, 3, 3, NAN, 1, 2, 1, NAN, 3, NAN, 2, 1, 1, 1, 1);
        assertThat(got[0][0]).isEqualTo(new double[] {5, 2, 7, 3});
        assertThat(got[1][0]).isEqualTo(new double[] {NAN});
        assertThat(got[2][0]).isEqualTo(new double[] {1, 0, 0, 0});
        assertThat(got[3][0][0]).isNaN();
        assertThat(got[3][0][1]).isNaN();
        assertThat(Double.isFinite(got[3][0][2])).isTrue();
    }

    /** Products of all kinds, cuts, turns, joins, patches and pools, with their gradients; in local and in global memory. */
    @ParameterizedTest
    @CsvSource({"DOUBLE, 49152, 1e-12", "DOUBLE, 0, 1e-12", "FLOAT, 49152, 2e-5"})
    void shapesAndProductsAgreeWithTheOracle(Precision precision, int localBytes, double tolerance) {
        Graph graph = new Graph();
        Node a = graph.parameter("a", 2, 3, 4);
        Node b = graph.parameter("b", 4, 5);
        Node images = graph.parameter("images", 2, 6, 5, 2);
        Node own = graph.input("own", true, 2, 4, 3);
        List<Node> parts = new ArrayList<>(List.of(graph.matmul(a, own, false, false), graph.matmul(a, own, true, true),
                graph.matmul(b, b, true, false),
                graph.matmul(a.slice(0, 0, 1).reshape(3, 4), b, false, false), a.permute(2, 0, 1).reshape(8, 3), a.slice(1, 1, 3).sum(0, 2),
                graph.concat(1, List.of(a, a.slice(1, 0, 1))), graph.softmax(a), graph.unfold(images, 3), graph.maxPool(images, 2),
                b.sum(0), b.sum(1), b.mean(0, 1), graph.expand(b.slice(0, 1, 2), 3, 5)));
        Node total = graph.constant(0);
        for (Node part : parts) {
            total = total.plus(part.apply(UnaryOp.TANH).total());
        }
        parts.add(total);
        parts.add(Gradients.byParameters(total));
        Node beside = own.slice(0, 0, 1).reshape(4, 3).matmul(own.slice(0, 1, 2).reshape(3, 4));
        parts.add(graph.productSum(new Scaled(2, b.total(), graph.matmul(b, b, false, true)), new Scaled(-1, graph.constant(1), beside)));
        agree(parts, 3, Map.of("own", new Random(1).doubles(3 * 24, -1, 1).toArray()), precision, localBytes, tolerance);
    }

    private static void agree(List<Node> outputs, int runs, Map<String, double[]> inputs, Precision precision,
            int localBytes, double tolerance) {
        double[] parameters = new Random(2).doubles((long) runs * outputs.get(0).graph().layout().count(), -1, 1).toArray();
        double[][][] expected = new ReferenceInterpreter().evaluate(outputs, runs, inputs, parameters);
        double[][][] got = new OpenClEvaluator(OpenClHere.device(), precision, localBytes).evaluate(outputs, runs, inputs, parameters);
        for (int output = 0; output < expected.length; output++) {
            for (int run = 0; run < expected[output].length; run++) {
                for (int i = 0; i < expected[output][run].length; i++) {
                    assertThat(Math.abs(got[output][run][i] - expected[output][run][i])).as("output %d, run %d, element %d", output, run, i)
                            .isLessThanOrEqualTo(tolerance * (1 + Math.abs(expected[output][run][i])));
                }
            }
        }
    }
}
