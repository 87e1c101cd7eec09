package downhill.model;

import java.util.List;

/** What is asked of the sizes of any model. */
final class Sizes {
    /** Layers, blocks, convolutions: more are a slip of the hand, and each costs time before the first step. */
    static final int MAX_LAYERS = 1_000;

    private Sizes() {
    }

    static void widths(String what, List<Integer> widths) {
        widths.forEach(width -> positive("the width of a " + what, width));
    }

    static void layers(String what, int number) {
        positive(what, number);
        atMost(what, number);
    }

    static void atMost(String what, int number) {
        require(number <= MAX_LAYERS, what + " must be at most " + MAX_LAYERS + ", not " + number);
    }

    static void positive(String what, int number) {
        require(number >= 1, what + " must be at least 1, not " + number);
    }

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new ModelException(message);
        }
    }
}
