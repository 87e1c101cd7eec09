package downhill.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.engine.graph.Gradients;
import downhill.engine.graph.Node;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every plan, to the last bit, tried on drawn graphs. */
class PlanLawsTest {
    private static final int GRAPHS = 25;
    private static final int OPERATIONS = 16;
    private static final int RUNS = 3;
    private static final int SHARED = 12;
    private static final int OWN = 24;

    private record Drawn(Node scalar, double[] shared, double[] own, double[] parameters) {
        static Drawn of(long seed) {
            Node scalar = RandomGraphs.scalar(seed, OPERATIONS);
            Random random = new Random(seed);
            return new Drawn(scalar, random.doubles(SHARED, -1, 1).toArray(), random.doubles((long) OWN * RUNS, -1, 1).toArray(),
                    random.doubles((long) RUNS * scalar.graph().layout().count(), -1, 1).toArray());
        }

        List<Node> outputs() {
            return List.of(scalar, Gradients.byParameters(scalar));
        }

        double[][][] all(CompiledEvaluator engine) {
            return engine.evaluate(outputs(), RUNS, Map.of("shared", shared, "own", own), parameters);
        }

        double[][][] alone(CompiledEvaluator engine, int run) {
            return engine.evaluate(outputs(), 1, Map.of("shared", shared, "own", part(own, run)), part(parameters, run));
        }

        private static double[] part(double[] rows, int run) {
            int length = rows.length / RUNS;
            return java.util.Arrays.copyOfRange(rows, run * length, (run + 1) * length);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aPlanThatRanBeforeGivesTheSameAgain(Precision precision) {
        for (long seed = 1; seed <= GRAPHS; seed++) {
            Drawn drawn = Drawn.of(seed);
            try (CompiledEvaluator engine = new CompiledEvaluator(precision)) {
                double[][][] first = drawn.all(engine);
                assertThat(java.util.Arrays.deepEquals(drawn.all(engine), first)).as("seed %d", seed).isTrue();
            }
        }
    }

    /** A contender's numbers must not depend on who else is trained. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void aRunAmongOthersIsTheRunAlone(Precision precision) {
        for (long seed = 1; seed <= GRAPHS; seed++) {
            Drawn drawn = Drawn.of(seed);
            try (CompiledEvaluator engine = new CompiledEvaluator(precision)) {
                double[][][] all = drawn.all(engine);
                for (int run = 0; run < RUNS; run++) {
                    double[][][] alone = drawn.alone(engine, run);
                    for (int output = 0; output < all.length; output++) {
                        assertThat(alone[output][0]).as("seed %d, run %d, output %d", seed, run, output).isEqualTo(all[output][run]);
                    }
                }
            }
        }
    }
}
