package downhill.cli.bench;

/**
 * What one size costs.
 *
 * @param size           what was measured
 * @param prepareSeconds from a table in memory to what is trained on
 * @param raceSeconds    of the race, its validations included
 * @param megabytes      most memory that the process had in RAM; NaN where the system does not tell
 * @param exponent       of the time of both by the axis, from the size before to this one; NaN for the first of an axis
 * @param failure        empty, or why there are no figures
 */
public record ScaleFigure(ScaleSize size, double prepareSeconds, double raceSeconds, double megabytes, double exponent, String failure) {
    /** The same beside a smaller one of its axis. */
    ScaleFigure after(ScaleFigure before) {
        double growth = size.along() / before.size.along();
        double times = (prepareSeconds + raceSeconds) / (before.prepareSeconds + before.raceSeconds);
        return new ScaleFigure(size, prepareSeconds, raceSeconds, megabytes, Math.log(times) / Math.log(growth), failure);
    }
}
