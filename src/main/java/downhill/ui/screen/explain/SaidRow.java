package downhill.ui.screen.explain;

/**
 * What a model says of one row.
 *
 * @param place    of the row among those asked about, from 0
 * @param tableRow row of the table, from 0
 * @param actual   the number in the data, in the target's unit; or the index of the class
 * @param said     the number predicted; or the index of the class that is most probable, −1 where the outputs are not finite
 * @param error    predicted less actual, in the target's unit; or the probability, 0 to 1, that was not given to the true class
 */
record SaidRow(int place, int tableRow, double actual, double said, double error) {
    /** How far off it is; where nothing is known it comes last. */
    double off() {
        return Double.isNaN(error) ? -1 : Math.abs(error);
    }
}
