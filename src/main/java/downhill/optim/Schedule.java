package downhill.optim;

import downhill.words.Said;

/**
 * How the learning rate changes with the steps. The formulas are the closed forms of {@code torch.optim.lr_scheduler}, one
 * scheduler step for each update.
 *
 * <p>Illegal numbers are refused by an {@link IllegalArgumentException} of one sentence.
 */
public sealed interface Schedule {
    /** The learning rate as it is. */
    Schedule CONSTANT = new Constant();

    /**
     * The learning rate of an update.
     *
     * @param base  learning rate chosen by the user
     * @param index updates done before, from 0
     */
    double learningRate(double base, long index);

    /** Whether the base no longer matters: from the update with {@code index} updates before it on the rate is the same whatever it is. */
    default boolean isSpent(long index) {
        return false;
    }

    /** base. */
    record Constant() implements Schedule {
        @Override
        public double learningRate(double base, long index) {
            return base;
        }
    }

    /** base·γⁱ: also the articles' decay of the learning rate at each iteration. γ above 0. */
    record Exponential(double gamma) implements Schedule {
        /** Checks γ. */
        public Exponential {
            NumberChecks.positive(gamma, Said.of("schedule.exponential.factor"));
        }

        @Override
        public double learningRate(double base, long index) {
            return base * Math.pow(gamma, index);
        }
    }

    /** base / (1 + decay·i), the older Keras decay. */
    record InverseTime(double decay) implements Schedule {
        /** Checks the decay. */
        public InverseTime {
            NumberChecks.notNegative(decay, Said.of("schedule.inverse.decay"));
        }

        @Override
        public double learningRate(double base, long index) {
            return base / (1 + decay * index);
        }
    }

    /** Multiplied by γ every {@code stepSize} updates. */
    record Step(int stepSize, double gamma) implements Schedule {
        /** Checks both. */
        public Step {
            NumberChecks.atLeast(stepSize, 1, Said.of("schedule.step.size"));
            NumberChecks.positive(gamma, Said.of("schedule.step.factor"));
        }

        @Override
        public double learningRate(double base, long index) {
            return base * Math.pow(gamma, index / stepSize);
        }
    }

    /** From base down to {@code minimum} along half a cosine of {@code period} updates, then up again, and so on. */
    record Cosine(int period, double minimum) implements Schedule {
        /** Checks both. */
        public Cosine {
            NumberChecks.atLeast(period, 1, Said.of("schedule.the.cosine.period"));
            NumberChecks.notNegative(minimum, Said.of("schedule.the.cosine.minimum"));
        }

        @Override
        public double learningRate(double base, long index) {
            return Anneal.cosine(base, minimum, (double) (index % (2L * period)) / period);
        }
    }

    /** Cosine with warm restarts (Loshchilov &amp; Hutter 2017, eq. 5): each period is {@code multiplier} times the one before. */
    record CosineRestarts(int period, int multiplier, double minimum) implements Schedule {
        /** Checks all three. */
        public CosineRestarts {
            NumberChecks.atLeast(period, 1, Said.of("schedule.restarts.period"));
            NumberChecks.atLeast(multiplier, 1, Said.of("schedule.restarts.multiplier"));
            NumberChecks.notNegative(minimum, Said.of("schedule.restarts.minimum"));
        }

        @Override
        public double learningRate(double base, long index) {
            long length = period;
            long into = multiplier == 1 ? index % length : index;
            while (into >= length) {
                into -= length;
                length *= multiplier;
            }
            return Anneal.cosine(base, minimum, (double) into / length);
        }
    }

    /** From {@code startFactor}·base in a straight line to base at update {@code steps}; from there on {@code then}, begun anew. */
    record LinearWarmup(double startFactor, int steps, Schedule then) implements Schedule {
        /** Checks the numbers. */
        public LinearWarmup {
            NumberChecks.within(startFactor, 0, 1, Said.of("schedule.warmup.start"));
            NumberChecks.atLeast(steps, 1, Said.of("schedule.warmup.steps"));
        }

        @Override
        public double learningRate(double base, long index) {
            if (index >= steps) {
                return then.learningRate(base, index - steps);
            }
            return base * (startFactor + (1 - startFactor) * index / steps);
        }

        @Override
        public boolean isSpent(long index) {
            return index >= steps && then.isSpent(index - steps);
        }
    }

    /** base·(1 − i/steps)^power, 0 from update {@code steps} on. */
    record Polynomial(int steps, double power) implements Schedule {
        /** Checks both. */
        public Polynomial {
            NumberChecks.atLeast(steps, 1, Said.of("schedule.the.polynomial.steps"));
            NumberChecks.positive(power, Said.of("schedule.the.polynomial.power"));
        }

        @Override
        public double learningRate(double base, long index) {
            return base * Math.pow(1 - (double) Math.min(index, steps) / steps, power);
        }

        @Override
        public boolean isSpent(long index) {
            return index >= steps;
        }
    }

    /**
     * One cycle (Smith &amp; Topin 2018) with cosine annealing: from base/divisor up to base in the first {@code warmup} part of
     * {@code steps} updates, then down to base/(divisor·finalDivisor), where it stays. Only the learning rate is cycled, not the momentum.
     */
    record OneCycle(int steps, double warmup, double divisor, double finalDivisor) implements Schedule {
        /** Checks all four. */
        public OneCycle {
            NumberChecks.atLeast(steps, 2, Said.of("schedule.cycle.steps"));
            NumberChecks.within(warmup, 0, 1, Said.of("schedule.cycle.warmup"));
            NumberChecks.positive(divisor, Said.of("schedule.cycle.divisor"));
            NumberChecks.positive(finalDivisor, Said.of("schedule.cycle.final"));
        }

        @Override
        public double learningRate(double base, long index) {
            double at = Math.min(index, steps - 1);
            double top = warmup * steps - 1;
            double first = base / divisor;
            if (at <= top && top > 0) {
                return Anneal.cosine(first, base, at / top);
            }
            return Anneal.cosine(base, first / finalDivisor, (at - top) / (steps - 1 - top));
        }
    }

    /**
     * Multiplied by {@code factor} when the loss has not fallen by the relative {@code threshold} below its best for more than
     * {@code patience} observations; never below {@code minimum}. It depends on what it observes: run it by {@link ScheduleRun}. By
     * itself it gives base.
     */
    record ReduceOnPlateau(double factor, int patience, double threshold, double minimum) implements Schedule {
        /** Checks all four. */
        public ReduceOnPlateau {
            NumberChecks.require(factor > 0 && factor < 1, Said.of("schedule.plateau.factor"), factor, Said.of("wanted.between"));
            NumberChecks.atLeast(patience, 0, Said.of("schedule.plateau.patience"));
            NumberChecks.within(threshold, 0, 1, Said.of("schedule.plateau.threshold"));
            NumberChecks.notNegative(minimum, Said.of("schedule.plateau.minimum"));
        }

        @Override
        public double learningRate(double base, long index) {
            return base;
        }
    }
}
