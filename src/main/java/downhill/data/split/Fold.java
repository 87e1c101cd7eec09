package downhill.data.split;

import java.util.List;

/**
 * One division of rows. Arrays are shared: do not write to them.
 *
 * @param repeat   which division of all rows it belongs to, from 0
 * @param number   which fold of that division, from 0
 * @param training rows learned from, ascending, at least one
 * @param held     rows held out, ascending, at least one
 */
public record Fold(int repeat, int number, int[] training, int[] held) {
    /** Held out rows for each training row, mean over the folds: how much of what one fold tells, another has told. */
    public static double ratio(List<Fold> folds) {
        return folds.stream().mapToDouble(fold -> (double) fold.held.length / fold.training.length).average().orElse(Double.NaN);
    }
}
