package downhill.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.engine.graph.Gradients;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.plan.CompiledEvaluator;
import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every function at awkward places, not-a-number and infinity among them: the value is that of the definition. */
class Nd4jSemanticsTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final double[] NUMBERS = {NAN, -INFINITE, INFINITE, 0, 1, -1, 0.5, -2.5, 1e-12, 745, -745, 1e300};

    private static double[] run(int count, Function<Graph, Node> build, double... parameters) {
        for (int runs : new int[] {1, 2}) {
            try (CompiledEvaluator engine = OperationMachines.evaluator(Precision.DOUBLE)) {
                Graph graph = new Graph();
                Node result = build.apply(graph);
                double[] all = new double[runs * parameters.length];
                for (int i = 0; i < all.length; i++) {
                    all[i] = parameters[i % parameters.length];
                }
                double[][] values = engine.evaluate(List.of(result), runs, Map.of(), all)[0];
                assertThat(values[runs - 1]).isEqualTo(values[0]);
                if (runs == 2) {
                    return values[0];
                }
            }
        }
        throw new IllegalStateException();
    }

    /** ND4J's tanh is right to 10⁻¹⁷, hence not to all digits of a tiny result. */
    private static void same(String where, double actual, double expected) {
        if (Double.isFinite(expected)) {
            assertThat(Math.abs(actual - expected)).as("%s: %s, should be %s", where, actual, expected)
                    .isLessThanOrEqualTo(1e-13 * Math.abs(expected) + 1e-16);
        } else {
            assertThat(actual).as(where).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(UnaryOp.class)
    void aFunctionOfOneNumberIsItsDefinition(UnaryOp op) {
        boolean periodic = op == UnaryOp.SIN || op == UnaryOp.COS;
        double[] got = run(NUMBERS.length, graph -> graph.parameter("a", NUMBERS.length).apply(op), NUMBERS);
        for (int i = 0; i < got.length; i++) {
            if (!(periodic && NUMBERS[i] == 1e300)) {
                same(op + "(" + NUMBERS[i] + ")", got[i], op.apply(NUMBERS[i]));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(BinaryOp.class)
    void aFunctionOfTwoNumbersIsItsDefinition(BinaryOp op) {
        int n = NUMBERS.length;
        double[] both = new double[2 * n];
        System.arraycopy(NUMBERS, 0, both, 0, n);
        System.arraycopy(NUMBERS, 0, both, n, n);
        double[] got = run(n * n, graph -> graph.binary(op, graph.parameter("a", n, 1), graph.parameter("b", n)), both);
        for (int i = 0; i < n * n; i++) {
            double a = NUMBERS[i / n];
            double b = NUMBERS[i % n];
            same(op + "(" + a + ", " + b + ")", got[i], op.apply(a, b));
        }
    }

    @Test
    void aChoiceLeavesNoTraceOfWhatIsNotChosen() {
        double[] got = run(4, graph -> graph.select(graph.parameter("c", 4), graph.parameter("a", 4), graph.parameter("b", 4)),
                1, 0, 1e-30, 0, 5, NAN, 7, -INFINITE, NAN, 2, INFINITE, 3);
        assertThat(got).isEqualTo(new double[] {5, 2, 7, 3});
    }

    @Test
    void aChosenNotANumberIsSeen() {
        double[] got = run(2, graph -> graph.select(graph.parameter("c", 2), graph.parameter("a", 2), graph.parameter("b", 2)),
                1, 0, NAN, 1, 1, NAN);
        assertThat(got).isEqualTo(new double[] {NAN, NAN});
    }

    @Test
    void theLargestOfARowWithNotANumberIsNotANumber() {
        double[] got = run(9, graph -> graph.logSumExp(graph.parameter("a", 3, 3)), 1, NAN, 3, NAN, 2, 1, 1, 1, 1);
        assertThat(got[0]).isNaN();
        assertThat(got[1]).isNaN();
        assertThat(Double.isFinite(got[2])).isTrue();
    }

    @Test
    void ofEqualValuesInAPoolTheFirstTakesTheGradient() {
        double[] got = run(4, graph -> Gradients.byParameters(
                graph.maxPool(graph.parameter("a", 1, 2, 2, 1), 2).total()), 3, 3, 1, 3);
        assertThat(got).isEqualTo(new double[] {1, 0, 0, 0});
    }

    @Test
    void aPoolThatHoldsNotANumberIsNotANumber() {
        assertThat(run(1, graph -> graph.maxPool(graph.parameter("a", 1, 2, 2, 1), 2), 3, NAN, 1, 2)).isEqualTo(new double[] {NAN});
    }
}
