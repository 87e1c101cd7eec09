package downhill.optim;

/**
 * A schedule in use: it keeps what a plateau schedule has observed. Other schedules have no memory and ignore observations.
 * Not safe for use by several threads.
 */
public final class ScheduleRun {
    /** torch.optim ignores reductions smaller than this. */
    private static final double LEAST_REDUCTION = 1e-8;

    private final Schedule schedule;
    private final double base;
    private final Schedule.ReduceOnPlateau plateau;
    /** Updates that a warm-up takes first; what is observed before they are done says nothing about the plateau. */
    private final long warmup;
    private double current;
    private double best = Double.POSITIVE_INFINITY;
    private int bad;

    /** A schedule at its beginning. */
    public ScheduleRun(Schedule schedule, double base) {
        this.schedule = schedule;
        this.base = base;
        this.plateau = plateauIn(schedule);
        this.warmup = warmupOf(schedule);
        this.current = base;
    }

    /** The learning rate of the update that has {@code index} updates before it. */
    public double learningRate(long index) {
        return plateau == null ? schedule.learningRate(base, index) : schedule.learningRate(current, index);
    }

    /**
     * Tells the loss that counts (of validation, or of an epoch). NaN counts as no improvement. A plateau schedule after a warm-up
     * begins anew where that ends, as every other does: it first hears the loss at that update.
     *
     * @param index updates done before it was measured
     */
    public void observe(double loss, long index) {
        if (plateau == null || index < warmup) {
            return;
        }
        if (loss < best * (1 - plateau.threshold()) || best == Double.POSITIVE_INFINITY && loss < best) {
            best = loss;
            bad = 0;
        } else if (++bad > plateau.patience()) {
            bad = 0;
            reduce();
        }
    }

    /** What {@link #restore} needs to go on from here: learning rate, best loss, observations without improvement. */
    public double[] state() {
        return new double[] {current, best, bad};
    }

    /** Goes back to an earlier {@link #state()}. */
    public void restore(double[] state) {
        current = state[0];
        best = state[1];
        bad = (int) state[2];
    }

    private void reduce() {
        double reduced = Math.max(current * plateau.factor(), plateau.minimum());
        if (current - reduced > LEAST_REDUCTION) {
            current = reduced;
        }
    }

    private static long warmupOf(Schedule schedule) {
        return schedule instanceof Schedule.LinearWarmup warmup ? warmup.steps() + warmupOf(warmup.then()) : 0;
    }

    private static Schedule.ReduceOnPlateau plateauIn(Schedule schedule) {
        if (schedule instanceof Schedule.LinearWarmup warmup) {
            return plateauIn(warmup.then());
        }
        return schedule instanceof Schedule.ReduceOnPlateau plateau ? plateau : null;
    }
}
