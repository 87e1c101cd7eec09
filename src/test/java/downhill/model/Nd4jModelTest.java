package downhill.model;

import downhill.engine.Precision;
import downhill.engine.nd4j.OperationMachines;
import downhill.engine.plan.CompiledEvaluator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model with every loss as ND4J's operations compute it, alone and as three runs. */
class Nd4jModelTest {
    static Stream<ModelCases.Case> models() {
        return ModelCases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void lossOutputAndGradientAreThoseOfTheOracle(ModelCases.Case checked) {
        try (CompiledEvaluator engine = OperationMachines.evaluator(Precision.DOUBLE)) {
            ModelSetup.of(checked, 1, false).compareWithOracle(engine, 1e-11);
            ModelSetup.of(checked, 3, false).compareWithOracle(engine, 1e-11);
            ModelSetup.of(checked, 3, true).compareWithOracle(engine, 1e-11);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void floatAgreesToSinglePrecision(ModelCases.Case checked) {
        try (CompiledEvaluator engine = OperationMachines.evaluator(Precision.FLOAT)) {
            ModelSetup.of(checked, 3, true).compareWithOracle(engine, 2e-5);
        }
    }
}
