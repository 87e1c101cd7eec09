package downhill.engine.nd4j;

import downhill.engine.Backend;
import downhill.engine.Precision;
import downhill.engine.plan.CompiledEvaluator;

/** The operations' machine for tests, on the backend that this build has. */
public final class OperationMachines {
    private OperationMachines() {
    }

    public static CompiledEvaluator evaluator(Precision precision) {
        Backend.current();
        return new CompiledEvaluator(() -> new Nd4jMachine(precision));
    }
}
