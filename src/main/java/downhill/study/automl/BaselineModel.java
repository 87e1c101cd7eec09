package downhill.study.automl;

import downhill.data.prepare.Prepared;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import downhill.race.Targets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What the baseline says as a model: the linear one with weights of 0 and the answer as its bias. */
final class BaselineModel {
    private static final String BIAS = "dense1.bias";

    private BaselineModel() {
    }

    /**
     * A model that says of every row what the baseline says.
     *
     * @param linear the linear model of these data
     * @param open   the rows it is learned from
     * @return empty where the baseline looks back at a time series
     */
    static Optional<TrainedModel> of(Baseline.Kind kind, ModelSpec linear, Prepared open, String name, long seed) {
        if (kind == Baseline.Kind.LAST || kind == Baseline.Kind.SEASONAL) {
            return Optional.empty();
        }
        int outputs = Targets.outputs(open, linear);
        ParameterLayout layout = ModelBuilder.prediction(linear, Targets.shape(open), outputs, 1, false).layout();
        ParameterSlot bias = layout.slots().stream().filter(slot -> slot.name().equals(BIAS)).findFirst().orElseThrow();
        double[] said = kind == Baseline.Kind.MAJORITY ? logits(Baseline.shares(open), outputs)
                : new double[] {Baseline.constant(kind, open)};
        double[] row = new double[layout.count()];
        for (int i = 0; i < said.length; i++) {
            row[bias.position(i)] = said[i];
        }
        return Optional.of(new TrainedModel(name, linear, open.preprocessing(), outputs, row,
                new TrainedModel.Origin("baseline", Map.of(), 0, seed, "double", "FINISHED", Double.NaN, Double.NaN)));
    }

    private static double[] logits(double[] shares, int outputs) {
        return outputs == 1 ? new double[] {Math.log(shares[1] / shares[0])} : Arrays.stream(shares).map(Math::log).toArray();
    }
}
