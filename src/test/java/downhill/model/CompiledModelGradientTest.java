package downhill.model;

import downhill.engine.Precision;
import downhill.engine.graph.Evaluator;
import downhill.engine.plan.CompiledEvaluator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model with every loss as the engine computes it, in float64. */
class CompiledModelGradientTest extends ModelGradientChecks {
    private static final CompiledEvaluator ENGINE = new CompiledEvaluator(Precision.DOUBLE);

    @Override
    protected Evaluator evaluator() {
        return ENGINE;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void lossOutputAndGradientAreThoseOfTheOracle(ModelCases.Case checked) {
        ModelSetup.of(checked, 3, true).compareWithOracle(ENGINE, 1e-12);
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }
}
