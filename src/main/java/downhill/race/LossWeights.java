package downhill.race;

import downhill.data.Examples;
import downhill.data.prepare.Prepared;
import downhill.model.ClassWeights;
import downhill.model.ModelSpec;
import downhill.model.Weighting;
import java.util.Arrays;
import java.util.List;

/** What examples count for in a loss: the weight of the row times that of its class. */
public final class LossWeights {
    private final double[] byClass;
    private final boolean rows;

    private LossWeights(double[] byClass, boolean rows) {
        this.byClass = byClass;
        this.rows = rows;
    }

    /**
     * Those of a model on data; balanced ones are of the training rows.
     *
     * @throws downhill.model.ModelException where a class is named that is not there
     */
    public static LossWeights of(Prepared prepared, ModelSpec model) {
        ClassWeights classes = model.settledOptions().classWeights();
        List<String> names = prepared.classNames();
        return new LossWeights(classes == null || names.isEmpty() ? null : classes.of(names, sums(prepared.training(), names.size())),
                prepared.training().isWeighted());
    }

    private static double[] sums(Examples training, int classes) {
        double[] sums = new double[classes];
        for (int i = 0; i < training.count(); i++) {
            sums[(int) training.targets()[i]] += training.weight(i);
        }
        return sums;
    }

    /** One for each class, in their order; null where all count the same. */
    public double[] byClass() {
        return byClass == null ? null : byClass.clone();
    }

    /** What the graph of a loss must know of them. */
    public Weighting weighting() {
        return new Weighting(rows || byClass != null, byClass == null ? List.of() : Arrays.stream(byClass).boxed().toList());
    }

    /**
     * One for each example, divided by a power of two so that the largest is from 1 to 2: nothing is rounded, and only their ratios matter.
     *
     * @return [count], or null where all count the same
     */
    public double[] of(Examples examples) {
        if (byClass == null && !examples.isWeighted()) {
            return null;
        }
        double[] weights = new double[examples.count()];
        Arrays.setAll(weights, i -> examples.weight(i) * (byClass == null ? 1 : byClass[(int) examples.targets()[i]]));
        int exponent = Math.getExponent(Arrays.stream(weights).max().orElse(1));
        return Arrays.stream(weights).map(weight -> Math.scalb(weight, -exponent)).toArray();
    }
}
