package downhill.analysis.step;

import downhill.engine.graph.ParameterSlot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sizes of a step, for all parameters and for each named array. Norms are Euclidean.
 *
 * @param all    over the whole row
 * @param arrays in the order of the layout
 */
public record StepStatistics(Part all, List<Part> arrays) {
    public StepStatistics {
        arrays = List.copyOf(arrays);
    }

    /**
     * Sizes of some parameters' step.
     *
     * @param name          of the array; empty for all
     * @param parameterNorm ‖θ‖ before the step
     * @param gradientNorm  ‖g‖, g as the rule sees it
     * @param updateNorm    ‖Δθ‖
     * @param ratio         ‖Δθ‖ / ‖θ‖; NaN where all parameters are 0
     * @param medianRate    median of |Δθ| / |g| where g is not 0; NaN where all are
     * @param zeroGradients share of components whose gradient is exactly 0
     */
    public record Part(String name, double parameterNorm, double gradientNorm, double updateNorm, double ratio,
                       double medianRate, double zeroGradients) {
    }

    /** Measures a step. */
    public static StepStatistics of(StepRecord record) {
        Stream<Part> arrays = record.layout().slots().stream().map(slot -> part(record, slot.name(), positions(slot)));
        int[] every = new int[record.before().length];
        Arrays.setAll(every, i -> i);
        return new StepStatistics(part(record, "", every), arrays.toList());
    }

    private static int[] positions(ParameterSlot slot) {
        int[] positions = new int[slot.size()];
        Arrays.setAll(positions, slot::position);
        return positions;
    }

    private static Part part(StepRecord record, String name, int[] positions) {
        double theta = norm(record.before(), positions);
        double update = norm(record.changes(), positions);
        double[] gradient = picked(record.gradient().total(), positions);
        long zeros = Arrays.stream(gradient).filter(g -> g == 0).count();
        return new Part(name, theta, norm(record.gradient().total(), positions), update,
                theta == 0 ? Double.NaN : update / theta, median(picked(record.effectiveRates(), positions)),
                positions.length == 0 ? Double.NaN : (double) zeros / positions.length);
    }

    /** The values of one array, in row-major order; for histograms. */
    public static double[] values(double[] row, ParameterSlot slot) {
        return picked(row, positions(slot));
    }

    private static double[] picked(double[] row, int[] positions) {
        return Arrays.stream(positions).mapToDouble(i -> row[i]).toArray();
    }

    private static double norm(double[] row, int[] positions) {
        double squares = 0;
        for (int i : positions) {
            squares += row[i] * row[i];
        }
        return Math.sqrt(squares);
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
