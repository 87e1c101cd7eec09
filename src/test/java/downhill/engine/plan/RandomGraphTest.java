package downhill.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.engine.graph.Gradients;
import downhill.engine.graph.Node;
import downhill.engine.graph.ReferenceInterpreter;
import downhill.engine.nd4j.OperationMachines;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans of random graphs compute what the graphs say, whatever was fused, placed over something dead or written in place. */
class RandomGraphTest {
    private static final int GRAPHS = 40;

    @ParameterizedTest(name = "{0} operations, {1} runs, {2}")
    @CsvSource({"4, 1, DOUBLE", "12, 1, DOUBLE", "12, 3, DOUBLE", "40, 1, DOUBLE", "40, 2, DOUBLE", "12, 3, FLOAT", "40, 2, FLOAT"})
    void aPlanOfARandomGraphAgreesWithTheOracle(int operations, int runs, Precision precision) {
        agree(operations, runs, () -> new CompiledEvaluator(precision), precision == Precision.DOUBLE ? 1e-11 : 2e-4, GRAPHS);
    }

    private static void agree(int operations, int runs, Supplier<CompiledEvaluator> engines, double tolerance, int graphs) {
        for (long seed = 1; seed <= graphs; seed++) {
            Node scalar = RandomGraphs.scalar(seed, operations);
            Random random = new Random(seed);
            Map<String, double[]> inputs = Map.of("shared", random.doubles(12, -1, 1).toArray(),
                    "own", random.doubles(24L * runs, -1, 1).toArray());
            int count = scalar.graph().layout().count();
            double[] parameters = random.doubles((long) runs * count, -1, 1).toArray();
            List<Node> outputs = List.of(scalar, Gradients.byParameters(scalar));
            double[][][] expected = new ReferenceInterpreter().evaluate(outputs, runs, inputs, parameters);
            try (CompiledEvaluator engine = engines.get()) {
                compare("seed " + seed, engine.evaluate(outputs, runs, inputs, parameters), expected, tolerance);
            }
        }
    }

    @ParameterizedTest(name = "{0} operations, {1} runs")
    @CsvSource({"4, 1", "12, 3", "40, 2"})
    void nd4jsOperationsAgreeWithTheOracleToo(int operations, int runs) {
        agree(operations, runs, () -> OperationMachines.evaluator(Precision.DOUBLE), 1e-11, GRAPHS / 4);
    }

    private static void compare(String where, double[][][] got, double[][][] expected, double tolerance) {
        for (int output = 0; output < expected.length; output++) {
            for (int run = 0; run < expected[output].length; run++) {
                double scale = 1;
                for (double value : expected[output][run]) {
                    scale = Math.max(scale, Math.abs(value));
                }
                for (int i = 0; i < expected[output][run].length; i++) {
                    assertThat(Math.abs(got[output][run][i] - expected[output][run][i]))
                            .as("%s, output %d, run %d, element %d", where, output, run, i).isLessThanOrEqualTo(tolerance * scale);
                }
            }
        }
    }
}
