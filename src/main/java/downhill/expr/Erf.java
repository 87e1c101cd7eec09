package downhill.expr;

/**
 * The Gauss error function erf(x) = 2/√π ∫₀ˣ e^(−t²) dt in float64.
 *
 * <p>For |x| &lt; 3 the Maclaurin-type series 2/√π · e^(−x²) · Σ 2ⁿx^(2n+1)/(2n+1)!! (Abramowitz &amp; Stegun 7.1.6), whose
 * terms are all positive, so nothing cancels; beyond, Lentz's evaluation of the continued fraction of erfc (7.1.14).
 */
final class Erf {
    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private Erf() {
    }

    static double of(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double magnitude = Math.abs(x);
        double value = magnitude < 3 ? series(magnitude) : 1 - complementFraction(magnitude);
        return Math.copySign(value, x);
    }

    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-17; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
    }

    private static double complementFraction(double x) {
        if (x > 6) {
            return 0;
        }
        double fraction = x;
        for (int k = 60; k >= 1; k--) {
            fraction = x + k / 2.0 / fraction;
        }
        return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));
    }
}
