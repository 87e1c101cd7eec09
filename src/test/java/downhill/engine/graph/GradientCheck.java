package downhill.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gradients of a graph against central differences of its values, h = ∛ε·max(1, |θ|). */
public final class GradientCheck {
    private static final double STEP = Math.cbrt(Math.ulp(1.0));
    private static final double TOLERANCE = 1e-6;
    /** Parameters whose slopes are asked for at once. */
    private static final int MOST_TOGETHER = 32;

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
        int together = Math.min(count, MOST_TOGETHER);
        for (int first = 0; first < count; first += together) {
            double[][] slopes = slopes(parameters, count, Math.min(first, count - together), together);
            for (int k = 0; k < together; k++) {
                int i = Math.min(first, count - together) + k;
                for (int run = 0; run < runs; run++) {
                    compare("run " + run + ", parameter " + i, values[0][run], i, slopes[k][run], values[1][run][0]);
                }
            }
        }
    }

    private static void compare(String where, double[] gradient, int i, double slope, double value) {
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElse(0);
        double allowed = TOLERANCE * Math.abs(slope) + 1e-9 * (1 + largest) + 8 * Math.ulp(value) / STEP;
        assertThat(Math.abs(gradient[i] - slope)).as("%s: gradient %s, slope %s", where, gradient[i], slope)
                .isLessThan(allowed);
    }

    /** Slopes of each run's loss along its own parameters from the first on: each step up or down is a run beside the others. */
    private double[][] slopes(double[] parameters, int count, int first, int together) {
        double[] moved = repeated(parameters, 2 * together);
        double[][] widths = new double[together][runs];
        for (int k = 0; k < together; k++) {
            for (int run = 0; run < runs; run++) {
                int at = (2 * k * runs + run) * count + first + k;
                int down = at + runs * count;
                double h = STEP * Math.max(1, Math.abs(moved[at]));
                moved[at] += h;
                moved[down] -= h;
                widths[k][run] = moved[at] - moved[down];
            }
        }
        double[][] losses = evaluator.evaluate(List.of(loss), 2 * together * runs, repeated(2 * together), moved)[0];
        double[][] slopes = new double[together][runs];
        for (int k = 0; k < together; k++) {
            for (int run = 0; run < runs; run++) {
                int at = 2 * k * runs + run;
                slopes[k][run] = (losses[at][0] - losses[at + runs][0]) / widths[k][run];
            }
        }
        return slopes;
    }

    /** Those of each run once for each repetition; what runs share stays as it is. */
    private Map<String, double[]> repeated(int times) {
        Map<String, double[]> all = new HashMap<>(inputs);
        loss.graph().nodes().stream().filter(node -> node.perRun() && node.op() instanceof Op.Input)
                .forEach(node -> all.computeIfPresent(((Op.Input) node.op()).name(), (name, values) -> repeated(values, times)));
        return all;
    }

    private static double[] repeated(double[] values, int times) {
        double[] all = new double[values.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(values, 0, all, i * values.length, values.length);
        }
        return all;
    }
}
