package downhill.data.prepare;

/**
 * A sum of squares that neither overflows nor loses what is small: Σ v² = unit² · sum. As long as the plain sum is an ordinary number the
 * unit is 1 and the sum the plain one, bit for bit; else the unit is the largest |v|.
 */
public record Squares(double unit, double sum) {
    /** Squares below this have lost digits, or all of them. */
    private static final double SMALLEST = 1e-280;
    private static final double LARGEST = 1e300;

    /** Of these numbers; NaN or an infinity among them makes the sum such, too. */
    public static Squares of(double... values) {
        double plain = 0;
        double largest = 0;
        for (double value : values) {
            plain += value * value;
            largest = Math.max(largest, Math.abs(value));
        }
        boolean ordinary = plain >= SMALLEST && plain <= LARGEST;
        return ordinary || largest == 0 || !Double.isFinite(largest) ? new Squares(1, plain) : scaled(values, largest);
    }

    private static Squares scaled(double[] values, double unit) {
        double sum = 0;
        for (double value : values) {
            sum += value / unit * (value / unit);
        }
        return new Squares(unit, sum);
    }

    /** √(Σ v² / n). */
    public double root(int n) {
        return unit == 1 ? Math.sqrt(sum / n) : unit * Math.sqrt(sum / n);
    }

    /** Σ v² / n; infinite where no number is so large. */
    public double mean(int n) {
        return unit == 1 ? sum / n : unit * (sum / n) * unit;
    }

    /** This sum divided by another. */
    public double over(Squares other) {
        return unit == other.unit ? sum / other.sum : sum / other.sum * (unit / other.unit) * (unit / other.unit);
    }

    /** 1 − residual / total, the coefficient of determination; NaN where the total is 0. */
    public static double r2(double[] residuals, double[] deviations) {
        Squares total = of(deviations);
        return total.sum > 0 ? 1 - of(residuals).over(total) : Double.NaN;
    }
}
