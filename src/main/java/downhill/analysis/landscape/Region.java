package downhill.analysis.landscape;

import downhill.words.RefusedException;
import downhill.words.Said;

/** A rectangle of a plane, bounds included, low below high and finite. */
public record Region(double aLow, double aHigh, double bLow, double bHigh) {
    public Region {
        if (!(aLow < aHigh && bLow < bHigh) || !Double.isFinite(aHigh - aLow) || !Double.isFinite(bHigh - bLow)) {
            throw new RefusedException(Said.of("region.bounds", aLow, aHigh, bLow, bHigh));
        }
    }

    /** Both coordinates from −half to half. */
    public static Region square(double half) {
        return new Region(-half, half, -half, half);
    }

    /**
     * Around all finite points, with a margin. A direction in which they hardly spread gets a tenth of the other's extent, and
     * if there is none, 1.
     *
     * @param points pairs {a, b}
     * @param margin part of the extent added on each side, such as 0.15
     */
    public static Region around(Iterable<double[]> points, double margin) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double[] point : points) {
            for (int axis = 0; axis < 2 && Double.isFinite(point[0]) && Double.isFinite(point[1]); axis++) {
                low[axis] = Math.min(low[axis], point[axis]);
                high[axis] = Math.max(high[axis], point[axis]);
            }
        }
        if (low[0] > high[0]) {
            return square(1);
        }
        double largest = Math.max(high[0] - low[0], high[1] - low[1]);
        double least = largest > 0 ? largest / 10 : 1;
        double[] half = {half(low[0], high[0], least, margin), half(low[1], high[1], least, margin)};
        double a = low[0] / 2 + high[0] / 2;
        double b = low[1] / 2 + high[1] / 2;
        return new Region(a - half[0], a + half[0], b - half[1], b + half[1]);
    }

    private static double half(double low, double high, double least, double margin) {
        return Math.max(high - low, least) * (0.5 + margin);
    }

    /** The same shape with a point kept in its place; a factor above 1 shows less. */
    public Region zoom(double factor, double a, double b) {
        return new Region(a + (aLow - a) / factor, a + (aHigh - a) / factor, b + (bLow - b) / factor, b + (bHigh - b) / factor);
    }

    /** The i-th of {@code count} equally spaced values, both ends included. */
    double a(int i, int count) {
        return i == count - 1 ? aHigh : aLow + (aHigh - aLow) * i / (count - 1);
    }

    double b(int i, int count) {
        return i == count - 1 ? bHigh : bLow + (bHigh - bLow) * i / (count - 1);
    }

    /** Whether a point lies inside. */
    public boolean contains(double a, double b) {
        return a >= aLow && a <= aHigh && b >= bLow && b <= bHigh;
    }
}
