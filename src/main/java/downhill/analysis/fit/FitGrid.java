package downhill.analysis.fit;

/**
 * A model's prediction over two features.
 *
 * @param across feature of the columns
 * @param up     feature of the rows
 * @param values [rows][columns], row 0 at the low end of {@code up}: in regression the prediction in the target's own units, else
 *               the index of the most probable class (−1 where the model gives no number)
 * @param sure   [rows][columns] probability of that class; NaN in regression
 */
public record FitGrid(FeatureAxis across, FeatureAxis up, double[][] values, double[][] sure) {
}
