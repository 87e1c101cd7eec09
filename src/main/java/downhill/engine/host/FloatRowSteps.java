package downhill.engine.host;

import downhill.engine.graph.Op;
import java.util.Arrays;

/**
 * Steps between whole rows of a block and registers that hold one number for each of them. The numbers are to the bit what
 * {@link FloatReduction} gives for whole rows.
 */
final class FloatRowSteps {
    private FloatRowSteps() {
    }

    /** A sum, a largest value, or numbers stretched to their rows; null where the step is none of these. */
    static FloatStep bind(Op op, float[] t, float[] a, int inner) {
        double[] some = new double[FloatRows.AT_ONCE];
        if (op instanceof Op.Sum) {
            return n -> sums(t, a, n / inner, inner, some);
        }
        if (op instanceof Op.DetachedMax) {
            return inner == FloatHalves.ROW ? new FloatHalves(t, a) : n -> largest(t, a, n / inner, inner, some);
        }
        return op instanceof Op.Expand ? n -> stretch(t, a, n / inner, inner) : null;
    }

    private static void sums(float[] t, float[] a, int rows, int inner, double[] some) {
        int row = 0;
        for (; row + FloatRows.AT_ONCE <= rows; row += FloatRows.AT_ONCE) {
            FloatRows.sums(a, row * inner, inner, some);
            for (int i = 0; i < FloatRows.AT_ONCE; i++) {
                t[row + i] = (float) (0 + some[i]);
            }
        }
        for (; row < rows; row++) {
            t[row] = (float) (0 + FloatReduction.sum(a, row * inner, (row + 1) * inner));
        }
    }

    private static void largest(float[] t, float[] a, int rows, int inner, double[] some) {
        int row = 0;
        for (; row + FloatRows.AT_ONCE <= rows; row += FloatRows.AT_ONCE) {
            FloatRows.largest(a, row * inner, inner, some);
            for (int i = 0; i < FloatRows.AT_ONCE; i++) {
                t[row + i] = (float) some[i];
            }
        }
        for (; row < rows; row++) {
            t[row] = FloatReduction.largest(a, row * inner, inner);
        }
    }

    private static void stretch(float[] t, float[] a, int rows, int inner) {
        for (int row = 0; row < rows; row++) {
            Arrays.fill(t, row * inner, (row + 1) * inner, a[row]);
        }
    }
}
