package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.graph.Evaluator;
import downhill.engine.graph.Gradients;
import downhill.engine.graph.Kinks;
import downhill.engine.graph.Node;
import downhill.engine.graph.ReferenceInterpreter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A model with numbers to run it on, away from places without a derivative. */
record ModelSetup(ModelGraph model, int runs, Map<String, double[]> inputs, double[] parameters) {
    private static final int ROWS = 3;
    /** With which numbers were drawn that lie well, by case: finding one takes as long as the rest. */
    private static final Map<List<Object>, Long> SEEDS = new ConcurrentHashMap<>();

    static ModelSetup of(ModelCases.Case checked, int runs, boolean inputsPerRun) {
        ModelGraph model = ModelBuilder.build(checked.spec(), checked.shape(), checked.outputs(), ROWS, inputsPerRun, checked.weighting());
        int copies = inputsPerRun ? runs : 1;
        long seed = SEEDS.computeIfAbsent(List.of(checked, runs, inputsPerRun), key -> seed(checked, model, runs, copies));
        return draw(checked, model, new Random(seed), runs, copies);
    }

    private static long seed(ModelCases.Case checked, ModelGraph model, int runs, int copies) {
        for (long seed = 1; ; seed++) {
            ModelSetup setup = draw(checked, model, new Random(seed), runs, copies);
            if (Kinks.distance(model.graph(), runs, setup.inputs, setup.parameters) > 2e-4) {
                return seed;
            }
        }
    }

    private static ModelSetup draw(ModelCases.Case checked, ModelGraph model, Random random, int runs, int copies) {
        Map<String, double[]> inputs = new HashMap<>();
        inputs.put("x", random.doubles((long) copies * model.x().size(), -1.5, 1.5).toArray());
        inputs.put("y", Stream.generate(() -> checked.targets(random, ROWS)).limit(copies)
                .flatMapToDouble(Arrays::stream).toArray());
        if (model.weights() != null) {
            inputs.put("weights", random.doubles((long) copies * model.weights().size(), 0.1, 3).toArray());
        }
        for (MaskInput mask : model.masks()) {
            DoubleStream kept = random.doubles((long) copies * mask.size());
            inputs.put(mask.name(), kept.map(u -> u < mask.rate() ? 0 : 1 / (1 - mask.rate())).toArray());
        }
        double[] parameters = random.doubles((long) runs * model.layout().count(), -0.8, 0.8).toArray();
        return new ModelSetup(model, runs, inputs, parameters);
    }

    /** Compares loss, output and gradient of every run; the tolerance is relative above 1. */
    void compareWithOracle(Evaluator evaluator, double tolerance) {
        List<Node> nodes = List.of(model.loss(), model.output(), Gradients.byParameters(model.loss()));
        double[][][] expected = new ReferenceInterpreter().evaluate(nodes, runs, inputs, parameters);
        double[][][] got = evaluator.evaluate(nodes, runs, inputs, parameters);
        for (int node = 0; node < nodes.size(); node++) {
            for (int run = 0; run < runs; run++) {
                for (int i = 0; i < expected[node][run].length; i++) {
                    double off = Math.abs(got[node][run][i] - expected[node][run][i]);
                    assertThat(off).as("%s, run %d, element %d", nodes.get(node), run, i)
                            .isLessThanOrEqualTo(tolerance * (1 + Math.abs(expected[node][run][i])));
                }
            }
        }
    }
}
