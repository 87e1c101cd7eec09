package downhill.analysis.explain.tree;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number between two others that is easily read. */
public final class RoundNumber {
    private static final int DIGITS = 17;

    private RoundNumber() {
    }

    /**
     * The number of fewest decimal digits in [low, high), of several the one nearest the middle: a bound that parts the two values as well
     * as any other.
     */
    public static double between(double low, double high) {
        double middle = low / 2 + high / 2;
        if (!Double.isFinite(middle)) {
            return low;
        }
        BigDecimal exact = new BigDecimal(middle);
        int first = exact.scale() - exact.precision() + 1;
        for (int places = first; places < first + DIGITS; places++) {
            double under = exact.setScale(places, RoundingMode.FLOOR).doubleValue();
            double over = exact.setScale(places, RoundingMode.CEILING).doubleValue();
            if (under >= low && under < high && (over >= high || middle - under <= over - middle)) {
                return under;
            }
            if (over < high) {
                return over;
            }
        }
        return low;
    }
}
