package downhill.ui.screen.contenders;

import downhill.optim.Schedule;

/** Schedules to choose from, each with two numbers at most, and each after a warm-up or without one. */
enum ScheduleKind {
    CONSTANT, EXPONENTIAL, INVERSE_TIME, STEP, COSINE, COSINE_RESTARTS, POLYNOMIAL, ONE_CYCLE, PLATEAU, OTHER;

    /** What the form can say exactly; anything else is {@link #OTHER} and stays as it is. */
    static ScheduleKind of(Schedule schedule) {
        Schedule main = main(schedule);
        ScheduleKind kind = byType(main);
        boolean exact = kind.schedule(steps(main, 1), factor(main, 1), main).equals(main);
        return exact ? kind : OTHER;
    }

    /** Whether the learning rate stays as it is chosen. */
    static boolean isConstant(Schedule schedule) {
        return schedule instanceof Schedule.Constant;
    }

    /** Steps of the warm-up before it; 0 for none. */
    static int warmup(Schedule schedule) {
        return schedule instanceof Schedule.LinearWarmup warmup && warmup.startFactor() == 0 ? warmup.steps() : 0;
    }

    /** What follows the warm-up, or the schedule itself. */
    static Schedule main(Schedule schedule) {
        return warmup(schedule) > 0 ? ((Schedule.LinearWarmup) schedule).then() : schedule;
    }

    /** The schedule after so many steps of warm-up. */
    static Schedule after(int warmup, Schedule main) {
        return warmup == 0 ? main : new Schedule.LinearWarmup(0, warmup, main);
    }

    private static ScheduleKind byType(Schedule schedule) {
        return schedule instanceof Schedule.Constant ? CONSTANT
                : schedule instanceof Schedule.Exponential ? EXPONENTIAL
                : schedule instanceof Schedule.InverseTime ? INVERSE_TIME
                : schedule instanceof Schedule.Step ? STEP
                : schedule instanceof Schedule.Cosine ? COSINE
                : schedule instanceof Schedule.CosineRestarts ? COSINE_RESTARTS
                : schedule instanceof Schedule.Polynomial ? POLYNOMIAL
                : schedule instanceof Schedule.OneCycle ? ONE_CYCLE
                : schedule instanceof Schedule.ReduceOnPlateau ? PLATEAU : OTHER;
    }

    /** The schedule of this kind with its number of steps and its factor; {@code kept} where the kind is OTHER. */
    Schedule schedule(int steps, double factor, Schedule kept) {
        return switch (this) {
            case CONSTANT -> Schedule.CONSTANT;
            case EXPONENTIAL -> new Schedule.Exponential(factor);
            case INVERSE_TIME -> new Schedule.InverseTime(factor);
            case STEP -> new Schedule.Step(steps, factor);
            case COSINE -> new Schedule.Cosine(steps, 0);
            case COSINE_RESTARTS -> new Schedule.CosineRestarts(steps, (int) Math.max(1, Math.round(factor)), 0);
            case POLYNOMIAL -> new Schedule.Polynomial(steps, factor);
            case ONE_CYCLE -> new Schedule.OneCycle(Math.max(2, steps), 0.3, 25, 1e4);
            case PLATEAU -> new Schedule.ReduceOnPlateau(Math.min(0.99, factor), steps, 1e-4, 0);
            case OTHER -> kept;
        };
    }

    boolean hasSteps() {
        return this == STEP || this == COSINE || this == COSINE_RESTARTS || this == POLYNOMIAL || this == ONE_CYCLE || this == PLATEAU;
    }

    boolean hasFactor() {
        return this == EXPONENTIAL || this == INVERSE_TIME || this == STEP || this == COSINE_RESTARTS || this == POLYNOMIAL || this == PLATEAU;
    }

    double defaultFactor() {
        return switch (this) {
            case EXPONENTIAL -> 0.999;
            case INVERSE_TIME -> 0.001;
            case POLYNOMIAL -> 1;
            case COSINE_RESTARTS -> 2;
            default -> 0.5;
        };
    }

    static int steps(Schedule schedule, int otherwise) {
        return schedule instanceof Schedule.Step step ? step.stepSize()
                : schedule instanceof Schedule.Cosine cosine ? cosine.period()
                : schedule instanceof Schedule.CosineRestarts restarts ? restarts.period()
                : schedule instanceof Schedule.Polynomial polynomial ? polynomial.steps()
                : schedule instanceof Schedule.OneCycle cycle ? cycle.steps()
                : schedule instanceof Schedule.ReduceOnPlateau plateau ? Math.max(1, plateau.patience()) : otherwise;
    }

    static double factor(Schedule schedule, double otherwise) {
        return schedule instanceof Schedule.Exponential exponential ? exponential.gamma()
                : schedule instanceof Schedule.InverseTime inverse ? inverse.decay()
                : schedule instanceof Schedule.Step step ? step.gamma()
                : schedule instanceof Schedule.CosineRestarts restarts ? restarts.multiplier()
                : schedule instanceof Schedule.Polynomial polynomial ? polynomial.power()
                : schedule instanceof Schedule.ReduceOnPlateau plateau ? plateau.factor() : otherwise;
    }
}
