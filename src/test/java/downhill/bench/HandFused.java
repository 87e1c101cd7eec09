package downhill.bench;

import java.util.Arrays;
import java.util.Random;

/**
 * The limit to get near: MLP 2-16-16-1 with tanh, batch 32, mean square and Adam, written by hand for these sizes in plain
 * loops over arrays, and the largest rate of multiplications and additions that such loops reach here. Prints microseconds.
 */
final class HandFused {
    private static final int ROWS = 1024;
    private static final int BATCH = 32;
    private static final int HIDDEN = 16;
    private static final int PARAMETERS = 2 * HIDDEN + HIDDEN + HIDDEN * HIDDEN + HIDDEN + HIDDEN + 1;
    private static final int B1 = 2 * HIDDEN;
    private static final int W2 = B1 + HIDDEN;
    private static final int B2 = W2 + HIDDEN * HIDDEN;
    private static final int W3 = B2 + HIDDEN;
    private static final int B3 = W3 + HIDDEN;
    private static final double FLOPS = 2.0 * BATCH * (2 * HIDDEN + HIDDEN * HIDDEN + HIDDEN)
            + 2.0 * BATCH * (2 * HIDDEN + 2 * HIDDEN * HIDDEN + 2 * HIDDEN);

    private final float[] x = new float[ROWS * 2];
    private final float[] y = new float[ROWS];
    private final float[] theta = new float[PARAMETERS];
    private final float[] gradient = new float[PARAMETERS];
    private final float[] m = new float[PARAMETERS];
    private final float[] v = new float[PARAMETERS];
    private final float[] first = new float[BATCH * HIDDEN];
    private final float[] second = new float[BATCH * HIDDEN];
    private final float[] back = new float[HIDDEN];
    private final float[] deep = new float[HIDDEN];
    private final int[] order = new int[ROWS];
    private int at;

    private HandFused() {
        Random random = new Random(1);
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < ROWS; i++) {
            y[i] = (float) random.nextGaussian();
            order[i] = i * 389 % ROWS;
        }
        for (int i = 0; i < PARAMETERS; i++) {
            theta[i] = (float) random.nextGaussian() * 0.3f;
        }
    }

    public static void main(String[] arguments) {
        HandFused work = new HandFused();
        int t = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int repeat = 0; repeat < 40; repeat++) {
            long begin = System.nanoTime();
            for (int i = 0; i < 10_000; i++) {
                work.step(++t);
            }
            best = Math.min(best, (System.nanoTime() - begin) * 1e-3 / 10_000);
        }
        double peak = peak();
        System.out.printf("hand-fused: %.2f µs a step; %.0f operations of its products at the peak of %.1f GFLOP/s: %.2f µs%n", best,
                FLOPS, peak,
                FLOPS / peak * 1e-3);
    }

    private float step(int t) {
        Arrays.fill(gradient, 0);
        float loss = 0;
        for (int row = 0; row < BATCH; row++) {
            int from = order[at];
            at = (at + 1) % ROWS;
            loss += forward(row * HIDDEN, x[2 * from], x[2 * from + 1], y[from]);
        }
        adam(t);
        return loss / BATCH;
    }

    private float forward(int row, float x0, float x1, float wanted) {
        for (int j = 0; j < HIDDEN; j++) {
            first[row + j] = theta[B1 + j] + x0 * theta[j] + x1 * theta[HIDDEN + j];
        }
        tanh(first, row);
        System.arraycopy(theta, B2, second, row, HIDDEN);
        for (int i = 0; i < HIDDEN; i++) {
            float a = first[row + i];
            for (int j = 0; j < HIDDEN; j++) {
                second[row + j] += a * theta[W2 + i * HIDDEN + j];
            }
        }
        tanh(second, row);
        float out = theta[B3];
        for (int j = 0; j < HIDDEN; j++) {
            out += second[row + j] * theta[W3 + j];
        }
        backward(row, x0, x1, 2 * (out - wanted) / BATCH);
        return (out - wanted) * (out - wanted);
    }

    private void backward(int row, float x0, float x1, float d) {
        gradient[B3] += d;
        for (int j = 0; j < HIDDEN; j++) {
            float a = second[row + j];
            gradient[W3 + j] += d * a;
            back[j] = d * theta[W3 + j] * (1 - a * a);
            gradient[B2 + j] += back[j];
        }
        for (int i = 0; i < HIDDEN; i++) {
            float a = first[row + i];
            float sum = 0;
            for (int j = 0; j < HIDDEN; j++) {
                gradient[W2 + i * HIDDEN + j] += a * back[j];
            }
            for (int j = 0; j < HIDDEN; j++) {
                sum += back[j] * theta[W2 + i * HIDDEN + j];
            }
            deep[i] = sum * (1 - a * a);
        }
        for (int j = 0; j < HIDDEN; j++) {
            gradient[B1 + j] += deep[j];
            gradient[j] += x0 * deep[j];
            gradient[HIDDEN + j] += x1 * deep[j];
        }
    }

    private static void tanh(float[] a, int from) {
        for (int j = from; j < from + HIDDEN; j++) {
            float z = Math.max(-9.02f, Math.min(9.02f, a[j])) * 0.25f;
            float s = z * z;
            float p = z * (135135f + s * (17325f + s * (378f + s)));
            float q = 135135f + s * (62370f + s * (3150f + s * 28f));
            float u = 2 * p * q;
            float w = q * q + p * p;
            a[j] = 2 * u * w / (w * w + u * u);
        }
    }

    private void adam(int t) {
        float first = (float) (1 / (1 - Math.pow(0.9, t)));
        float other = (float) (1 / (1 - Math.pow(0.999, t)));
        for (int i = 0; i < PARAMETERS; i++) {
            m[i] = 0.9f * m[i] + 0.1f * gradient[i];
            v[i] = 0.999f * v[i] + 0.001f * gradient[i] * gradient[i];
            theta[i] -= 0.001f * m[i] * first / ((float) Math.sqrt(v[i] * other) + 1e-8f);
        }
    }

    /** GFLOP/s of OpenBLAS on one thread, products of 512 × 512. */
    private static double peak() {
        return downhill.engine.host.GemmPeak.measure(512);
    }
}
