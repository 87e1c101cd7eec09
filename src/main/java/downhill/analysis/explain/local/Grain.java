package downhill.analysis.explain.local;

import downhill.analysis.explain.field.Cells;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The step in which a column counts: 1 of whole numbers, 0.01 of money, 0 where there is none down to a millionth. */
final class Grain {
    private static final int FINEST = 6;
    private static final double ROUNDING = 1e-9;

    private Grain() {
    }

    /** What stands for empty cells counts in no step. */
    static double of(Cells rows, int field) {
        double[] values = IntStream.range(0, rows.count()).mapToDouble(row -> rows.of(row, field))
                .filter(value -> !isFill(rows, field, value)).toArray();
        for (int digits = 0; digits <= FINEST; digits++) {
            double times = Math.pow(10, digits);
            if (Arrays.stream(values).allMatch(value -> isWhole(value * times))) {
                return 1 / times;
            }
        }
        return 0;
    }

    /** Whether it is what the model takes for an empty cell. */
    private static boolean isFill(Cells rows, int field, double value) {
        Double fill = rows.fields().get(field).fill();
        return fill != null && Math.abs(value - fill) <= ROUNDING * Math.max(1, Math.abs(fill));
    }

    /** Whether it is one of the steps; every value is where there are none. */
    static boolean takes(double value, double grain) {
        return grain == 0 || isWhole(value / grain);
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
