package downhill.analysis.landscape;

/**
 * Where a contender was at some steps.
 *
 * @param id         of the contender
 * @param steps      rising
 * @param parameters [steps][P]
 */
public record ContenderPath(String id, long[] steps, double[][] parameters) {
    public ContenderPath {
        if (steps.length != parameters.length) {
            throw new IllegalArgumentException(steps.length + " steps and " + parameters.length + " points");
        }
    }

    /** Number of points. */
    public int size() {
        return steps.length;
    }
}
