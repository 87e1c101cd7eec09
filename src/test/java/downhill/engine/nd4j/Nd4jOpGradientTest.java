package downhill.engine.nd4j;

import downhill.engine.Precision;
import downhill.engine.graph.Evaluator;
import downhill.engine.graph.OpGradientChecks;
import downhill.engine.plan.CompiledEvaluator;
import org.junit.jupiter.api.AfterAll;

/** Every operation as ND4J computes it, in float64. */
class Nd4jOpGradientTest extends OpGradientChecks {
    private static final CompiledEvaluator ENGINE = OperationMachines.evaluator(Precision.DOUBLE);

    @Override
    protected Evaluator evaluator() {
        return ENGINE;
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }
}
