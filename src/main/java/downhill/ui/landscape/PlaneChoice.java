package downhill.ui.landscape;

/**
 * Which plane through parameter space is looked at.
 *
 * @param kind   how it is found
 * @param first  index of the horizontal parameter of a pair
 * @param second index of the vertical one, another than the first
 * @param seed   of random directions
 */
public record PlaneChoice(Kind kind, int first, int second, long seed) {
    /** How a plane is found. */
    public enum Kind {
        /** The plane nearest to all paths: their joint principal components. */
        PRINCIPAL,
        /** Two parameters by name. */
        PAIR,
        /** Two random directions, normalised filter by filter. */
        RANDOM
    }

    /** What is looked at first. */
    public static final PlaneChoice START = new PlaneChoice(Kind.PRINCIPAL, 0, 1, 1);

    /** Another way to find it. */
    public PlaneChoice of(Kind other) {
        return new PlaneChoice(other, first, second, seed);
    }

    /** Another horizontal parameter; the two change places where it is the vertical one. */
    public PlaneChoice across(int index) {
        return new PlaneChoice(kind, index, index == second ? first : second, seed);
    }

    /** Another vertical parameter; the two change places where it is the horizontal one. */
    public PlaneChoice up(int index) {
        return new PlaneChoice(kind, index == first ? second : first, index, seed);
    }

    /** Other random directions. */
    public PlaneChoice next() {
        return new PlaneChoice(kind, first, second, seed + 1);
    }
}
