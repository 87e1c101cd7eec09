package downhill.expr;

import java.util.Locale;

/** How the elements of a tensor, or of its rows or columns, become one number. */
public enum Reduction {
    /** Σ x. */
    SUM,
    /** Σ x / n. */
    MEAN,
    /** √Σ x², the Euclidean norm; of a matrix that of Frobenius. */
    NORM,
    /** The largest element. */
    LARGEST;

    /** The word that a formula calls it by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the elements from {@code from} on, {@code step} apart, {@code count} of them. */
    public double of(double[] values, int from, int step, int count) {
        double result = this == LARGEST ? Double.NEGATIVE_INFINITY : 0;
        for (int i = 0; i < count; i++) {
            double x = values[from + i * step];
            result = switch (this) {
                case SUM, MEAN -> result + x;
                case NORM -> result + x * x;
                case LARGEST -> Math.max(result, x);
            };
        }
        return finished(result, count);
    }

    private double finished(double result, int count) {
        return switch (this) {
            case MEAN -> result / count;
            case NORM -> Math.sqrt(result);
            default -> result;
        };
    }
}
