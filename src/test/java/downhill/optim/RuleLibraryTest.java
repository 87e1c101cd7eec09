package downhill.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled form of each built-in rule does what the rule says. */
class RuleLibraryTest {
    static Stream<Rule> rules() {
        return RuleLibrary.builtIn().all().stream();
    }

    /** The engine's own tests hold those of whole tensors. */
    static Stream<Rule> rulesOfElements() {
        return rules().filter(rule -> !rule.seesTensors());
    }

    @ParameterizedTest
    @MethodSource("rulesOfElements")
    void theCompiledProgramMakesTheSameStepsAsTheLiteralReading(Rule rule) {
        double[] start = {1.5, -0.7, 0.3};
        ReferenceOptimizer literal = new ReferenceOptimizer(rule, rule.defaults(), start);
        CompiledRun compiled = new CompiledRun(rule, rule.defaults(), start);
        Random random = new Random(7);
        for (int step = 0; step < 40; step++) {
            double[] gradient = random.doubles(3, -2, 2).toArray();
            literal.step(gradient);
            compiled.step(gradient);
            assertArrayEquals(literal.parameters(), compiled.parameters(), 1e-12, rule.id() + " at step " + step);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itWalksDownASlope(Rule rule) {
        double[] start = {1, 1};
        ReferenceOptimizer optimizer = new ReferenceOptimizer(rule, rule.defaults(), start);
        for (int step = 0; step < 50; step++) {
            double[] at = optimizer.parameters();
            optimizer.step(new double[] {at[0], 0.1 * at[1]});
        }
        double[] end = optimizer.parameters();
        assertTrue(end[0] * end[0] + 0.1 * end[1] * end[1] < 1.1, rule.id());
    }
}
