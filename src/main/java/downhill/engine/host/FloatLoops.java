package downhill.engine.host;

import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;

/** The loops of the kernels: t ← op(a, b) over n elements. */
final class FloatLoops {
    private FloatLoops() {
    }

    static void add(float[] t, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = a[i] + b[i];
        }
    }

    static void subtract(float[] t, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = a[i] - b[i];
        }
    }

    static void multiply(float[] t, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = a[i] * b[i];
        }
    }

    static void divide(float[] t, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = a[i] / b[i];
        }
    }

    static void min(float[] t, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = Math.min(a[i], b[i]);
        }
    }

    static void max(float[] t, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = Math.max(a[i], b[i]);
        }
    }

    static void negate(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = -a[i];
        }
    }

    static void abs(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = Math.abs(a[i]);
        }
    }

    static void sign(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = Math.signum(a[i]);
        }
    }

    static void sqrt(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = (float) Math.sqrt(a[i]);
        }
    }

    static void relu(float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = Math.max(a[i], 0);
        }
    }

    /** Rare or costly functions, by their definition. */
    static void apply(UnaryOp op, float[] t, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = (float) op.apply(a[i]);
        }
    }

    static void apply(BinaryOp op, float[] t, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = (float) op.apply(a[i], b[i]);
        }
    }
}
