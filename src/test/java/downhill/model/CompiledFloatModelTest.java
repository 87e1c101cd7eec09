package downhill.model;

import downhill.engine.Precision;
import downhill.engine.plan.CompiledEvaluator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model with every loss in float32, which has kernels of its own. */
class CompiledFloatModelTest {
    static Stream<ModelCases.Case> models() {
        return ModelCases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void lossOutputAndGradientAreThoseOfTheOracleToSinglePrecision(ModelCases.Case checked) {
        for (boolean inputsPerRun : new boolean[] {false, true}) {
            try (CompiledEvaluator engine = new CompiledEvaluator(Precision.FLOAT)) {
                ModelSetup.of(checked, 3, inputsPerRun).compareWithOracle(engine, 2e-5);
            }
        }
    }
}
