package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.Evaluator;
import downhill.expr.Expr;
import downhill.expr.ModelQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule done literally, parameter by parameter, in float64. Slow; an independent check of the engine and of what the glass box shows,
 * which do the same by other ways.
 */
public final class ReferenceOptimizer {
    private final Rule rule;
    private final RuleAnalysis analysis;
    private final Map<String, Double> hyperparameters = new HashMap<>();
    private final Map<String, Double> scalarStates = new LinkedHashMap<>();
    private final List<Map<String, Double>> elementStates = new ArrayList<>();
    private final Map<String, double[]> shaped = new HashMap<>();
    private final double[] parameters;
    private double carry = 1;
    private long steps;

    /**
     * An optimizer before its first step.
     *
     * @param values hyperparameters in the rule's order
     * @param start  the parameters; copied
     */
    public ReferenceOptimizer(Rule rule, double[] values, double[] start) {
        this.rule = rule;
        this.analysis = RuleAnalysis.of(rule.hyperparameters(), rule.states(), rule.steps());
        this.parameters = start.clone();
        for (int i = 0; i < values.length; i++) {
            hyperparameters.put(rule.hyperparameters().get(i).symbol(), values[i]);
        }
    }

    /** The parameters now; a copy. */
    public double[] parameters() {
        return parameters.clone();
    }

    /** The scalar states now, by symbol. */
    public Map<String, Double> scalarStates() {
        return Map.copyOf(scalarStates);
    }

    /** The element-wise states of one parameter now, by symbol; empty before the first step. */
    public Map<String, Double> states(int parameter) {
        return elementStates.isEmpty() ? Map.of() : Map.copyOf(elementStates.get(parameter));
    }

    /** The factor by which the rule has changed η so far. */
    public double carry() {
        return carry;
    }

    /** One step with the hyperparameter η as it is. */
    public void step(double[] gradient) {
        step(gradient, hyperparameters.getOrDefault(Rule.LEARNING_RATE, 0.0));
    }

    /** One step; {@code scheduled} is the learning rate of this step by the schedule. */
    public void step(double[] gradient, double scheduled) {
        Map<String, Double> scalars = new HashMap<>(hyperparameters);
        if (hyperparameters.containsKey(Rule.LEARNING_RATE)) {
            scalars.put(Rule.LEARNING_RATE, scheduled);
        }
        if (steps++ == 0) {
            start(scalars);
        }
        scalars.computeIfPresent(Rule.LEARNING_RATE, (name, value) -> value * carry);
        scalars.put(Rule.STEP, (double) steps);
        scalars.putAll(scalarStates);
        update(gradient, scalars);
        scalarStates.replaceAll((name, value) -> scalars.get(name));
        if (scheduled != 0 && hyperparameters.containsKey(Rule.LEARNING_RATE)) {
            carry = assignsLearningRate() ? scalars.get(Rule.LEARNING_RATE) / scheduled : 1;
        }
    }

    private boolean assignsLearningRate() {
        return rule.update().stream().anyMatch(line -> line.target().equals(Rule.LEARNING_RATE));
    }

    private void start(Map<String, Double> scalars) {
        for (int i = 0; i < parameters.length; i++) {
            elementStates.add(new LinkedHashMap<>());
        }
        for (StateVariable state : rule.states()) {
            if (state.scalar()) {
                scalarStates.put(state.symbol(), Evaluator.evaluate(state.start(), scalars));
            } else if (!state.shaped()) {
                startElements(state, scalars);
            }
        }
    }

    private void startElements(StateVariable state, Map<String, Double> scalars) {
        for (int i = 0; i < parameters.length; i++) {
            Map<String, Double> known = new HashMap<>(scalars);
            known.put(Rule.PARAMETERS, parameters[i]);
            elementStates.get(i).put(state.symbol(), Evaluator.evaluate(state.start(), known));
        }
    }

    private void update(double[] gradient, Map<String, Double> scalars) {
        List<Map<String, Double>> elements = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            Map<String, Double> values = new HashMap<>(elementStates.get(i));
            values.put(Rule.PARAMETERS, parameters[i]);
            values.put(Rule.GRADIENT, gradient[i]);
            elements.add(values);
        }
        if (rule.seesTensors()) {
            together(gradient, scalars, elements);
        }
        for (int line = 0; line < rule.update().size() && !rule.seesTensors(); line++) {
            line(line, scalars, elements);
        }
        for (int i = 0; i < parameters.length; i++) {
            Map<String, Double> values = elements.get(i);
            parameters[i] = values.get(Rule.PARAMETERS);
            elementStates.get(i).replaceAll((name, before) -> values.get(name));
        }
    }

    /** All parameters are one vector. */
    private void together(double[] gradient, Map<String, Double> scalars, List<Map<String, Double>> elements) {
        Map<String, double[]> rows = new HashMap<>();
        elements.get(0).keySet().forEach(name -> rows.put(name, elements.stream().mapToDouble(own -> own.get(name)).toArray()));
        Map<String, double[]> all = new HashMap<>(rows);
        all.putAll(shaped);
        double[] noise = new double[gradient.length];
        java.util.Arrays.setAll(noise, i -> 1.2 * Math.sin(3 * i + 1));
        all.putIfAbsent(Rule.NOISE, noise);
        Map<String, Double> numbers = new HashMap<>(Map.of(Rule.LOSS, 1.0));
        numbers.putAll(scalars);
        TensorStep step = TensorStep.of(rule, List.of(RuleTensor.vector(gradient.length)), numbers, all, null, straight(gradient));
        rule.states().stream().filter(StateVariable::shaped).forEach(state -> shaped.put(state.symbol(), step.row(state.symbol())));
        rows.keySet().forEach(name -> {
            double[] after = step.row(name);
            for (int i = 0; i < after.length; i++) {
                elements.get(i).put(name, after[i]);
            }
        });
        scalars.replaceAll((name, before) -> name.equals(Rule.STEP) ? before : step.number(name));
    }

    /** Of a straight slope the gradient is the same everywhere; the product with the Hessian is that of a bowl. */
    static TensorStep.Evaluations straight(double[] gradient) {
        return new TensorStep.Evaluations() {
            @Override
            public double[] gradient(double[] point) {
                return gradient;
            }

            @Override
            public double[] times(ModelQuestion matrix, double[] vector) {
                return vector;
            }

            @Override
            public double loss(double[] point) {
                double loss = 0;
                for (int i = 0; i < point.length; i++) {
                    loss += gradient[i] * point[i];
                }
                return loss;
            }
        };
    }

    private void line(int index, Map<String, Double> scalars, List<Map<String, Double>> elements) {
        Assignment line = rule.update().get(index);
        if (analysis.isScalarLine(index)) {
            scalars.put(line.target(), value(line.value(), scalars, Map.of()));
            elements.forEach(values -> values.remove(line.target()));
        } else {
            elements.forEach(values -> values.put(line.target(), value(line.value(), scalars, values)));
        }
    }

    private static double value(Expr expr, Map<String, Double> scalars, Map<String, Double> elements) {
        return Evaluator.evaluate(expr, name -> elements.containsKey(name) ? elements.get(name) : scalars.get(name));
    }
}
