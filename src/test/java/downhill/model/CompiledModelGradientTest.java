package downhill.model;

import downhill.engine.Precision;
import downhill.engine.graph.Evaluator;
import downhill.engine.plan.CompiledEvaluator;
import org.junit.jupiter.api.AfterAll;

/** Every model with every loss as the engine computes it, in float64. */
class CompiledModelGradientTest extends ModelGradientChecks {
    private static final CompiledEvaluator ENGINE = new CompiledEvaluator(Precision.DOUBLE);

    @Override
    protected Evaluator evaluator() {
        return ENGINE;
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }
}
