package downhill.analysis.explain.local;

import java.util.List;

/**
 * A row that is nearly the same and gets the answer wished for.
 *
 * @param row     raw values of it
 * @param changes what differs, the largest change first
 * @param answer  [outputs] to it
 * @param size    sum of the changes in standard deviations of the background; a label counts 1
 * @param nearest how far the nearest row of the background is, by {@link Nearness}
 */
public record Counterfactual(double[] row, List<Change> changes, double[] answer, double size, double nearest) {
    public Counterfactual {
        changes = List.copyOf(changes);
    }

    /**
     * A value that differs.
     *
     * @param field index of the field
     * @param size  how far, in standard deviations of the background
     */
    public record Change(int field, double from, double to, double size) {
    }
}
