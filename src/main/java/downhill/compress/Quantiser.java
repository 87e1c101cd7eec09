package downhill.compress;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.ModelSpec;
import downhill.model.ParameterRoles;
import downhill.model.Quantisation;
import downhill.model.TrainedModel;
import java.util.Map;
import java.util.Optional;

/**
 * Real weights as whole numbers. Of 8 and 4 bits the step of an output is its largest weight, by size, divided by the largest whole number;
 * of one bit it is the mean size of its weights, and each weight keeps its sign alone (Rastegari et al. 2016, XNOR-Net). Symmetric: 0 stays
 * 0.
 */
public final class Quantiser {
    private Quantiser() {
    }

    /**
     * A model with whole numbers of {@code bits} for weights.
     *
     * @param model  with real ones, also such as were trained as if they were rounded
     * @param inputs how what goes into products becomes whole numbers too, by the product's name; empty where it stays as it is
     */
    public static TrainedModel quantised(TrainedModel model, String name, int bits, Map<String, Quantisation.Grid> inputs) {
        ModelSpec spec = model.model().withQuantisation(Quantisation.ofWeights(bits).withInputs(inputs));
        ParameterLayout to = ProductArrays.layout(model, spec);
        double[] row = new double[to.count()];
        for (ParameterSlot slot : ProductArrays.layout(model).slots()) {
            ParameterSlot target = to.slot(slot.name()).orElseThrow();
            Optional<ParameterSlot> steps = ParameterRoles.steps(to, target);
            if (steps.isPresent()) {
                whole(model.parameters(), slot, row, target, steps.get(), spec.quantisation());
            } else {
                for (int i = 0; i < slot.size(); i++) {
                    row[target.position(i)] = (float) model.parameters()[slot.position(i)];
                }
            }
        }
        return model.with(name, spec, row);
    }

    private static void whole(double[] from, ParameterSlot slot, double[] row, ParameterSlot target, ParameterSlot steps,
                              Quantisation how) {
        int outputs = steps.size();
        int inner = ParameterRoles.outputAxis(slot.shape()) == 0 ? slot.size() / outputs : 1;
        for (int output = 0; output < outputs; output++) {
            double step = step(from, slot, output, outputs, inner, how);
            row[steps.position(output)] = step;
            for (int i = 0; i < slot.size(); i++) {
                if (i / inner % outputs == output) {
                    row[target.position(i)] = near(from[slot.position(i)], step, how);
                }
            }
        }
    }

    private static double step(double[] from, ParameterSlot slot, int output, int outputs, int inner, Quantisation how) {
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < slot.size(); i++) {
            if (i / inner % outputs == output) {
                double size = Math.abs(from[slot.position(i)]);
                largest = Math.max(largest, size);
                sum += size;
            }
        }
        float step = (float) (how.bits() == 1 ? sum * outputs / slot.size() : largest / how.most());
        return step == 0 ? 1 : step;
    }

    private static double near(double value, double step, Quantisation how) {
        if (how.bits() == 1) {
            return value >= 0 ? 1 : -1;
        }
        return Math.max(-how.most(), Math.min(how.most(), Math.rint(value / step))) + 0.0;
    }
}
