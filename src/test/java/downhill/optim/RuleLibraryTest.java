package downhill.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.expr.Assignment;
import downhill.expr.Evaluator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled form of each built-in rule does what the rule says. */
class RuleLibraryTest {
    static Stream<Rule> rules() {
        return RuleLibrary.builtIn().all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theCompiledProgramMakesTheSameStepsAsTheLiteralReading(Rule rule) {
        double[] start = {1.5, -0.7, 0.3};
        ReferenceOptimizer literal = new ReferenceOptimizer(rule, rule.defaults(), start);
        CompiledRun compiled = new CompiledRun(rule, rule.defaults(), start);
        Random random = new Random(7);
        for (int step = 0; step < 40; step++) {
            double[] gradient = random.doubles(3, -2, 2).toArray();
            literal.step(gradient);
            compiled.step(gradient);
            assertArrayEquals(literal.parameters(), compiled.parameters, 1e-12, rule.id() + " at step " + step);
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

    /** What the engine does, in few lines. */
    private static final class CompiledRun {
        private final CompiledRule rule;
        private final double[] hyperparameters;
        private final double[] parameters;
        private final double[] scalars;
        private final List<Map<String, Double>> values = new ArrayList<>();
        private long t;

        CompiledRun(Rule rule, double[] hyperparameters, double[] start) {
            this.rule = CompiledRule.of(rule);
            this.hyperparameters = hyperparameters;
            this.parameters = start.clone();
            this.scalars = new double[this.rule.scalarStates().size()];
            for (double value : start) {
                values.add(new HashMap<>(Map.of("θ", value)));
            }
            run(this.rule.start());
        }

        void step(double[] gradient) {
            t++;
            for (int i = 0; i < gradient.length; i++) {
                values.get(i).put("g", gradient[i]);
            }
            run(rule.step());
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] = values.get(i).get("θ");
            }
        }

        private void run(Program program) {
            double[] slots = new double[program.host().slots().size()];
            program.host().evaluate(hyperparameters, t, scalars, program.host().newWorkspace(), slots, 0, 1);
            for (Map<String, Double> own : values) {
                for (int i = 0; i < slots.length; i++) {
                    own.put(program.host().slots().get(i).name(), slots[i]);
                }
                for (Assignment line : program.elementwise()) {
                    own.put(line.target(), Evaluator.evaluate(line.value(), own));
                }
            }
        }
    }
}
