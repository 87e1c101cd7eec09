package downhill.analysis.sweep;

/**
 * What a rule does on the quadratic ½λx², started at x = 1, for each learning rate and curvature. Never written to.
 *
 * @param learningRates of the columns
 * @param curvatures    λ of the rows
 * @param steps         that each run was given
 * @param phases        [rows][columns]
 * @param amplitudes    largest |x| in the last quarter of the steps; infinite where it left all numbers
 * @param complete      false for a coarse one that a finer will follow
 */
public record PhasePlot(double[] learningRates, double[] curvatures, int steps, Phase[][] phases, double[][] amplitudes,
                        boolean complete) {
}
