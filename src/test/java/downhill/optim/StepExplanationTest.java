package downhill.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of one parameter at a time; those of whole tensors are told by {@link TensorTelling}, which the replay of steps holds. */
class StepExplanationTest {
    static Stream<Rule> rules() {
        return RuleLibrary.builtIn().all().stream().filter(rule -> !rule.seesTensors());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theNumbersToldAreThoseOfTheStep(Rule rule) {
        ReferenceOptimizer optimizer = new ReferenceOptimizer(rule, rule.defaults(), new double[] {0.8});
        Random random = new Random(3);
        optimizer.step(new double[] {0.5});
        for (int step = 2; step < 12; step++) {
            double gradient = random.nextGaussian();
            Map<String, Double> before = before(rule, optimizer, gradient, step);
            optimizer.step(new double[] {gradient});
            StepExplanation told = StepExplanation.of(rule, before);
            assertEquals(optimizer.parameters()[0], told.parameter(), 0, rule.id());
            assertEquals(rule.update().size(), told.lines().size());
            optimizer.states(0).forEach((name, value) -> assertEquals(value, told.values().get(name), 0, rule.id() + " " + name));
        }
    }

    @Test
    void aLineShowsFormulaNumbersAndValue() {
        Rule rule = RuleLibrary.builtIn().byId("momentum").orElseThrow();
        StepExplanation told = StepExplanation.of(rule,
                Map.of("η", 0.1, "μ", 0.9, "v", -0.123456789, "g", 2.0, "θ", 1.0, "t", 7.0));
        StepExplanation.Line line = told.lines().get(0);
        assertEquals("v ← μ·v + g", line.formula());
        assertEquals("0.9·(−0.12346) + 2", line.substituted());
        assertEquals(0.9 * -0.123456789 + 2, line.value());
        assertEquals("1.8889", line.shownValue());
        assertEquals("v \\leftarrow \\mu \\cdot v + g", line.latexFormula());
        assertEquals("0.9 \\cdot \\left(-0.12346\\right) + 2 = 1.8889", line.latexNumbers());
    }

    private static Map<String, Double> before(Rule rule, ReferenceOptimizer optimizer, double gradient, int step) {
        Map<String, Double> values = new HashMap<>(optimizer.scalarStates());
        values.putAll(optimizer.states(0));
        rule.hyperparameters().forEach(h -> values.put(h.symbol(), h.defaultValue()));
        values.computeIfPresent("η", (name, value) -> value * optimizer.carry());
        values.putAll(Map.of("θ", optimizer.parameters()[0], "g", gradient, "t", (double) step));
        return values;
    }
}
