package downhill.analysis.landscape;

import downhill.data.CounterRandom;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;

/**
 * Two random directions through a reference point, normalised filter by filter (Li et al. 2018, Visualizing the Loss Landscape
 * of Neural Nets, section 4): each filter of a direction has the length of the same filter of the reference, so that pictures
 * of networks of different scale can be compared. A filter is what feeds one output: one column of a weight [in][out], one
 * first index of a convolution [out][in][height][width]; a bias or gain as a whole counts as one.
 *
 * @param reference [P], where (0, 0) is
 * @param seed      of the two directions
 */
public record RandomPlane(double[] reference, long seed, PlaneSpan span) implements Plane {
    private static final long PURPOSE = 1001;
    private static final int CONVOLUTION_AXES = 4;

    /** The plane of a seed through a point. */
    public static RandomPlane of(ParameterLayout layout, double[] reference, long seed) {
        PlaneSpan span = new PlaneSpan(reference.clone(), direction(layout, reference, seed, 0), direction(layout, reference, seed, 1));
        return new RandomPlane(reference, seed, span);
    }

    private static double[] direction(ParameterLayout layout, double[] reference, long seed, int which) {
        double[] direction = new double[layout.count()];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = CounterRandom.gaussian(seed, PURPOSE + which, i);
        }
        for (ParameterSlot slot : layout.slots()) {
            for (int filter = 0; filter < filters(slot); filter++) {
                normalise(slot, filter, direction, reference);
            }
        }
        return direction;
    }

    private static int filters(ParameterSlot slot) {
        int axes = slot.shape().length;
        if (axes < 2) {
            return 1;
        }
        return axes == CONVOLUTION_AXES ? slot.shape()[0] : slot.shape()[axes - 1];
    }

    /** Row-major place of the i-th element of a filter. */
    private static int element(ParameterSlot slot, int filter, int i) {
        int filters = filters(slot);
        return slot.shape().length == CONVOLUTION_AXES ? filter * (slot.size() / filters) + i : i * filters + filter;
    }

    private static void normalise(ParameterSlot slot, int filter, double[] direction, double[] reference) {
        int size = slot.size() / filters(slot);
        double own = 0;
        double wanted = 0;
        for (int i = 0; i < size; i++) {
            int at = slot.position(element(slot, filter, i));
            own += direction[at] * direction[at];
            wanted += reference[at] * reference[at];
        }
        double factor = own == 0 ? 0 : Math.sqrt(wanted / own);
        for (int i = 0; i < size; i++) {
            direction[slot.position(element(slot, filter, i))] *= factor;
        }
    }
}
