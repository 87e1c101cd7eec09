package downhill.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Gradients of a graph against central differences of its values, h = ∛ε·max(1, |θ|). */
public final class GradientCheck {
    private static final double STEP = Math.cbrt(Math.ulp(1.0));
    private static final double TOLERANCE = 1e-6;

    private final Evaluator evaluator;
    private final Node loss;
    private final int runs;
    private final Map<String, double[]> inputs;

    public GradientCheck(Evaluator evaluator, Node loss, int runs, Map<String, double[]> inputs) {
        this.evaluator = evaluator;
        this.loss = loss;
        this.runs = runs;
        this.inputs = inputs;
    }

    /**
     * Fails where an element of the gradient at {@code parameters} [R·P] is off by more than a millionth of itself, a little
     * for the curvature and what rounding of the loss does to a difference.
     */
    public void at(double[] parameters) {
        double[][][] values = evaluator.evaluate(List.of(Gradients.byParameters(loss), loss), runs, inputs, parameters);
        int count = parameters.length / runs;
        for (int i = 0; i < count; i++) {
            double[] slope = slope(parameters, count, i);
            for (int run = 0; run < runs; run++) {
                compare("run " + run + ", parameter " + i, values[0][run], i, slope[run], values[1][run][0]);
            }
        }
    }

    private static void compare(String where, double[] gradient, int i, double slope, double value) {
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElse(0);
        double allowed = TOLERANCE * Math.abs(slope) + 1e-9 * (1 + largest) + 8 * Math.ulp(value) / STEP;
        assertThat(Math.abs(gradient[i] - slope)).as("%s: gradient %s, slope %s", where, gradient[i], slope)
                .isLessThan(allowed);
    }

    /** Slope of each run's loss along its own i-th parameter. */
    private double[] slope(double[] parameters, int count, int i) {
        double[] up = parameters.clone();
        double[] down = parameters.clone();
        for (int run = 0; run < runs; run++) {
            int at = run * count + i;
            double h = STEP * Math.max(1, Math.abs(parameters[at]));
            up[at] += h;
            down[at] -= h;
        }
        double[][] above = evaluator.evaluate(List.of(loss), runs, inputs, up)[0];
        double[][] below = evaluator.evaluate(List.of(loss), runs, inputs, down)[0];
        double[] slope = new double[runs];
        Arrays.setAll(slope, run -> (above[run][0] - below[run][0]) / (up[run * count + i] - down[run * count + i]));
        return slope;
    }
}
