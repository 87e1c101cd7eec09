package downhill.model;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import java.util.Optional;

/** Whole numbers for weights as the real ones that they stand for. */
public final class RealWeights {
    private RealWeights() {
    }

    /** A model with real numbers for weights: the same, or what a quantised one computes with but for the rounding of what goes in. */
    public static TrainedModel of(TrainedModel model) {
        Quantisation how = model.model().quantisation();
        if (how == null) {
            return model;
        }
        ModelSpec spec = model.model().withQuantisation(null);
        if (how.learning()) {
            return model.with(model.name(), spec, model.parameters());
        }
        ParameterLayout from = layout(model, model.model());
        ParameterLayout to = layout(model, spec);
        double[] row = new double[to.count()];
        to.slots().forEach(slot -> copy(model.parameters(), from, from.slot(slot.name()).orElseThrow(), row, slot));
        return model.with(model.name(), spec, row);
    }

    private static ParameterLayout layout(TrainedModel model, ModelSpec spec) {
        return ModelBuilder.prediction(spec, InputShape.of(model.preprocessing().inputShape()), model.outputs(), 1, false).layout();
    }

    private static void copy(double[] parameters, ParameterLayout from, ParameterSlot slot, double[] row, ParameterSlot target) {
        Optional<ParameterSlot> steps = ParameterRoles.steps(from, slot);
        int inner = ParameterRoles.outputAxis(slot.shape()) == 0 ? slot.size() / slot.shape()[0] : 1;
        for (int i = 0; i < slot.size(); i++) {
            int element = i;
            double step = steps.map(of -> parameters[of.position(element / inner % of.size())]).orElse(1.0);
            row[target.position(i)] = parameters[slot.position(i)] * step;
        }
    }
}
