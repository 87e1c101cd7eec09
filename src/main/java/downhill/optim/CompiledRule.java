package downhill.optim;

import java.util.List;

/**
 * A rule prepared for the engine.
 *
 * <p>Before step 1 run {@link #start()}: it gives each element-wise state its first value (over θ and slots) and writes the
 * scalars. At each step run {@link #step()}. Both take the hyperparameters with η as scheduled for the (first) step, without the
 * carry, which is among the scalars and is applied inside.
 *
 * @param rule          what was compiled
 * @param elementStates symbols of the states with one value for each parameter, in the rule's order
 * @param scalarStates  names of the scalars kept between steps, in the order of {@link HostProgram#evaluate}'s array; the carry of
 *                      η, if the rule assigns η, is the last and is named {@link #CARRY}
 * @param locals        names of the element-wise values that live within one step
 * @param start         gives the states their first values
 * @param step          one update
 */
public record CompiledRule(Rule rule, List<String> elementStates, List<String> scalarStates, List<String> locals,
                           Program start, Program step) {
    /** Name of the factor by which the rule has changed η so far. */
    public static final String CARRY = "η carry";

    /** Prepares a rule. */
    public static CompiledRule of(Rule rule) {
        return new RuleCompiler(rule).compile();
    }

    /** The learning rate that the next step will begin with: the scheduled one times the carry. */
    public double learningRate(double scheduled, double[] scalars) {
        boolean carried = !scalarStates.isEmpty() && scalarStates.get(scalarStates.size() - 1).equals(CARRY);
        return carried ? scheduled * scalars[scalarStates.size() - 1] : scheduled;
    }
}
