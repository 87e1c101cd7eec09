package downhill.data;

/**
 * Data made by the program. Noise is the standard deviation of a Gaussian added to the target (line, polynomial) or to both
 * coordinates.
 */
public enum Generator {
    /** y = 2x + 1, x uniform in [−1, 1]. */
    LINE("Line"),
    /** y = 1 − 2x − 3x² + 4x³, x uniform in [−1, 1]. */
    POLYNOMIAL("Noisy polynomial"),
    /** Two classes by the sign of x·y in the square [−1, 1]². */
    XOR("XOR"),
    /** An inner circle of radius 0.5 within one of radius 1. */
    CIRCLES("Circles"),
    /** Two interleaved half circles. */
    MOONS("Moons"),
    /** Two arms that wind around each other for 1.75 turns. */
    SPIRAL("Spiral"),
    /** Three classes around the corners of a triangle. */
    BLOBS("Gaussian blobs");

    private final String title;

    Generator(String title) {
        this.title = title;
    }

    /** Name to show. */
    public String title() {
        return title;
    }

    /** Whether the target is a number. */
    public boolean isRegression() {
        return this == LINE || this == POLYNOMIAL;
    }
}
