package downhill.data.split;

/**
 * One division of rows. Arrays are shared: do not write to them.
 *
 * @param repeat   which division of all rows it belongs to, from 0
 * @param number   which fold of that division, from 0
 * @param training rows learned from, ascending, at least one
 * @param held     rows held out, ascending, at least one
 */
public record Fold(int repeat, int number, int[] training, int[] held) {
}
