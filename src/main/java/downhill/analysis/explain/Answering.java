package downhill.analysis.explain;

import downhill.analysis.ensemble.Mixture;
import downhill.analysis.metric.ClassProbabilities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** From rows of numbers to answers: through each model, then mixed. */
final class Answering {
    private Answering() {
    }

    /** [rows × outputs]. */
    static double[] of(List<ModelPart> parts, List<ModelPool> pools, ClassScale scale, double[] rows, int size) {
        boolean classes = parts.get(0).preprocessing().task().isClassification();
        List<double[]> said = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            ModelPart part = parts.get(i);
            double[] raw = pools.get(i).lend(model -> model.outputs(part.parameters(), part.inputs(rows, size)));
            if (classes && scale == ClassScale.LOG_ODDS && parts.size() == 1 && part.model().loss().onLogits()) {
                return fromLogits(raw, part.outputs());
            }
            said.add(classes ? ClassProbabilities.of(raw, part.outputs(), part.model().loss()).values() : part.decoded(raw, rows, size));
        }
        double[] mixed = said.size() == 1 ? said.get(0)
                : Mixture.mean(said, parts.stream().mapToDouble(ModelPart::weight).toArray());
        return classes && scale == ClassScale.LOG_ODDS ? logOdds(mixed, parts.get(0).preprocessing().classNames().size()) : mixed;
    }

    /** Without the way over probabilities, which would lose the digits of those near 0 and 1. */
    private static double[] fromLogits(double[] raw, int outputs) {
        if (outputs == 1) {
            double[] both = new double[2 * raw.length];
            Arrays.setAll(both, i -> i % 2 == 0 ? -raw[i / 2] : raw[i / 2]);
            return both;
        }
        double[] odds = new double[raw.length];
        Arrays.setAll(odds, i -> raw[i] - othersLogSum(raw, i, outputs));
        return odds;
    }

    /** ln of the sum of e^z over the other classes of a row. */
    private static double othersLogSum(double[] raw, int place, int outputs) {
        int from = place / outputs * outputs;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + outputs; i++) {
            most = i == place ? most : Math.max(most, raw[i]);
        }
        double sum = 0;
        for (int i = from; i < from + outputs; i++) {
            sum += i == place ? 0 : Math.exp(raw[i] - most);
        }
        return most + Math.log(sum);
    }

    /** ln(p / (1 − p)), where 1 − p is what the other classes have. */
    private static double[] logOdds(double[] shares, int classes) {
        double[] odds = new double[shares.length];
        for (int i = 0; i < odds.length; i++) {
            int from = i / classes * classes;
            double others = 0;
            for (int j = from; j < from + classes; j++) {
                others += j == i ? 0 : shares[j];
            }
            odds[i] = Math.log(shares[i]) - Math.log(others);
        }
        return odds;
    }
}
