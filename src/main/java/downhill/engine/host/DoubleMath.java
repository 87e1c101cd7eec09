package downhill.engine.host;

import downhill.expr.UnaryOp;

/** Transcendental functions in double: the definitions themselves, since double is chosen for exactness. */
final class DoubleMath {
    private DoubleMath() {
    }

    static void exp(double[] t, double[] a, int n) {
        DoubleLoops.apply(UnaryOp.EXP, t, a, n);
    }

    static void tanh(double[] t, double[] a, int n) {
        DoubleLoops.apply(UnaryOp.TANH, t, a, n);
    }

    static void sigmoid(double[] t, double[] a, int n) {
        DoubleLoops.apply(UnaryOp.SIGMOID, t, a, n);
    }

    static void softplus(double[] t, double[] a, int n) {
        DoubleLoops.apply(UnaryOp.SOFTPLUS, t, a, n);
    }

    static void erf(double[] t, double[] a, int n) {
        DoubleLoops.apply(UnaryOp.ERF, t, a, n);
    }

    static void log(double[] t, double[] a, int n) {
        DoubleLoops.apply(UnaryOp.LOG, t, a, n);
    }
}
