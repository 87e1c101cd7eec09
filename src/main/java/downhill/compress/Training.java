package downhill.compress;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.engine.train.RunSpec;
import downhill.engine.train.RunState;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.engine.train.TrainingStack;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.LossWeights;
import downhill.race.Targets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Trains one model on, by the rule that it was made with; by Adam as it is usual where that rule is not at hand. Neither penalties nor
 * clipping nor schedule.
 *
 * @param rows  its training rows are learned from
 * @param batch rows of a step, at most all
 * @param seed  of the order of the rows
 */
public record Training(Prepared rows, int batch, long seed) {
    private static final int AT_ONCE = 50;
    private static final String OTHERWISE = "adam";

    /** What a step sees: at most all rows. */
    int rowsOfAStep() {
        return Math.min(batch, rows.training().count());
    }

    /**
     * Some steps on the model's own loss.
     *
     * @param spec  of the model as it is trained
     * @param start [P]
     * @param kept  [P], 0 for what stays as it is; null where all is trained
     * @return [P]; not finite where it diverged
     */
    double[] on(TrainedModel model, ModelSpec spec, double[] start, double[] kept, long steps, Progress progress) {
        LossWeights weights = LossWeights.of(rows, spec);
        TrainingGraph graph = ModelBuilder.build(spec, Targets.shape(rows), model.outputs(), rowsOfAStep(), false, weights.weighting())
                .training();
        TrainingData data = new TrainingData(rows.training().count(), rows.training().values(),
                Targets.encode(rows.training(), model.outputs()), weights.of(rows.training()), null, null);
        return run(graph, data, rule(model.training().rule()), model.training().hyperparameters(), start, kept, steps, progress);
    }

    /** The rule of that id, or the usual one. */
    static Rule rule(String id) {
        Optional<Rule> own = RuleLibrary.complete().byId(id);
        return own.orElseGet(() -> RuleLibrary.complete().byId(OTHERWISE).orElseThrow());
    }

    /** Whether a model can be trained on by the rule it was made with. */
    public static boolean knows(TrainedModel model) {
        return RuleLibrary.complete().byId(model.training().rule()).isPresent();
    }

    private static double value(Rule rule, Hyperparameter of, Map<String, Double> chosen) {
        double value = chosen.getOrDefault(of.key(), of.defaultValue());
        return rule.hyperparameter(of.key()).isPresent() && of.problemWith(value) == null ? value : of.defaultValue();
    }

    double[] run(TrainingGraph graph, TrainingData data, Rule rule, Map<String, Double> chosen, double[] start, double[] kept, long steps,
                 Progress progress) {
        double[] values = rule.hyperparameters().stream().mapToDouble(each -> value(rule, each, chosen)).toArray();
        RunSpec run = RunSpec.plain(rule, values, seed).withPaces(kept);
        double[] row = start.clone();
        try (TrainingStack stack = new TrainingStack(graph, data, List.of(run), Precision.FLOAT, 1)) {
            stack.restore(List.of(RunState.initial(row)));
            StepLog log = new StepLog(1, AT_ONCE, 0);
            while (stack.step() < steps) {
                if (progress.cancelled()) {
                    throw new CancellationException("cancelled");
                }
                stack.advance((int) Math.min(AT_ONCE, steps - stack.step()), log);
                progress.done((double) stack.step() / steps);
            }
            return stack.save(0).answer();
        }
    }
}
