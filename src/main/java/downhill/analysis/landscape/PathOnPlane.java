package downhill.analysis.landscape;

/**
 * A path as seen on a plane, and how honest that view is. All arrays have one entry for each step.
 *
 * @param id        of the contender
 * @param steps     rising
 * @param a         coordinates of the nearest points of the plane
 * @param b         likewise
 * @param distance  Euclidean distance from the plane
 * @param trueLoss  loss where the contender really is
 * @param planeLoss loss at the nearest point of the plane
 */
public record PathOnPlane(String id, long[] steps, double[] a, double[] b, double[] distance, double[] trueLoss,
                          double[] planeLoss) {
    /** How much higher the true loss is than the picture shows; negative where it is lower. */
    public double gap(int i) {
        return trueLoss[i] - planeLoss[i];
    }

    /** The largest gap of all points, by size; NaN where no gap is finite. */
    public double largestGap() {
        double largest = Double.NaN;
        for (int i = 0; i < steps.length; i++) {
            double gap = Math.abs(gap(i));
            if (Double.isFinite(gap) && !(gap <= largest)) {
                largest = gap;
            }
        }
        return largest;
    }
}
