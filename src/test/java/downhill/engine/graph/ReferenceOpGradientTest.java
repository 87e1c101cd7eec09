package downhill.engine.graph;

/** The rules of differentiation, with values by the oracle. */
class ReferenceOpGradientTest extends OpGradientChecks {
    @Override
    protected Evaluator evaluator() {
        return new ReferenceInterpreter();
    }
}
