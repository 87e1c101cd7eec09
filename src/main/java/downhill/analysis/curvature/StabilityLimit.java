package downhill.analysis.curvature;

import downhill.analysis.step.RuleMemory;
import downhill.expr.Assignment;
import downhill.expr.Evaluator;
import downhill.optim.Rule;
import downhill.optim.StateRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The largest curvature that a rule bears, found from its formula and not from a table: on ½λx² with the second moments as they stand,
 * its step is a linear map of the parameter and its other states, and the limit is the least λ at which that map grows what it is given
 * (Cohen et al. 2021, 2022: 2/η for gradient descent, (2 + 2β₁)/((1 − β₁)·η) for Adam with its preconditioner).
 *
 * <p>How strongly a parameter answers its gradient at once scales its limit: what is known for one is known for all.
 */
public final class StabilityLimit {
    /** Growth by which a map is said to grow what it is given. */
    private static final double GROWS = 1e-5;
    private static final int HALVINGS = 60;

    private final Rule rule;
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, double[]> rows;
    private final List<String> free = new ArrayList<>(List.of(Rule.PARAMETERS));
    private final Set<String> held = new HashSet<>();

    /**
     * @param values hyperparameters in the rule's order, η as the next step begins with it
     * @param t      of the next step
     * @param memory what the rule remembers before it
     */
    public StabilityLimit(Rule rule, double[] values, double t, RuleMemory memory) {
        this.rule = rule;
        this.rows = memory.elements();
        numbers.putAll(memory.scalars());
        for (int i = 0; i < values.length; i++) {
            numbers.put(rule.hyperparameters().get(i).symbol(), values[i]);
        }
        numbers.put(Rule.STEP, t);
        if (known()) {
            sort();
        }
    }

    /** Whether there is a limit of this kind: the rule is formulas of one parameter at a time, and its step follows the gradient. */
    public boolean exists() {
        return known() && isLinear(Rule.PARAMETERS, 0) && response(0) > 0;
    }

    /** Whether second moments have gathered nothing yet, as before a rule's first step: what they scale is not known then. */
    public boolean isBlank() {
        return held.stream().filter(rows::containsKey).filter(state -> StateRole.of(rule, state) == StateRole.SECOND_MOMENT)
                .anyMatch(state -> Arrays.stream(rows.get(state)).allMatch(value -> value == 0));
    }

    private boolean known() {
        return rule.isFormula() && !rule.seesTensors();
    }

    /** States that gather squares, or do not follow the gradient in proportion, are held as they stand; the others move. */
    private void sort() {
        for (String state : rows.keySet()) {
            if (StateRole.of(rule, state) == StateRole.SECOND_MOMENT) {
                held.add(state);
            } else {
                free.add(state);
            }
        }
        for (String state : List.copyOf(free)) {
            if (!state.equals(Rule.PARAMETERS) && !isLinear(state, 0)) {
                held.add(state);
                free.remove(state);
            }
        }
    }

    private boolean isLinear(String symbol, int parameter) {
        double[] one = probe(1.0);
        double[] other = probe(2.0);
        double whole = after(one, parameter).get(symbol);
        double second = after(other, parameter).get(symbol);
        double both = after(sum(one, other), parameter).get(symbol);
        double back = after(times(one, -1), parameter).get(symbol);
        double near = 1e-7 * Math.max(Math.max(Math.abs(whole), Math.abs(second)), 1e-12);
        return Math.abs(both - whole - second) <= near && Math.abs(back + whole) <= near;
    }

    /** Values of both signs, as small as near a minimum. */
    private double[] probe(double phase) {
        double[] values = new double[free.size() + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sin(phase * phase + 2.3 * phase * i) * 1e-3;
        }
        return values;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] made = a.clone();
        for (int i = 0; i < made.length; i++) {
            made[i] += b[i];
        }
        return made;
    }

    private static double[] times(double[] values, double factor) {
        double[] made = values.clone();
        for (int i = 0; i < made.length; i++) {
            made[i] *= factor;
        }
        return made;
    }

    /** One step of a parameter from values of what is free, in its order, and of the gradient last. */
    private Map<String, Double> after(double[] from, int parameter) {
        Map<String, Double> values = new HashMap<>(numbers);
        rows.forEach((name, row) -> values.put(name, row[parameter]));
        for (int i = 0; i < free.size(); i++) {
            values.put(free.get(i), from[i]);
        }
        values.put(Rule.GRADIENT, from[free.size()]);
        for (Assignment line : rule.steps()) {
            if (!held.contains(line.target())) {
                values.put(line.target(), Evaluator.evaluate(line.value(), values));
            }
        }
        return values;
    }

    /** How far a parameter moves at once, downhill, for a gradient of one. */
    public double response(int parameter) {
        double[] gradient = new double[free.size() + 1];
        gradient[free.size()] = 1;
        return -after(gradient, parameter).get(Rule.PARAMETERS);
    }

    /** The least curvature times {@link #response} at which steps grow; infinite where they never do. */
    public double limit(int parameter) {
        double response = response(parameter);
        double high = 1e-3;
        while (!grows(high / response, parameter)) {
            high *= 1.5;
            if (high > 1e6) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double low = high / 1.5;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (grows(middle / response, parameter)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private boolean grows(double curvature, int parameter) {
        int n = free.size();
        double[][] map = new double[n][n];
        for (int column = 0; column < n; column++) {
            double[] unit = new double[n + 1];
            unit[column] = 1;
            unit[n] = column == 0 ? curvature : 0;
            Map<String, Double> next = after(unit, parameter);
            for (int row = 0; row < n; row++) {
                map[row][column] = next.get(free.get(row));
            }
        }
        return SpectralRadius.of(map) > 1 + GROWS;
    }
}
