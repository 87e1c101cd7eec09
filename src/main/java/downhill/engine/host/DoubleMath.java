package downhill.engine.host;

import downhill.expr.UnaryOp;

/** What {@link FloatMath} is for float, in double: the definitions themselves, since double is chosen for exactness. */
final class DoubleMath {
    DoubleMath(int block) {
    }

    void exp(double[] t, double[] a, int n) {
        DoubleLoops.apply(UnaryOp.EXP, t, a, n);
    }

    static void tanh(double[] t, double[] a, int n) {
        DoubleLoops.apply(UnaryOp.TANH, t, a, n);
    }

    void sigmoid(double[] t, double[] a, int n) {
        DoubleLoops.apply(UnaryOp.SIGMOID, t, a, n);
    }

    void softplus(double[] t, double[] a, int n) {
        DoubleLoops.apply(UnaryOp.SOFTPLUS, t, a, n);
    }

    static void greater(double[] t, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = a[i] > b[i] ? 1 : 0;
        }
    }

    static void select(double[] t, double[] a, double[] b, double[] c, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = a[i] != 0 ? b[i] : c[i];
        }
    }

    static void erf(double[] t, double[] a, int n) {
        DoubleLoops.apply(UnaryOp.ERF, t, a, n);
    }

    static void log(double[] t, double[] a, int n) {
        DoubleLoops.apply(UnaryOp.LOG, t, a, n);
    }
}
