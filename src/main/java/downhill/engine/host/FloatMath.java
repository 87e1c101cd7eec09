package downhill.engine.host;

/**
 * Transcendental functions in float, many times faster than those of the library and right to a few units in the last
 * place; a test holds each of them against float64 over its whole range. Not-a-number passes through all of them, and
 * overflow is infinite. Written without branches, so that the loops can become vector instructions.
 */
final class FloatMath {
    private static final float LOG2_E = 1.4426950408889634f;
    /** ln 2 = HIGH + LOW; HIGH has few enough digits that its product with a small integer is exact. */
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    /** Adding and taking away 1.5·2²³ rounds to the nearest integer. */
    private static final float ROUNDER = 12582912f;
    private static final float LARGEST_EXPONENT = 88.72283f;
    /** Below this e^x is denormal; it is taken as the smallest normal number. */
    private static final float SMALLEST_EXPONENT = -87.33654f;
    /** Beyond this tanh is 1 in float. */
    private static final float TANH_END = 9.02f;
    /** Beyond this erf is 1 in float. */
    private static final float ERF_END = 3.925f;

    private FloatMath() {
    }

    static void exp(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = exp(a[i]);
        }
    }

    /** e^x = 2^k · e^r with |r| ≤ ln 2 / 2, e^r by its Taylor polynomial of degree 7. */
    private static float exp(float x) {
        float inside = Math.max(SMALLEST_EXPONENT, Math.min(LARGEST_EXPONENT, x));
        float k = (inside * LOG2_E + ROUNDER) - ROUNDER;
        float r = (inside - k * LN2_HIGH) - k * LN2_LOW;
        float tail = 1f / 24 + r * (1f / 120 + r * (1f / 720 + r * (1f / 5040)));
        float e = 1 + (r + r * r * (0.5f + r * (1f / 6 + r * tail)));
        int half = (int) k >> 1;
        float scaled = e * Float.intBitsToFloat((half + 127) << 23) * Float.intBitsToFloat(((int) k - half + 127) << 23);
        return x > LARGEST_EXPONENT ? Float.POSITIVE_INFINITY : scaled;
    }

    /**
     * tanh by Lambert's continued fraction at a quarter of the argument, then twice tanh 2x = 2 tanh x / (1 + tanh² x).
     */
    static void tanh(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            float x = Math.max(-TANH_END, Math.min(TANH_END, a[i])) * 0.25f;
            float s = x * x;
            float p = x * (135135f + s * (17325f + s * (378f + s)));
            float q = 135135f + s * (62370f + s * (3150f + s * 28f));
            float u = 2 * p * q;
            float v = q * q + p * p;
            t[i] = 2 * u * v / (v * v + u * u);
        }
    }

    static void sigmoid(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = 1 / (1 + exp(-a[i]));
        }
    }

    /** max(x, 0) + log(1 + e) with e = e^−|x|, the logarithm as 2 artanh(e / (2 + e)) by its series. */
    static void softplus(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            float e = exp(-Math.abs(a[i]));
            float z = e / (2 + e);
            float s = z * z;
            float series = 1 + s * (1f / 3 + s * (1f / 5 + s * (1f / 7 + s * (1f / 9 + s * (1f / 11 + s * (1f / 13))))));
            t[i] = Math.max(a[i], 0) + 2 * z * series;
        }
    }

    /** x·P(x²)/Q(x²), fitted to erf on [0, 3.925] for least relative error (2·10⁻⁹ before rounding). */
    static void erf(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            float x = Math.max(-ERF_END, Math.min(ERF_END, a[i]));
            float s = x * x;
            float high = 3.8418728e-3f + s * (3.7755980e-4f + s * (4.6304490e-6f - s * 1.2913667e-8f));
            float p = 1.1283792f + s * (0.18515888f + s * (5.4264985e-2f + s * high));
            float q = 1 + s * (0.49742618f + s * (0.11389933f + s * (1.5439389e-2f + s * (1.3032543e-3f + s * 6.2598556e-5f))));
            t[i] = Math.max(-1, Math.min(1, x * p / q));
        }
    }

    static void log(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = (float) Math.log(a[i]);
        }
    }
}
