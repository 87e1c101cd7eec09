package downhill.ui.chart;

import java.util.function.LongToDoubleFunction;

/**
 * What is read out of a curve instead of its points: a value for every whole step, whatever is drawn.
 *
 * @param unit  steps in one unit of x
 * @param first the first step that is read out
 * @param last  the last one
 * @param of    the value at a step; NaN where there is none
 */
public record StepReadout(double unit, long first, long last, LongToDoubleFunction of) {
    /** The place of the whole step nearest to {@code x}. */
    double nearest(double x) {
        return step(x) / unit;
    }

    /** The value there; NaN before the first step and behind the last. */
    double at(double x) {
        boolean inside = x * unit > first - 1 && x * unit < last + 1;
        return inside ? of.applyAsDouble(step(x)) : Double.NaN;
    }

    /** The value at the end. */
    double end() {
        return of.applyAsDouble(last);
    }

    private long step(double x) {
        return Math.max(first, Math.min(last, Math.round(x * unit)));
    }
}
