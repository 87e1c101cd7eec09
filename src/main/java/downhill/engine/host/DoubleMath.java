package downhill.engine.host;

import downhill.expr.UnaryOp;

/** Transcendental functions in double: the definitions themselves, since double is chosen for exactness. */
final class DoubleMath {
    private DoubleMath() {
    }

    static void exp(double[] t, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = Math.exp(a[i]);
        }
    }

    static void tanh(double[] t, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = Math.tanh(a[i]);
        }
    }

    static void sigmoid(double[] t, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = UnaryOp.SIGMOID.apply(a[i]);
        }
    }
}
