package downhill.model;

import downhill.engine.graph.Evaluator;
import downhill.engine.graph.ReferenceInterpreter;

/** The gradients of all models, with values by the oracle. */
class ReferenceModelGradientTest extends ModelGradientChecks {
    @Override
    protected Evaluator evaluator() {
        return new ReferenceInterpreter();
    }
}
