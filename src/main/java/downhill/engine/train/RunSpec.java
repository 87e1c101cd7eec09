package downhill.engine.train;

import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.Schedule;

/**
 * How one run learns.
 *
 * @param rule            the update, as formulas
 * @param hyperparameters in the rule's order
 * @param schedule        of the learning rate
 * @param penalty         on weights, part of the loss that is differentiated, before clipping
 * @param clipping        of the gradient
 * @param weightDecay     λ of λ·θ added to the gradient of every parameter after clipping (coupled decay, as torch.optim)
 * @param seed            of batch order and dropout
 * @param ruleStart       step at which the rule took over with fresh states: its t is 1 there
 * @param paces           [P] what each line that changes a parameter moves it by, as a multiple of what the rule says; at 0 it is frozen:
 *                        no gradient of it counts, not even in a norm. Null where all are 1
 */
public record RunSpec(Rule rule, double[] hyperparameters, Schedule schedule, Penalty penalty, Clipping clipping,
                      double weightDecay, long seed, long ruleStart, double[] paces) {

    /** A run whose parameters move as its rule says. */
    public RunSpec(Rule rule, double[] hyperparameters, Schedule schedule, Penalty penalty, Clipping clipping,
                   double weightDecay, long seed, long ruleStart) {
        this(rule, hyperparameters, schedule, penalty, clipping, weightDecay, seed, ruleStart, null);
    }

    /** A run that follows its rule from step 0. */
    public RunSpec(Rule rule, double[] hyperparameters, Schedule schedule, Penalty penalty, Clipping clipping,
                   double weightDecay, long seed) {
        this(rule, hyperparameters, schedule, penalty, clipping, weightDecay, seed, 0, null);
    }

    /** The same with parameters that move at paces of their own [P]; null for none. */
    public RunSpec withPaces(double[] others) {
        return new RunSpec(rule, hyperparameters, schedule, penalty, clipping, weightDecay, seed, ruleStart, others);
    }

    /** A rule with its numbers, and nothing else. */
    public static RunSpec plain(Rule rule, double[] hyperparameters, long seed) {
        return new RunSpec(rule, hyperparameters, Schedule.CONSTANT, Penalty.NONE, new Clipping.None(), 0, seed);
    }

    /** What a parameter's steps are multiplied by. */
    public double pace(int parameter) {
        return paces == null ? 1 : paces[parameter];
    }

    /** Whether a parameter stays where it is. */
    public boolean isFrozen(int parameter) {
        return pace(parameter) == 0;
    }

    /** Leaves out the gradients [P] of what is frozen. */
    void freeze(double[] gradient) {
        for (int i = 0; i < gradient.length && paces != null; i++) {
            gradient[i] = paces[i] == 0 ? 0 : gradient[i];
        }
    }

    /** Adds the penalty's gradient to that of the data loss, for the parameters [P] that {@code mask} has 1 for. */
    void penalise(double[] gradient, double[] theta, double[] mask) {
        for (int i = 0; i < gradient.length && !penalty.isNone(); i++) {
            gradient[i] += mask[i] * penalty.gradient(theta[i]);
        }
    }

    /** Adds the coupled weight decay. */
    void decay(double[] gradient, double[] theta) {
        for (int i = 0; i < gradient.length && weightDecay != 0; i++) {
            gradient[i] += weightDecay * theta[i];
        }
    }
}
