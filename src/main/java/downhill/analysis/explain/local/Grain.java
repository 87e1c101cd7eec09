package downhill.analysis.explain.local;

import downhill.analysis.explain.field.Cells;
import java.util.stream.IntStream;

/** The step in which a column counts: 1 of whole numbers, 0.01 of money, 0 where there is none down to a millionth. */
final class Grain {
    private static final int FINEST = 6;
    private static final double ROUNDING = 1e-9;

    private Grain() {
    }

    static double of(Cells rows, int field) {
        for (int digits = 0; digits <= FINEST; digits++) {
            double times = Math.pow(10, digits);
            if (IntStream.range(0, rows.count()).allMatch(row -> isWhole(rows.of(row, field) * times))) {
                return 1 / times;
            }
        }
        return 0;
    }

    private static boolean isWhole(double value) {
        return Math.abs(value - Math.rint(value)) <= ROUNDING * Math.max(1, Math.abs(value));
    }

    /** The nearest value of that grain that is no nearer to {@code from} than {@code value} is. */
    static double outward(double value, double from, double grain) {
        if (grain == 0) {
            return value;
        }
        double steps = value / grain;
        double whole = isWhole(steps) ? Math.rint(steps) : away(steps, value > from);
        double times = Math.rint(1 / grain);
        return whole / times;
    }

    private static double away(double steps, boolean up) {
        return up ? Math.ceil(steps) : Math.floor(steps);
    }
}
