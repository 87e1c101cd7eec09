package downhill.engine.host;

/**
 * Sums and largest values of four neighbouring rows at once: each addition waits for the one before it in its row, and four rows wait
 * together. Each row's is what it would be by itself, to the bit.
 */
final class FloatRows {
    static final int AT_ONCE = 4;

    private FloatRows() {
    }

    /** In float64, four sums side by side in each row. */
    static void sums(float[] values, int from, int length, double[] target) {
        int second = from + length;
        int third = second + length;
        int fourth = third + length;
        double a0 = 0;
        double b0 = 0;
        double c0 = 0;
        double d0 = 0;
        double a1 = 0;
        double b1 = 0;
        double c1 = 0;
        double d1 = 0;
        double a2 = 0;
        double b2 = 0;
        double c2 = 0;
        double d2 = 0;
        double a3 = 0;
        double b3 = 0;
        double c3 = 0;
        double d3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a0 += values[from + i];
            b0 += values[from + i + 1];
            c0 += values[from + i + 2];
            d0 += values[from + i + 3];
            a1 += values[second + i];
            b1 += values[second + i + 1];
            c1 += values[second + i + 2];
            d1 += values[second + i + 3];
            a2 += values[third + i];
            b2 += values[third + i + 1];
            c2 += values[third + i + 2];
            d2 += values[third + i + 3];
            a3 += values[fourth + i];
            b3 += values[fourth + i + 1];
            c3 += values[fourth + i + 2];
            d3 += values[fourth + i + 3];
        }
        for (; i < length; i++) {
            a0 += values[from + i];
            a1 += values[second + i];
            a2 += values[third + i];
            a3 += values[fourth + i];
        }
        target[0] = (a0 + b0) + (c0 + d0);
        target[1] = (a1 + b1) + (c1 + d1);
        target[2] = (a2 + b2) + (c2 + d2);
        target[3] = (a3 + b3) + (c3 + d3);
    }

    /** Not-a-number wins. */
    static void largest(float[] values, int from, int length, double[] target) {
        int second = from + length;
        int third = second + length;
        int fourth = third + length;
        float first = values[from];
        float next = values[second];
        float further = values[third];
        float last = values[fourth];
        for (int i = 1; i < length; i++) {
            first = Math.max(first, values[from + i]);
            next = Math.max(next, values[second + i]);
            further = Math.max(further, values[third + i]);
            last = Math.max(last, values[fourth + i]);
        }
        target[0] = first;
        target[1] = next;
        target[2] = further;
        target[3] = last;
    }
}
