package downhill.model;

import downhill.engine.Precision;
import downhill.engine.opencl.OpenClEvaluator;
import downhill.engine.train.OpenClHere;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family as a device computes it: each model once, the loss another each time; in local memory and, the large ones, beyond it. */
@Tag("soak")
class OpenClModelsTest {
    static Stream<ModelCases.Case> models() {
        Set<String> seen = new HashSet<>();
        return ModelCases.all().filter(each -> seen.add(each.name()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void lossOutputAndGradientAreThoseOfTheOracle(ModelCases.Case checked) {
        ModelSetup.of(checked, 3, true).compareWithOracle(new OpenClEvaluator(OpenClHere.device(), Precision.DOUBLE, 8 * 1024), 1e-11);
    }
}
