package downhill.report;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis of a drawing: from numbers to places.
 *
 * @param low  number at its beginning
 * @param high number at its end, above {@code low}
 * @param log  whether equal ways are equal factors; then {@code low} is above 0
 */
record ReportAxis(double low, double high, boolean log) {
    private static final double[] STEPS = {1, 2, 5, 10};
    private static final double WIDE = 20;

    /** Around numbers, logarithmic where all are above 0 and lie far apart. */
    static ReportAxis around(double least, double most) {
        boolean far = least > 0 && most / least > WIDE;
        double room = most > least ? 0 : Math.max(1e-9, Math.abs(most) * 0.5);
        return new ReportAxis(least - room, most + room, far);
    }

    /** Where a number lies, 0 to 1. */
    double place(double value) {
        return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** Round numbers on it, about as many as asked for at most. */
    List<Double> ticks(int most) {
        return log && high / low >= 10 ? decades(most) : even(most);
    }

    private List<Double> decades(int most) {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        int step = Math.max(1, (last - first + most) / most);
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last; power += step) {
            ticks.add(Math.pow(10, power));
        }
        return ticks;
    }

    private List<Double> even(int most) {
        double rough = (high - low) / most;
        double decade = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * decade;
        for (int i = STEPS.length - 1; i >= 0; i--) {
            step = STEPS[i] * decade >= rough * (1 - 1e-9) ? STEPS[i] * decade : step;
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
