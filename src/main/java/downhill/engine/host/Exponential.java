package downhill.engine.host;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * e^x = 2^k · e^r in float with |r| ≤ ln 2 / 2, e^r by its Taylor polynomial of degree 7.
 *
 * <p>The compiler makes vector instructions of loops over floats and of loops over whole numbers, but not of a loop that turns
 * one into the other. So 2^k is made in a loop of its own, and the bits go from one kind of array to the other through memory
 * that is seen as both. Limits are kept only where a number of the block needs them, since they take as long as all the rest. One thread
 * at a time.
 */
final class Exponential {
    private static final float LOG2_E = 1.4426950408889634f;
    /** ln 2 = HIGH + LOW; HIGH has few enough digits that its product with a small integer is exact. */
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    /** Adding and taking away 1.5·2²³ rounds to the nearest integer, which stands in the last bits in between. */
    private static final float ROUNDER = 12582912f;
    private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
    /** Above ln of the largest float, 88.72, so that the result is infinite; 2^k does not yet overflow in two factors. */
    private static final float LARGEST = 100f;
    /** Below this e^x is denormal; it is taken as the smallest normal number. */
    private static final float SMALLEST = -87.33654f;
    /** Within these powers no limit is reached, and 2^k is one factor. */
    private static final int LEAST_POWER = -125;
    private static final int MOST_POWER = 127;
    private static final int MANTISSA = 23;
    private static final int BIAS = 127;

    private final float[] shifted;
    private final float[] fraction;
    /** Two factors of 2^k, each in an array of its own: parts of one would keep the compiler from vector instructions. */
    private final float[] power;
    private final float[] otherPower;
    private final int[] bits;
    private final int[] otherBits;
    private final int[] zeros;
    private final FloatBuffer floats;
    private final IntBuffer integers;

    Exponential(int block) {
        shifted = new float[block];
        fraction = new float[block];
        power = new float[block];
        otherPower = new float[block];
        bits = new int[block];
        otherBits = new int[block];
        zeros = new int[block];
        ByteBuffer memory = ByteBuffer.allocateDirect(2 * block * Float.BYTES).order(ByteOrder.nativeOrder());
        floats = memory.asFloatBuffer();
        integers = memory.asIntBuffer();
    }

    /** t ← e^a for n numbers; the arrays may be the same. */
    void apply(float[] t, float[] a, int n) {
        split(a, n);
        floats.put(0, shifted, 0, n);
        integers.get(0, bits, 0, n);
        powerOfTwo(bits, otherBits, n);
        if (Arrays.equals(otherBits, 0, n, zeros, 0, n)) {
            integers.put(0, bits, 0, n);
            floats.get(0, shifted, 0, n);
            FloatLoops.multiply(t, fraction, shifted, n);
        } else {
            limited(t, a, n);
        }
    }

    private void limited(float[] t, float[] a, int n) {
        splitWithin(a, n);
        floats.put(0, shifted, 0, n);
        integers.get(0, bits, 0, n);
        powersOfTwo(bits, otherBits, n);
        integers.put(0, bits, 0, n);
        integers.put(n, otherBits, 0, n);
        floats.get(0, power, 0, n);
        floats.get(n, otherPower, 0, n);
        multiply(t, fraction, power, otherPower, n);
    }

    private void split(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            float sum = a[i] * LOG2_E + ROUNDER;
            float k = sum - ROUNDER;
            float r = (a[i] - k * LN2_HIGH) - k * LN2_LOW;
            shifted[i] = sum;
            fraction[i] = polynomial(r);
        }
    }

    private void splitWithin(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            float inside = Math.max(SMALLEST, Math.min(LARGEST, a[i]));
            float sum = inside * LOG2_E + ROUNDER;
            float k = sum - ROUNDER;
            float r = (inside - k * LN2_HIGH) - k * LN2_LOW;
            shifted[i] = sum;
            fraction[i] = polynomial(r);
        }
    }

    private static float polynomial(float r) {
        float tail = 1f / 24 + r * (1f / 120 + r * (1f / 720 + r * (1f / 5040)));
        return 1 + (r + r * r * (0.5f + r * (1f / 6 + r * tail)));
    }

    /** 2^k as one factor; {@code outside} is not 0 where that may not do, as for what is not a number. */
    private static void powerOfTwo(int[] bits, int[] outside, int n) {
        for (int i = 0; i < n; i++) {
            int k = bits[i] - ROUNDER_BITS;
            outside[i] = ((k - LEAST_POWER) | (MOST_POWER - k)) >> 31;
            bits[i] = (k + BIAS) << MANTISSA;
        }
    }

    /** 2^k as two factors, since one would overflow at either end. */
    private static void powersOfTwo(int[] bits, int[] others, int n) {
        for (int i = 0; i < n; i++) {
            int k = bits[i] - ROUNDER_BITS;
            int half = k >> 1;
            bits[i] = (half + BIAS) << MANTISSA;
            others[i] = (k - half + BIAS) << MANTISSA;
        }
    }

    private static void multiply(float[] t, float[] a, float[] b, float[] c, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = a[i] * b[i] * c[i];
        }
    }

    /** e^x of a single number, to the same bit. */
    static float of(float x) {
        float inside = Math.max(SMALLEST, Math.min(LARGEST, x));
        float sum = inside * LOG2_E + ROUNDER;
        float k = sum - ROUNDER;
        float r = (inside - k * LN2_HIGH) - k * LN2_LOW;
        int whole = (int) k;
        int half = whole >> 1;
        return polynomial(r) * Float.intBitsToFloat((half + BIAS) << MANTISSA) * Float.intBitsToFloat((whole - half + BIAS) << MANTISSA);
    }
}
