package downhill.engine.host;

import downhill.expr.UnaryOp;

/**
 * Transcendental functions in float, many times faster than those of the library and right to a few units in the last
 * place; a test holds each of them against float64 over its whole range. Not-a-number passes through all of them, and
 * overflow is infinite. Written without branches, so that the loops can become vector instructions.
 */
final class FloatMath {
    /** Beyond this tanh is 1 in float. */
    private static final float TANH_END = 9.02f;
    /** Beyond this erf is 1 in float. */
    private static final float ERF_END = 3.925f;

    /** Below so many numbers the loops in stages are not worth their beginnings. */
    private static final int FEW = 32;

    private final Exponential exponential;
    private final float[] scratch;

    /** Functions for blocks of at most so many numbers; one thread at a time. */
    FloatMath(int block) {
        exponential = new Exponential(block);
        scratch = new float[block];
    }

    void exp(float[] t, float[] a, int n) {
        if (n < FEW) {
            for (int i = 0; i < n; i++) {
                t[i] = Exponential.of(a[i]);
            }
        } else {
            exponential.apply(t, a, n);
        }
    }

    /**
     * tanh by Lambert's continued fraction at a quarter of the argument, then twice tanh 2x = 2 tanh x / (1 + tanh² x).
     */
    static void tanh(float[] t, float[] a, int n) {
        within(t, a, TANH_END, n);
        tanhWithin(t, n);
    }

    private static void tanhWithin(float[] t, int n) {
        for (int i = 0; i < n; i++) {
            float x = t[i] * 0.25f;
            float s = x * x;
            float p = x * (135135f + s * (17325f + s * (378f + s)));
            float q = 135135f + s * (62370f + s * (3150f + s * 28f));
            float u = 2 * p * q;
            float v = q * q + p * p;
            t[i] = 2 * u * v / (v * v + u * u);
        }
    }

    /** Limits by themselves: in one loop with all the rest they would take longer than in one of their own. */
    private static void within(float[] t, float[] a, float limit, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = Math.max(-limit, Math.min(limit, a[i]));
        }
    }

    /** None: all are quick in float. */
    static FloatStep quick(UnaryOp op, float[] t, float[] a) {
        return null;
    }

    void sigmoid(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            scratch[i] = -a[i];
        }
        exp(scratch, scratch, n);
        for (int i = 0; i < n; i++) {
            t[i] = 1 / (1 + scratch[i]);
        }
    }

    /** max(x, 0) + log(1 + e) with e = e^−|x|, the logarithm as 2 artanh(e / (2 + e)) by its series. */
    void softplus(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            scratch[i] = -Math.abs(a[i]);
        }
        exp(scratch, scratch, n);
        for (int i = 0; i < n; i++) {
            float e = scratch[i];
            float z = e / (2 + e);
            float s = z * z;
            float series = 1 + s * (1f / 3 + s * (1f / 5 + s * (1f / 7 + s * (1f / 9 + s * (1f / 11 + s * (1f / 13))))));
            t[i] = Math.max(a[i], 0) + 2 * z * series;
        }
    }

    /** 1 where a is larger than b, else 0; a choice between whole numbers is no jump, which could not be foreseen. */
    static void greater(float[] t, float[] a, float[] b, int n) {
        int one = Float.floatToRawIntBits(1);
        for (int i = 0; i < n; i++) {
            t[i] = Float.intBitsToFloat(a[i] > b[i] ? one : 0);
        }
    }

    /** b where a is not 0, else c: by masks instead of jumps. */
    static void select(float[] t, float[] a, float[] b, float[] c, int n) {
        for (int i = 0; i < n; i++) {
            int size = Float.floatToRawIntBits(a[i]) << 1;
            int mask = (size | -size) >> 31;
            t[i] = Float.intBitsToFloat(Float.floatToRawIntBits(b[i]) & mask | Float.floatToRawIntBits(c[i]) & ~mask);
        }
    }

    /** x·P(x²)/Q(x²), fitted to erf on [0, 3.925] for least relative error (2·10⁻⁹ before rounding). */
    static void erf(float[] t, float[] a, int n) {
        within(t, a, ERF_END, n);
        erfWithin(t, n);
        within(t, t, 1, n);
    }

    private static void erfWithin(float[] t, int n) {
        for (int i = 0; i < n; i++) {
            float x = t[i];
            float s = x * x;
            float high = 3.8418728e-3f + s * (3.7755980e-4f + s * (4.6304490e-6f - s * 1.2913667e-8f));
            float p = 1.1283792f + s * (0.18515888f + s * (5.4264985e-2f + s * high));
            float q = 1 + s * (0.49742618f + s * (0.11389933f + s * (1.5439389e-2f + s * (1.3032543e-3f + s * 6.2598556e-5f))));
            t[i] = x * p / q;
        }
    }

    static void log(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = (float) Math.log(a[i]);
        }
    }
}
