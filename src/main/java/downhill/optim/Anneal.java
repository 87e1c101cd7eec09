package downhill.optim;

/** The way from one number to another. */
final class Anneal {
    private Anneal() {
    }

    /** Along half a cosine; {@code part} 0 gives {@code from}, 1 gives {@code to}, 2 is back at {@code from}. */
    static double cosine(double from, double to, double part) {
        return to + (from - to) * (1 + Math.cos(Math.PI * part)) / 2;
    }
}
