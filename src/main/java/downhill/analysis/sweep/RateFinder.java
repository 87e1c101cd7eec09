package downhill.analysis.sweep;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.engine.train.RunSpec;
import downhill.engine.train.RunState;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingStack;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.StepSetup;
import downhill.race.document.Experiment;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Trains a contender once from its start while its learning rate rises by equal factors from step to step, and looks at what its loss does
 * (Smith 2017, Cyclical learning rates for training neural networks). Its schedule is left out; all else is as in the race.
 */
public final class RateFinder {
    /** Enough to see a curve, and quick. */
    public static final int STEPS = 300;
    /** Above its start by so many times what it had fallen, the loss has left its range, and larger rates need not be tried. */
    private static final double LEFT = 10;
    private static final double WIDER = 10;

    private final Experiment experiment;
    private final StepSetup setup;

    /**
     * Of one contender.
     *
     * @param prepared its data; null on a surface
     * @throws RefusedException of one sentence where its rule has no learning rate
     */
    public RateFinder(Experiment experiment, Prepared prepared, String contender, RuleLibrary library) {
        this.experiment = experiment;
        setup = StepSetup.of(experiment, prepared, contender, 0, 0, library);
        if (rule().learningRateIndex() < 0) {
            throw new RefusedException(Said.of("sweep.rate", rule().name()));
        }
    }

    private Rule rule() {
        return setup.run().rule();
    }

    private Hyperparameter rate() {
        return rule().hyperparameters().get(rule().learningRateIndex());
    }

    /** Rates that are sensible for the rule, a tenth of the least to ten times the greatest, as far as they are legal. */
    public RateCurve run(Progress progress) {
        double low = rate().min() > 0 ? rate().min() / WIDER : rate().max() * 1e-6;
        return run(low, rate().problemWith(rate().max() * WIDER) == null ? rate().max() * WIDER : rate().max(), STEPS, progress);
    }

    /**
     * Trains on the caller's thread, until the loss has left its range.
     *
     * @param low   first rate, above 0
     * @param high  last rate, above {@code low}
     * @param steps at least 10
     * @throws CancellationException where the progress says to give up
     */
    public RateCurve run(double low, double high, int steps, Progress progress) {
        requireLegal(low);
        requireLegal(high);
        double factor = Math.log(high / low) / (steps - 1);
        double[] rates = new double[steps];
        Arrays.setAll(rates, i -> low * Math.exp(i * factor));
        double[] losses = new double[steps];
        int done = train(rates, losses, progress);
        return RateCurve.of(Arrays.copyOf(rates, done), Arrays.copyOf(losses, done), done < steps);
    }

    private void requireLegal(double value) {
        Said problem = rate().problemWith(value);
        if (problem != null) {
            throw new RefusedException(problem);
        }
    }

    /** How many rates were tried. */
    private int train(double[] rates, double[] losses, Progress progress) {
        RunSpec of = setup.run();
        RunSpec run = new RunSpec(of.rule(), of.hyperparameters(), Schedule.CONSTANT, of.penalty(), of.clipping(), of.weightDecay(),
                of.seed()).withPaces(of.paces());
        double least = Double.POSITIVE_INFINITY;
        StepLog log = new StepLog(1, 1, 0);
        try (TrainingStack stack = new TrainingStack(setup.graph(), setup.data(), List.of(run), experiment.precision(), 1)) {
            stack.restore(List.of(RunState.initial(setup.start())));
            for (int i = 0; i < rates.length; i++) {
                if (progress.cancelled()) {
                    throw new CancellationException("the rate finder is no longer wanted");
                }
                stack.setHyperparameter(0, Rule.LEARNING_RATE_KEY, rates[i]);
                stack.advance(1, log);
                losses[i] = log.loss(0, 0);
                least = Math.min(least, losses[i]);
                progress.done((i + 1.0) / rates.length);
                double highest = losses[0] + LEFT * Math.max(losses[0] - least, Math.abs(losses[0]) / 2);
                if (!Double.isFinite(losses[i]) || losses[i] > highest) {
                    return i + 1;
                }
            }
        }
        return rates.length;
    }
}
