package downhill.race;

import downhill.data.Examples;
import downhill.data.prepare.Prepared;
import downhill.model.ClassWeights;
import downhill.model.ModelSpec;
import downhill.model.Weighting;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** What examples count for in a loss: the weight of the row times that of its class. */
public final class LossWeights implements Serializable {
    private static final long serialVersionUID = 1L;

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

    /**
     * The same of rows that are elsewhere.
     *
     * @param sums     what the training rows of each class count for
     * @param weighted whether rows count differently
     */
    public static LossWeights elsewhere(ModelSpec model, List<String> names, double[] sums, boolean weighted) {
        ClassWeights classes = model.settledOptions().classWeights();
        return new LossWeights(classes == null || names.isEmpty() ? null : classes.of(names, sums), weighted);
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

    /** What 1 of those in {@link #of(Examples)} counts for: a power of two, so that sums of several sets of examples are of one unit. */
    public double unit(Examples examples) {
        return byClass == null && !examples.isWeighted() ? 1 : Math.scalb(1, exponent(plain(examples)));
    }

    private static int exponent(double... weights) {
        return Math.getExponent(Arrays.stream(weights).max().orElse(1));
    }

    private double[] plain(Examples examples) {
        double[] weights = new double[examples.count()];
        Arrays.setAll(weights, i -> examples.weight(i) * (byClass == null ? 1 : byClass[(int) examples.targets()[i]]));
        return weights;
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
        double[] weights = plain(examples);
        int exponent = exponent(weights);
        return Arrays.stream(weights).map(weight -> Math.scalb(weight, -exponent)).toArray();
    }
}
