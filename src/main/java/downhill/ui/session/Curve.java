package downhill.ui.session;

/**
 * A value against the step, oldest first. The arrays are shared: do not write to them.
 *
 * @param steps  updates done, never falling
 * @param values what was measured then; NaN where nothing was
 */
public record Curve(double[] steps, double[] values) {
    /** Nothing measured. */
    public static final Curve NONE = new Curve(new double[0], new double[0]);

    /** How many points. */
    public int size() {
        return steps.length;
    }
}
