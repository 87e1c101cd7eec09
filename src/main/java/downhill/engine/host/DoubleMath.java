package downhill.engine.host;

import downhill.expr.UnaryOp;

/** What {@link FloatMath} is for float, in double: the definitions themselves, since double is chosen for exactness. */
final class DoubleMath {
    /** Beyond this tanh is 1 in double. */
    private static final double TANH_END = 19.1;
    /** 17!!, by which the coefficients are divided. */
    private static final double SCALE = 34459425;

    DoubleMath(int block) {
    }

    void exp(double[] t, double[] a, int n) {
        DoubleLoops.apply(UnaryOp.EXP, t, a, n);
    }

    static void tanh(double[] t, double[] a, int n) {
        DoubleLoops.apply(UnaryOp.TANH, t, a, n);
    }

    /** A function for answers of which nobody is promised the bits; null where it is no quicker than the definition. */
    static DoubleStep quick(UnaryOp op, double[] t, double[] a) {
        return switch (op) {
            case TANH -> n -> quickTanh(t, a, n);
            case SIGMOID -> n -> quickSigmoid(t, a, n);
            default -> null;
        };
    }

    /**
     * tanh for answers of which nobody is promised the bits: Lambert's continued fraction, nine terms of it, at a quarter of the argument,
     * then twice tanh 2x = 2 tanh x / (1 + tanh² x). Its relative error is below 1.2·10⁻¹⁵, the definition's below 0.3·10⁻¹⁵; without jumps
     * the loop becomes vector instructions, and takes a twentieth of the time.
     */
    static void quickTanh(double[] t, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = quickTanh(a[i]);
        }
    }

    private static double quickTanh(double argument) {
        double x = Math.max(-TANH_END, Math.min(TANH_END, argument)) * 0.25;
        double s = x * x;
        double p = x * (1 + s * (4729725 / SCALE + s * (135135 / SCALE + s * (990 / SCALE + s * (1 / SCALE)))));
        double q = 1 + s * (16216200 / SCALE + s * (945945 / SCALE + s * (13860 / SCALE + s * (45 / SCALE))));
        double u = 2 * p * q;
        double v = q * q + p * p;
        return 2 * u * v / (v * v + u * u);
    }

    /** The same of σ(x) = ½ + ½ tanh ½x; it is off by 7·10⁻¹⁶ at most, which is more of itself where it is near 0. */
    static void quickSigmoid(double[] t, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = 0.5 + 0.5 * quickTanh(0.5 * a[i]);
        }
    }

    /** By one exponential, to the bit as it is defined. */
    void sigmoid(double[] t, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            double e = Math.exp(-Math.abs(a[i]));
            t[i] = (a[i] >= 0 ? 1 : e) / (1 + e);
        }
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
