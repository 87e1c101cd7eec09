package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.graph.Evaluator;
import downhill.engine.graph.GradientCheck;
import downhill.engine.graph.Gradients;
import downhill.engine.graph.Kinks;
import downhill.engine.graph.Node;
import downhill.engine.graph.ReferenceInterpreter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family with every loss, alone and as three runs, on rows that runs share or have for themselves. */
public abstract class ModelGradientChecks {
    private static final int ROWS = 3;

    /** What is checked. */
    protected abstract Evaluator evaluator();

    static Stream<ModelCases.Case> models() {
        return ModelCases.all();
    }

    /** A model with numbers to run it on, away from places without a derivative. */
    private record Setup(ModelGraph model, int runs, Map<String, double[]> inputs, double[] parameters) {
        static Setup of(ModelCases.Case checked, int runs, boolean inputsPerRun) {
            ModelGraph model = ModelBuilder.build(checked.spec(), checked.shape(), checked.outputs(), ROWS, inputsPerRun);
            for (long seed = 1; ; seed++) {
                Setup setup = draw(checked, model, new Random(seed), runs, inputsPerRun ? runs : 1);
                if (Kinks.distance(model.graph(), runs, setup.inputs, setup.parameters) > 2e-4) {
                    return setup;
                }
            }
        }

        private static Setup draw(ModelCases.Case checked, ModelGraph model, Random random, int runs, int copies) {
            Map<String, double[]> inputs = new HashMap<>();
            inputs.put("x", random.doubles((long) copies * model.x().size(), -1.5, 1.5).toArray());
            inputs.put("y", Stream.generate(() -> checked.targets(random, ROWS)).limit(copies)
                    .flatMapToDouble(Arrays::stream).toArray());
            for (MaskInput mask : model.masks()) {
                DoubleStream kept = random.doubles((long) copies * mask.size());
                inputs.put(mask.name(), kept.map(u -> u < mask.rate() ? 0 : 1 / (1 - mask.rate())).toArray());
            }
            double[] parameters = random.doubles((long) runs * model.layout().count(), -0.8, 0.8).toArray();
            return new Setup(model, runs, inputs, parameters);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void gradientEqualsSlopeForOneRun(ModelCases.Case checked) {
        check(Setup.of(checked, 1, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void gradientEqualsSlopeForThreeRunsOnSharedRows(ModelCases.Case checked) {
        check(Setup.of(checked, 3, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void gradientEqualsSlopeForThreeRunsOnRowsOfTheirOwn(ModelCases.Case checked) {
        check(Setup.of(checked, 3, true));
    }

    private void check(Setup setup) {
        new GradientCheck(evaluator(), setup.model.loss(), setup.runs, setup.inputs).at(setup.parameters);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void lossOutputAndGradientAreThoseOfTheOracle(ModelCases.Case checked) {
        Setup setup = Setup.of(checked, 3, true);
        List<Node> nodes = List.of(setup.model.loss(), setup.model.output(), Gradients.byParameters(setup.model.loss()));
        double[][][] expected = new ReferenceInterpreter().evaluate(nodes, 3, setup.inputs, setup.parameters);
        double[][][] got = evaluator().evaluate(nodes, 3, setup.inputs, setup.parameters);
        for (int node = 0; node < nodes.size(); node++) {
            for (int run = 0; run < 3; run++) {
                for (int i = 0; i < expected[node][run].length; i++) {
                    double off = Math.abs(got[node][run][i] - expected[node][run][i]);
                    assertThat(off).as("%s, run %d, element %d", nodes.get(node), run, i)
                            .isLessThanOrEqualTo(1e-12 * (1 + Math.abs(expected[node][run][i])));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aRunDoesNotSeeTheOthers(ModelCases.Case checked) {
        Setup together = Setup.of(checked, 3, false);
        List<Node> nodes = List.of(together.model.loss(), Gradients.byParameters(together.model.loss()));
        double[][][] all = evaluator().evaluate(nodes, 3, together.inputs, together.parameters);
        int count = together.parameters.length / 3;
        double[] row = Arrays.copyOfRange(together.parameters, count, 2 * count);
        double[][][] alone = evaluator().evaluate(nodes, 1, together.inputs, row);
        for (int node = 0; node < nodes.size(); node++) {
            for (int i = 0; i < alone[node][0].length; i++) {
                double off = Math.abs(all[node][1][i] - alone[node][0][i]);
                assertThat(off).isLessThanOrEqualTo(1e-12 * (1 + Math.abs(alone[node][0][i])));
            }
        }
    }
}
