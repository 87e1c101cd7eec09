package downhill.analysis.curvature;

import java.util.List;

/** Where a contender stands to what its rule bears, told from its last gauges. */
public enum Edge {
    /** The rule has no limit of this kind. */
    NONE,
    /** Below the limit: steps along the steepest direction die away. */
    STABLE,
    /** At the limit: training neither leaves it nor goes beyond it (Cohen et al. 2021). */
    EDGE,
    /** Beyond the limit: steps along the steepest direction grow, and the loss rises unless a flatter place is found. */
    BEYOND;

    /** Gauges within it of 1 are at the edge. */
    public static final double NEAR = 0.1;
    /** So many of the last gauges are looked at; the edge swings around 1. */
    private static final int LAST = 5;

    /** @param gauges by increasing step; NaN where there is no limit */
    public static Edge of(List<Double> gauges) {
        double[] last = gauges.subList(Math.max(0, gauges.size() - LAST), gauges.size()).stream().mapToDouble(gauge -> gauge)
                .filter(gauge -> !Double.isNaN(gauge)).toArray();
        if (last.length == 0) {
            return NONE;
        }
        double mean = 0;
        for (double gauge : last) {
            mean += gauge / last.length;
        }
        if (last.length > 1 && Math.abs(mean - 1) <= NEAR) {
            return EDGE;
        }
        double now = last[last.length - 1];
        if (now > 1 + NEAR) {
            return BEYOND;
        }
        return now >= 1 - NEAR ? EDGE : STABLE;
    }
}
