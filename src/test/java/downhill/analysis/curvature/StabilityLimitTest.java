package downhill.analysis.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.step.RuleMemory;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The curvature that a rule bears, found from its lines, is the one that papers derive by hand. */
class StabilityLimitTest {
    private static final double RATE = 0.01;
    private static final double SQUARES = 0.25;

    private static StabilityLimit of(String id, Map<String, Double> chosen) {
        Rule rule = RuleLibrary.complete().byId(id).orElseThrow();
        double[] values = rule.defaults();
        values[Math.max(0, rule.learningRateIndex())] = RATE;
        chosen.forEach((key, value) -> values[rule.indexOf(key)] = value);
        Map<String, double[]> rows = new LinkedHashMap<>();
        Map<String, Double> numbers = new LinkedHashMap<>();
        rule.states().forEach(state -> {
            if (state.scalar()) {
                numbers.put(state.symbol(), 1.0);
            } else {
                rows.put(state.symbol(), new double[] {SQUARES});
            }
        });
        return new StabilityLimit(rule, values, 1e6, new RuleMemory(rows, numbers));
    }

    static Stream<Arguments> limits() {
        double root = Math.sqrt(SQUARES);
        return Stream.of(Arguments.of("gradient-descent", Map.of(), 2 / RATE),
                Arguments.of("momentum", Map.of("momentum", 0.9), 2 * 1.9 / RATE),
                Arguments.of("momentum", Map.of("momentum", 0.5), 2 * 1.5 / RATE),
                // Nesterov in PyTorch's form: θ − η(g + μv), v ← μv + g; Cohen et al. 2021, eq. 2
                Arguments.of("nesterov", Map.of("momentum", 0.9), 2 / RATE * (1.9 / 2.8)),
                Arguments.of("rmsprop", Map.of("epsilon", 0.0), 2 / RATE * root),
                Arguments.of("adagrad", Map.of("epsilon", 0.0), 2 / RATE * root),
                Arguments.of("adam", Map.of("epsilon", 0.0), 38 / RATE * root),
                Arguments.of("adam", Map.of("epsilon", 0.0, "beta1", 0.0), 2 / RATE * root));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void theLimitIsThatOfThePapers(String id, Map<String, Double> chosen, double expected) {
        StabilityLimit limit = of(id, chosen);
        assertThat(limit.exists()).isTrue();
        assertThat(limit.limit(0) / limit.response(0)).isCloseTo(expected, within(expected * 2e-3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lion", "rprop", "muon", "lamb", "lbfgs", "grams"})
    void aStepThatDoesNotFollowItsGradientHasNone(String id) {
        assertThat(of(id, Map.of()).exists()).isFalse();
    }

    @Test
    void decayCountsAsCurvatureThatIsAlwaysThere() {
        double without = of("sgd", Map.of("momentum", 0.0)).limit(0);
        assertThat(without).isCloseTo(2, within(1e-3));
    }
}
