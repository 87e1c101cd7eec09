package downhill.race.history;

import downhill.words.Said;

/**
 * Values at some steps as they stood at one moment; never written to.
 *
 * @param steps  rising
 * @param values as many
 */
public record SavedPoints(double[] steps, double[] values) {
    /** Throws {@link IllegalArgumentException} where the steps do not rise. */
    void check() {
        boolean rising = steps.length == values.length;
        for (int i = 1; rising && i < steps.length; i++) {
            rising = steps[i] > steps[i - 1];
        }
        SavedHistory.require(rising, Said.of("history.order"));
    }
}
