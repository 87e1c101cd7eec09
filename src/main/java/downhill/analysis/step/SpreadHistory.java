package downhill.analysis.step;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How weights and gradients are spread over the run: a histogram for each of some steps, all of one array in the same bars.
 *
 * @param names     of what is counted: first empty for all parameters, then each array in the order of the layout
 * @param steps     updates done, increasing
 * @param weights   for each name
 * @param gradients for each name; the gradient as the rule sees it, of the batch of that step
 */
public record SpreadHistory(List<String> names, double[] steps, List<Spread> weights, List<Spread> gradients) {
    /** Bars of each histogram. */
    public static final int BARS = 41;

    public SpreadHistory {
        names = List.copyOf(names);
        weights = List.copyOf(weights);
        gradients = List.copyOf(gradients);
    }

    /**
     * Histograms over the run.
     *
     * @param low    lower end of the first bar
     * @param high   upper end of the last bar
     * @param shares [step][bar] of the array's numbers, 0 to 1; numbers that are not finite are in no bar
     */
    public record Spread(double low, double high, double[][] shares) {
        static Spread of(double[][] values, int[] positions) {
            double[] ends = ends(values, positions);
            double[][] shares = new double[values.length][];
            for (int i = 0; i < values.length; i++) {
                double[] row = values[i];
                int[] counts = ValueHistogram.of(Arrays.stream(positions).mapToDouble(at -> row[at]).toArray(), BARS, ends[0], ends[1])
                        .counts();
                shares[i] = Arrays.stream(counts).mapToDouble(count -> (double) count / Math.max(1, positions.length)).toArray();
            }
            return new Spread(ends[0], ends[1], shares);
        }

        private static double[] ends(double[][] values, int[] positions) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[] row : values) {
                for (int at : positions) {
                    low = Double.isFinite(row[at]) ? Math.min(low, row[at]) : low;
                    high = Double.isFinite(row[at]) ? Math.max(high, row[at]) : high;
                }
            }
            double only = low <= high ? low : 0;
            return low < high ? new double[] {low, high} : new double[] {only - 0.5, only + 0.5};
        }
    }

    /**
     * Counts.
     *
     * @param steps     updates done, increasing
     * @param weights   [steps][P]
     * @param gradients [steps][P]
     */
    public static SpreadHistory of(ParameterLayout layout, double[] steps, double[][] weights, double[][] gradients) {
        List<String> names = new ArrayList<>(List.of(""));
        List<int[]> positions = new ArrayList<>();
        int[] every = new int[layout.count()];
        Arrays.setAll(every, i -> i);
        positions.add(every);
        for (ParameterSlot slot : layout.slots()) {
            names.add(slot.name());
            int[] own = new int[slot.size()];
            Arrays.setAll(own, slot::position);
            positions.add(own);
        }
        return new SpreadHistory(names, steps, positions.stream().map(some -> Spread.of(weights, some)).toList(),
                positions.stream().map(some -> Spread.of(gradients, some)).toList());
    }
}
