package downhill.optim;

/** Refuses numbers for which something is not defined, in one sentence. */
public final class Checks {
    private Checks() {
    }

    static void positive(double value, String name) {
        require(value > 0 && Double.isFinite(value), name, value, "above 0");
    }

    static void notNegative(double value, String name) {
        require(value >= 0 && Double.isFinite(value), name, value, "0 or more");
    }

    static void atLeast(double value, double least, String name) {
        require(value >= least && Double.isFinite(value), name, value, Numbers.text(least) + " or more");
    }

    static void within(double value, double low, double high, String name) {
        require(value >= low && value <= high, name, value, "from " + Numbers.text(low) + " to " + Numbers.text(high));
    }

    static void require(boolean holds, String name, double value, String wanted) {
        if (!holds) {
            throw new IllegalArgumentException("The " + name + " must be " + wanted + "; it is " + Numbers.text(value) + ".");
        }
    }
}
