package downhill.analysis.fit;

/**
 * A model's prediction over one feature.
 *
 * @param axis   the feature
 * @param x      its values, in the units of the file
 * @param values in regression one row of predictions in the target's own units, else one row of probabilities for each class
 */
public record FitCurve(FeatureAxis axis, double[] x, double[][] values) {
}
