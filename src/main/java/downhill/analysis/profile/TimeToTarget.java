package downhill.analysis.profile;

import downhill.words.Said;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * How long runs take to a target (Dahl et al. 2023, "Benchmarking neural network training algorithms"): the first look at which a score is
 * as good, whatever becomes of it later.
 *
 * @param times   of each run, in steps or in what they were {@link #in scaled to}; infinite for one that never is
 * @param reached at each look the share of runs that were
 * @param places  of the looks, in the unit of {@code times}
 */
public record TimeToTarget(double[] times, double[] reached, double[] places) {

    /**
     * Of one contender, in steps.
     *
     * @param contender its place in the progression
     * @param target    that a score must be as good as
     */
    public static TimeToTarget of(Progression progression, int contender, double target, boolean higherIsBetter) {
        double[] steps = progression.steps();
        double[] times = Arrays.stream(progression.scores()[contender]).mapToDouble(run -> first(run, steps, target, higherIsBetter))
                .toArray();
        double[] reached = Arrays.stream(steps)
                .map(step -> Arrays.stream(times).filter(time -> time <= step).count() / (double) times.length).toArray();
        return new TimeToTarget(times, reached, steps);
    }

    private static double first(double[] run, double[] steps, double target, boolean higherIsBetter) {
        for (int i = 0; i < run.length; i++) {
            if (higherIsBetter ? run[i] >= target : run[i] <= target) {
                return steps[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** In gradient evaluations or seconds: so many to a step. */
    public TimeToTarget in(double perStep) {
        return new TimeToTarget(Arrays.stream(times).map(time -> time * perStep).toArray(), reached,
                Arrays.stream(places).map(place -> place * perStep).toArray());
    }

    /** By which half of the runs are there; infinite where less than half ever are. Of an even number the later of the middle two. */
    public double median() {
        double[] rising = times.clone();
        Arrays.sort(rising);
        return rising.length == 0 ? Double.NaN : rising[rising.length / 2];
    }

    /**
     * A sentence on it; of times in steps.
     *
     * @param target that was to be reached, as a person reads it
     * @param cost   of a step
     */
    public Said said(String name, String target, StepCost cost) {
        double median = median();
        if (!Double.isFinite(median)) {
            long there = Arrays.stream(times).filter(Double::isFinite).count();
            return Said.of("reach.never", name, Said.count(there), Said.count(times.length), target);
        }
        String step = Said.count(Math.round(median));
        String gradients = Said.count(Math.round(median * cost.gradients()));
        return Double.isNaN(cost.seconds()) ? Said.of("reach.steps", name, target, step, gradients)
                : Said.of("reach.said", name, target, step, gradients, brief(median * cost.seconds()));
    }

    private static String brief(double seconds) {
        return new BigDecimal(seconds).round(new MathContext(2)).stripTrailingZeros().toPlainString();
    }
}
