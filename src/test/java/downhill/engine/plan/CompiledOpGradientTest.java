package downhill.engine.plan;

import downhill.engine.Precision;
import downhill.engine.graph.Evaluator;
import downhill.engine.graph.OpGradientChecks;
import org.junit.jupiter.api.AfterAll;

/** Every operation as the engine computes it, in float64. */
class CompiledOpGradientTest extends OpGradientChecks {
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
