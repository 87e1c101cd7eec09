package downhill.optim;

/**
 * How the learning rate changes with the steps. The formulas are the closed forms of {@code torch.optim.lr_scheduler}, one
 * scheduler step for each update.
 *
 * <p>What numbers are legal is declared by {@link ScheduleForm}; others are refused by an {@link IllegalArgumentException} of one sentence.
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
            ScheduleForm.EXPONENTIAL.check("gamma", gamma);
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
            ScheduleForm.INVERSE_TIME.check("decay", decay);
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
            ScheduleForm.STEP.check("stepSize", stepSize);
            ScheduleForm.STEP.check("gamma", gamma);
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
            ScheduleForm.COSINE.check("period", period);
            ScheduleForm.COSINE.check("minimum", minimum);
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
            ScheduleForm.COSINE_RESTARTS.check("period", period);
            ScheduleForm.COSINE_RESTARTS.check("multiplier", multiplier);
            ScheduleForm.COSINE_RESTARTS.check("minimum", minimum);
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
            ScheduleForm.LINEAR_WARMUP.check("startFactor", startFactor);
            ScheduleForm.LINEAR_WARMUP.check("steps", steps);
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
            ScheduleForm.POLYNOMIAL.check("steps", steps);
            ScheduleForm.POLYNOMIAL.check("power", power);
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
            ScheduleForm.ONE_CYCLE.check("steps", steps);
            ScheduleForm.ONE_CYCLE.check("warmup", warmup);
            ScheduleForm.ONE_CYCLE.check("divisor", divisor);
            ScheduleForm.ONE_CYCLE.check("finalDivisor", finalDivisor);
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
            ScheduleForm.REDUCE_ON_PLATEAU.check("factor", factor);
            ScheduleForm.REDUCE_ON_PLATEAU.check("patience", patience);
            ScheduleForm.REDUCE_ON_PLATEAU.check("threshold", threshold);
            ScheduleForm.REDUCE_ON_PLATEAU.check("minimum", minimum);
        }

        @Override
        public double learningRate(double base, long index) {
            return base;
        }
    }
}
