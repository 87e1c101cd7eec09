package downhill.analysis.step;

import downhill.engine.Precision;
import downhill.engine.train.GradientProbe;
import downhill.engine.train.RunSpec;
import downhill.engine.train.RunState;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingStack;
import downhill.optim.Rule;
import downhill.race.StepSetup;
import downhill.race.document.ContenderSpec;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;

/**
 * Does single steps of a contender again, beside the race, by the engine itself: in the race's precision the result is the
 * race's bit for bit. Compiled once for a contender, then used for any of its steps. Belongs to the thread that made it.
 */
public final class StepReplay implements AutoCloseable {
    private final StepSetup setup;
    private final TrainingStack stack;
    private final GradientProbe probe;
    private final StepLog log = new StepLog(1, 1, 0);
    private final double[] mask;
    private RunState after;

    /** @param setup of any step of the contender */
    public StepReplay(StepSetup setup, Precision precision) {
        this.setup = setup;
        this.mask = setup.layout().penaltyMask();
        this.stack = new TrainingStack(setup.graph(), setup.data(), List.of(setup.run()), precision, 1);
        this.probe = new GradientProbe(setup.graph(), setup.data(), setup.run().seed(), precision);
    }

    /** Whether a setup differs from this one's at most in hyperparameters. */
    public boolean suits(StepSetup other) {
        RunSpec a = setup.run();
        RunSpec b = other.run();
        return a.rule().equals(b.rule()) && a.schedule().equals(b.schedule()) && a.penalty().equals(b.penalty())
                && a.clipping().equals(b.clipping()) && a.weightDecay() == b.weightDecay() && a.seed() == b.seed()
                && a.ruleStart() == b.ruleStart() && Arrays.equals(a.paces(), b.paces());
    }

    /**
     * The step that follows a state.
     *
     * @param before the contender's state before the step
     * @param at     the setup of that very step
     */
    public StepRecord step(RunState before, StepSetup at) {
        if (!suits(at)) {
            throw new RefusedException(Said.of("replay.other"));
        }
        Rule rule = at.run().rule();
        double[] values = at.run().hyperparameters().clone();
        for (int i = 0; i < values.length; i++) {
            stack.setHyperparameter(0, rule.hyperparameters().get(i).key(), values[i]);
        }
        stack.restore(List.of(before));
        for (ContenderSpec.Change change : at.changes()) {
            stack.setHyperparameter(0, change.key(), change.value());
            values[rule.indexOf(change.key())] = change.value();
        }
        if (rule.learningRateIndex() >= 0) {
            values[rule.learningRateIndex()] = stack.learningRate(0);
        }
        stack.advance(1, log);
        after = stack.save(0);
        return record(before, at.run(), values, after);
    }

    /** The contender's state after the latest {@link #step}; from it the next one can be done. */
    public RunState after() {
        return after;
    }

    /** The gradient [P] as the rule sees it, of the batch of {@code step} at any parameters [P]; the contender's memory plays no part. */
    public double[] gradient(double[] parameters, long step) {
        return GradientParts.of(setup.run(), mask, parameters, probe.gradient(parameters, step)).total();
    }

    private StepRecord record(RunState before, RunSpec run, double[] values, RunState next) {
        double[] data = probe.gradient(before.parameters(), before.step());
        double loss = probe.loss();
        GradientParts gradient = GradientParts.of(run, mask, before.parameters(), data);
        RuleMemory memory = RuleMemory.of(run.rule(), before, values);
        return new StepRecord(before.step(), run, values, log.rate(0, 0), loss, before.parameters(), gradient, memory,
                next.parameters(), RuleMemory.of(run.rule(), next, values), setup.layout(),
                asked(before, run, values, loss, gradient, memory));
    }

    /** What the rule asks beside its gradient, found by doing its step once with the answers taken down. */
    private AskedStep asked(RunState before, RunSpec run, double[] values, double loss, GradientParts gradient, RuleMemory memory) {
        if (!run.rule().isFormula() || !run.rule().seesTensors()) {
            return AskedStep.NOTHING;
        }
        double[] theta = before.parameters();
        AskedStep asked = AskedStep.of(run, mask, theta, loss, before.step());
        if (run.rule().evaluates()) {
            new TensorLook(run.rule(), setup.layout(), values, before.step() - run.ruleStart() + 1.0, memory, theta, gradient.total(),
                    run.paces(), asked, asked.asking(run, mask, theta, before.step(), probe));
        }
        return asked;
    }

    @Override
    public void close() {
        stack.close();
        probe.close();
    }
}
