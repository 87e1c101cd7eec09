package downhill.analysis.step;

import downhill.engine.train.RunState;
import downhill.expr.Evaluator;
import downhill.optim.CompiledRule;
import downhill.optim.Rule;
import downhill.optim.StateVariable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a rule remembers at one moment, by symbol: momentum, second moments and the like.
 *
 * @param elements one array [P] for each element-wise state, in the rule's order
 * @param scalars  states that are one number for the run
 * @param shaped   rows of the states that have a shape of their own, see {@link downhill.optim.StateLayout}; none before the first step
 */
public record RuleMemory(Map<String, double[]> elements, Map<String, Double> scalars, Map<String, double[]> shaped) {
    /** Without states of other shapes. */
    public RuleMemory(Map<String, double[]> elements, Map<String, Double> scalars) {
        this(elements, scalars, Map.of());
    }

    /**
     * Reads a state. Before the rule's first step its states are what they start from. A method that is no formula (L-BFGS)
     * has nothing to show.
     *
     * @param values hyperparameters in the rule's order, η as the first step sees it
     */
    public static RuleMemory of(Rule rule, RunState state, double[] values) {
        RuleMemory memory = new RuleMemory(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        if (!rule.isFormula()) {
            return memory;
        }
        if (state.fresh()) {
            memory.start(rule, state.parameters(), values);
        } else {
            memory.read(rule, CompiledRule.of(rule), state);
        }
        return memory;
    }

    private void start(Rule rule, double[] theta, double[] values) {
        Map<String, Double> known = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            known.put(rule.hyperparameters().get(i).symbol(), values[i]);
        }
        for (StateVariable state : rule.states()) {
            if (state.scalar()) {
                scalars.put(state.symbol(), Evaluator.evaluate(state.start(), known));
            } else if (!state.shaped()) {
                double[] row = new double[theta.length];
                for (int i = 0; i < row.length; i++) {
                    known.put(Rule.PARAMETERS, theta[i]);
                    row[i] = Evaluator.evaluate(state.start(), known);
                }
                elements.put(state.symbol(), row);
            }
        }
    }

    private void read(Rule rule, CompiledRule compiled, RunState state) {
        for (int i = 0; i < compiled.elementStates().size(); i++) {
            String name = compiled.elementStates().get(i);
            boolean own = rule.states().stream().anyMatch(each -> each.symbol().equals(name) && each.shaped());
            (own ? shaped : elements).put(name, state.elements()[i]);
        }
        for (int i = 0; i < compiled.scalarStates().size(); i++) {
            if (!compiled.scalarStates().get(i).equals(CompiledRule.CARRY)) {
                scalars.put(compiled.scalarStates().get(i), state.scalars()[i]);
            }
        }
    }
}
