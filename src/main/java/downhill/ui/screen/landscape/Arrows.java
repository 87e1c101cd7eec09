package downhill.ui.screen.landscape;

import downhill.analysis.step.AskedStep;
import downhill.analysis.step.RuleMemory;
import downhill.analysis.step.TensorLook;
import downhill.engine.graph.Graph;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.Noise;
import downhill.engine.train.RunState;
import downhill.expr.Derivative;
import downhill.expr.Evaluator;
import downhill.expr.Expr;
import downhill.expr.FormulaException;
import downhill.expr.ModelQuestion;
import downhill.optim.Rule;
import downhill.optim.StateVariable;
import downhill.optim.StepExplanation;
import downhill.optim.TensorStep;
import downhill.ui.chart.PlaneMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arrows at a contender's head on a surface: downhill, where its momentum pushes it, and the next step its rule will take.
 * Directions are exact. Lengths are on a log scale, for a gradient may be a million times as long as a step; what moves nobody has none.
 */
final class Arrows {
    private static final double LONGEST = 0.16;
    private static final double SHORTEST = 0.03;
    private static final double DECADES = 6;
    /** Of the region in view: a push so small moves nobody, and its arrow would look as if it did. */
    private static final double NOTHING = 1e-6;

    private static final ParameterLayout SURFACE = surface();

    private final Expr surface;
    private final long seed;
    private final Expr slopeX;
    private final Expr slopeY;
    private final double size;

    private static ParameterLayout surface() {
        Graph graph = new Graph();
        graph.parameter("x");
        graph.parameter("y");
        return graph.layout();
    }

    /**
     * Of a surface.
     *
     * @param size a length of the region in view
     * @param seed of the walk's noise
     */
    Arrows(Expr surface, double size, long seed) {
        this.surface = surface;
        this.seed = seed;
        slopeX = Derivative.of(surface, "x");
        slopeY = Derivative.of(surface, "y");
        this.size = size;
    }

    /**
     * What pushes a contender.
     *
     * @param downhill −∇f
     * @param momentum the displacement that the rule's velocity alone would cause, up to a factor; null where it has none
     * @param step     the next change of x and y; null for a method that is no formula
     */
    record Pushes(double[] downhill, double[] momentum, double[] step) {
    }

    /**
     * The pushes at a state.
     *
     * @param values hyperparameters in force by key, η as the next step sees it
     */
    Pushes pushes(Rule rule, RunState state, Map<String, Double> values) {
        double[] at = state.parameters();
        double[] gradient = gradient(at);
        double[] downhill = {-gradient[0], -gradient[1]};
        if (!rule.isFormula()) {
            return new Pushes(downhill, null, null);
        }
        double[] ordered = rule.hyperparameters().stream().mapToDouble(h -> values.getOrDefault(h.key(), h.defaultValue())).toArray();
        RuleMemory memory = RuleMemory.of(rule, state, ordered);
        if (rule.seesTensors()) {
            return new Pushes(downhill, null, step(rule, state, memory, ordered, gradient));
        }
        try {
            double[] step = new double[2];
            for (int axis = 0; axis < 2; axis++) {
                step[axis] = StepExplanation.of(rule, known(rule, state, memory, ordered, gradient[axis], axis)).parameter() - at[axis];
            }
            return new Pushes(downhill, velocity(rule, memory, ordered), step);
        } catch (FormulaException needsAllParameters) {
            return new Pushes(downhill, null, null);
        }
    }

    private double[] gradient(double[] at) {
        return new double[] {value(slopeX, at), value(slopeY, at)};
    }

    private static double value(Expr expr, double[] at) {
        return Evaluator.evaluate(expr, Map.of("x", at[0], "y", at[1]));
    }

    private double[] step(Rule rule, RunState state, RuleMemory memory, double[] values, double[] gradient) {
        double[] at = state.parameters();
        double[] noise = new double[2];
        Noise.fill(noise, seed, state.step());
        AskedStep asked = new AskedStep(value(surface, at), noise, List.of());
        TensorLook look = new TensorLook(rule, SURFACE, values, state.step() + 1.0, memory, at, gradient, null, asked, asking(at));
        double[] next = look.parameters();
        return new double[] {next[0] - at[0], next[1] - at[1]};
    }

    /** What a rule asks once more, from the surface itself. */
    private TensorStep.Evaluations asking(double[] at) {
        return new TensorStep.Evaluations() {
            @Override
            public double[] gradient(double[] point) {
                return Arrows.this.gradient(point);
            }

            @Override
            public double[] times(ModelQuestion matrix, double[] v) {
                double mixed = value(Derivative.of(slopeX, "y"), at);
                return new double[] {value(Derivative.of(slopeX, "x"), at) * v[0] + mixed * v[1],
                    mixed * v[0] + value(Derivative.of(slopeY, "y"), at) * v[1]};
            }

            @Override
            public double loss(double[] point) {
                return value(surface, point);
            }
        };
    }

    private static Map<String, Double> known(Rule rule, RunState state, RuleMemory memory, double[] values, double gradient, int axis) {
        Map<String, Double> known = new HashMap<>(memory.scalars());
        memory.elements().forEach((symbol, row) -> known.put(symbol, row[axis]));
        for (int i = 0; i < values.length; i++) {
            known.put(rule.hyperparameters().get(i).symbol(), values[i]);
        }
        known.put(Rule.STEP, state.step() + 1.0);
        known.put(Rule.PARAMETERS, state.parameters()[axis]);
        known.put(Rule.GRADIENT, gradient);
        return known;
    }

    /** The first state that turns round with the gradient. It gathers gradients, so it pushes the other way. */
    private static double[] velocity(Rule rule, RuleMemory memory, double[] values) {
        for (StateVariable state : rule.states()) {
            double[] row = memory.elements().get(state.symbol());
            if (row != null && turnsWithGradient(rule, state.symbol(), values)) {
                return new double[] {-row[0], -row[1]};
            }
        }
        return null;
    }

    private static boolean turnsWithGradient(Rule rule, String state, double[] values) {
        double up = after(rule, state, values, 1);
        return up != 0 && up == -after(rule, state, values, -1);
    }

    /** The state after a first step at 0 with this gradient. */
    private static double after(Rule rule, String state, double[] values, double gradient) {
        RunState fresh = RunState.initial(new double[2]);
        return StepExplanation.of(rule, known(rule, fresh, RuleMemory.of(rule, fresh, values), values, gradient, 0)).values().get(state);
    }

    /**
     * As marks of the chart, in the contender's colour; named for one of them, for where many stand together names would cover
     * each other.
     */
    List<PlaneMark> marks(double[] at, Pushes pushes, int style, boolean named) {
        List<PlaneMark> marks = new ArrayList<>();
        add(marks, at, pushes.downhill(), named ? "−∇" : "", style);
        add(marks, at, pushes.momentum(), named ? "m" : "", style);
        add(marks, at, pushes.step(), named ? "Δ" : "", style);
        return marks;
    }

    private void add(List<PlaneMark> marks, double[] at, double[] push, String text, int style) {
        double length = push == null ? 0 : Math.hypot(push[0], push[1]);
        if (length > NOTHING * size && Double.isFinite(length)) {
            double share = Math.max(0, Math.min(1, (Math.log10(length / size) + DECADES / 2) / DECADES));
            double shown = size * (SHORTEST + (LONGEST - SHORTEST) * share) / length;
            marks.add(PlaneMark.arrow(at[0], at[1], at[0] + push[0] * shown, at[1] + push[1] * shown, text, style));
        }
    }
}
