package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.graph.Evaluator;
import downhill.engine.graph.GradientCheck;
import downhill.engine.graph.Gradients;
import downhill.engine.graph.Node;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family with every loss, alone and as three runs, on rows that runs share or have for themselves. */
public abstract class ModelGradientChecks {
    /** What is checked. */
    protected abstract Evaluator evaluator();

    static Stream<ModelCases.Case> models() {
        return ModelCases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void gradientEqualsSlopeForThreeRunsOnSharedRows(ModelCases.Case checked) {
        check(ModelSetup.of(checked, 3, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void gradientEqualsSlopeForThreeRunsOnRowsOfTheirOwn(ModelCases.Case checked) {
        check(ModelSetup.of(checked, 3, true));
    }

    private void check(ModelSetup setup) {
        new GradientCheck(evaluator(), setup.model().loss(), setup.runs(), setup.inputs()).at(setup.parameters());
    }

    /** So the gradient of one run alone equals its slope, too. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aRunDoesNotSeeTheOthers(ModelCases.Case checked) {
        ModelSetup together = ModelSetup.of(checked, 3, false);
        List<Node> nodes = List.of(together.model().loss(), Gradients.byParameters(together.model().loss()));
        double[][][] all = evaluator().evaluate(nodes, 3, together.inputs(), together.parameters());
        int count = together.parameters().length / 3;
        double[] row = Arrays.copyOfRange(together.parameters(), count, 2 * count);
        double[][][] alone = evaluator().evaluate(nodes, 1, together.inputs(), row);
        for (int node = 0; node < nodes.size(); node++) {
            for (int i = 0; i < alone[node][0].length; i++) {
                double off = Math.abs(all[node][1][i] - alone[node][0][i]);
                assertThat(off).isLessThanOrEqualTo(1e-12 * (1 + Math.abs(alone[node][0][i])));
            }
        }
    }
}
