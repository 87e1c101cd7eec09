package downhill.setting;

/** A range of numbers of which either end may be left out. */
public record Interval(double low, boolean lowOpen, double high, boolean highOpen) {
    /** Any finite number. */
    public static final Interval ANY = new Interval(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

    /** Any finite number from 0 up. */
    public static final Interval NON_NEGATIVE = new Interval(0, false, Double.POSITIVE_INFINITY, true);

    /** Any finite number above 0. */
    public static final Interval ABOVE_ZERO = new Interval(0, true, Double.POSITIVE_INFINITY, true);

    /** The range with both ends. */
    public static Interval closed(double low, double high) {
        return new Interval(low, false, high, false);
    }

    /** Whether the range holds {@code value}; never for NaN. */
    public boolean contains(double value) {
        return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
    }

    /** Whether it has both ends and holds them. */
    public boolean isClosed() {
        return !lowOpen && !highOpen && Double.isFinite(low) && Double.isFinite(high);
    }

    /** Mathematical notation, such as [0, 1). */
    @Override
    public String toString() {
        return (lowOpen ? "(" : "[") + NumberText.of(low) + ", " + NumberText.of(high) + (highOpen ? ")" : "]");
    }
}
