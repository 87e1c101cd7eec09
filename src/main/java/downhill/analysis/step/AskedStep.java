package downhill.analysis.step;

import downhill.engine.train.GradientProbe;
import downhill.engine.train.Noise;
import downhill.engine.train.RunSpec;
import downhill.expr.ModelQuestion;
import downhill.optim.TensorStep;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What a rule learned of a step beside its gradient.
 *
 * @param loss    of the batch, penalties included
 * @param noise   [P]
 * @param answers [P] each, or one loss, in the order in which the rule asked the model once more
 */
public record AskedStep(double loss, double[] noise, List<double[]> answers) {
    /** Nothing. */
    static final AskedStep NOTHING = new AskedStep(Double.NaN, null, List.of());

    /**
     * Before anything was asked.
     *
     * @param data loss of the batch without penalties
     * @param mask 1 for parameters that penalties hold for, else 0
     */
    static AskedStep of(RunSpec run, double[] mask, double[] theta, double data, long step) {
        double[] noise = new double[theta.length];
        Noise.fill(noise, run.seed(), step);
        return new AskedStep(penalised(run, mask, theta, data), noise, new ArrayList<>());
    }

    private static double penalised(RunSpec run, double[] mask, double[] theta, double data) {
        double loss = data;
        for (int i = 0; i < theta.length; i++) {
            loss += mask[i] * run.penalty().value(theta[i]);
        }
        return loss;
    }

    /** Asks a model, whose latest gradient was the step's own, and takes down what it says. */
    TensorStep.Evaluations asking(RunSpec run, double[] mask, double[] theta, long step, GradientProbe probe) {
        return new TensorStep.Evaluations() {
            @Override
            public double[] gradient(double[] point) {
                answers.add(GradientParts.of(run, mask, point, probe.gradient(point, step)).total());
                return answers.get(answers.size() - 1);
            }

            @Override
            public double[] times(ModelQuestion matrix, double[] vector) {
                probe.gradient(theta, step);
                double[] product = probe.times(matrix, vector);
                for (int i = 0; i < product.length; i++) {
                    product[i] = run.isFrozen(i) ? 0
                            : product[i] + (mask[i] * run.penalty().l2() + run.weightDecay()) * vector[i];
                }
                answers.add(product);
                return product;
            }

            @Override
            public double loss(double[] point) {
                probe.gradient(point, step);
                double loss = penalised(run, mask, point, probe.loss());
                answers.add(new double[] {loss});
                return loss;
            }
        };
    }

    /** Gives the answers once more, in their order. */
    TensorStep.Evaluations again() {
        Iterator<double[]> next = answers.iterator();
        return new TensorStep.Evaluations() {
            @Override
            public double[] gradient(double[] point) {
                return next.next();
            }

            @Override
            public double[] times(ModelQuestion matrix, double[] vector) {
                return next.next();
            }

            @Override
            public double loss(double[] point) {
                return next.next()[0];
            }
        };
    }
}
