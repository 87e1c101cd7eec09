package downhill.ui.session;

import java.util.Arrays;

/**
 * A value against the step, oldest first. The arrays are shared: do not write to them.
 *
 * @param steps  updates done, never falling
 * @param values what was measured then; NaN where nothing was
 */
public record Curve(double[] steps, double[] values) {
    /** Nothing measured. */
    public static final Curve NONE = new Curve(new double[0], new double[0]);

    /** The same of a race's records. */
    static Curve of(downhill.race.history.Curve recorded) {
        return new Curve(recorded.x(), recorded.y());
    }

    /** The same for who works on a race's records. */
    public downhill.race.history.Curve recorded() {
        return new downhill.race.history.Curve(steps, values);
    }

    /** The value at the point nearest to {@code step}; NaN where there is none, before the first, or where {@code step} is NaN. */
    public double at(double step) {
        if (Double.isNaN(step) || steps.length == 0 || step < steps[0]) {
            return Double.NaN;
        }
        int found = Arrays.binarySearch(steps, step);
        int next = found >= 0 ? found : Math.min(steps.length - 1, -found - 1);
        return values[next > 0 && step - steps[next - 1] < steps[next] - step ? next - 1 : next];
    }

    /** How many points. */
    public int size() {
        return steps.length;
    }
}
