package downhill.race;

import downhill.data.Progress;
import downhill.data.prepare.Preprocessing;
import downhill.engine.machine.Machines;
import downhill.engine.train.RunSpec;
import downhill.engine.train.RunState;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.engine.train.TrainingStack;
import downhill.model.Family;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.StartPoint;
import downhill.race.history.Curve;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Trains the body of a model on a question that its inputs answer themselves: the same layers with another last one, by the contender's
 * own rule, numbers, batch and seed. What comes of it is a start with a new head.
 */
public final class Pretraining {
    /** Steps where nobody says how many. */
    public static final int USUAL_STEPS = 1000;
    private static final int CHUNK = 64;

    private final Pretext pretext;
    private final Experiment experiment;
    private final Preprocessing inputs;
    private final double[] rows;
    private final int count;
    private Consumer<Curve> watcher = course -> { };

    /**
     * What came of it.
     *
     * @param first loss of the first batch
     * @param last  mean loss of the last batches, 64 at most
     * @param course mean losses of 64 batches each, or what remained, at the step behind the last of them
     */
    public record Outcome(StartPoint start, double first, double last, Curve course) {
    }

    /**
     * Makes ready.
     *
     * @param experiment on data
     * @param rows       [count × inputs], prepared; their labels play no part
     */
    public Pretraining(Pretext pretext, Experiment experiment, Preprocessing inputs, double[] rows, int count) {
        this.pretext = pretext;
        this.experiment = experiment;
        this.inputs = inputs;
        this.rows = rows;
        this.count = count;
    }

    /** The same on rows that were gathered. */
    public Pretraining(Pretext pretext, Experiment experiment, Preprocessing inputs, PretrainingRows rows) {
        this(pretext, experiment, inputs, rows.inputs(), rows.count());
    }

    /** Tells on its thread, again and again, how the losses have fallen so far. */
    public Pretraining watched(Consumer<Curve> by) {
        watcher = by;
        return this;
    }

    /**
     * Trains for a contender of the experiment.
     *
     * @param steps at least 1
     * @throws RefusedException of one sentence where the model has no body, the inputs do not answer the question, or the training diverges
     */
    public Outcome run(ContenderSpec contender, int steps, Progress progress) {
        ModelSpec model = model();
        InputShape shape = InputShape.of(inputs.inputShape());
        int outputs = pretext.outputs(inputs);
        StepSetup.Single single = StepSetup.single(experiment.withContenders(List.of(contender)), RuleLibrary.complete());
        int batch = single.batch() <= 0 ? count : Math.min(single.batch(), count);
        TrainingGraph graph = ModelBuilder.build(model, shape, outputs, batch, false).training();
        TrainingData data = new TrainingData(count, rows, pretext.answers(inputs, rows, count), pretext.corruption(inputs));
        Machines.load();
        try (TrainingStack stack = new TrainingStack(graph, data, List.of(single.run()), experiment.precision(), 1)) {
            stack.restore(List.of(RunState.initial(InitialValues.row(model, shape, outputs, experiment.seed()))));
            return trained(stack, contender, model, outputs, single.run(), steps, progress);
        }
    }

    private ModelSpec model() {
        ModelSpec own = ((Problem.Learning) experiment.problem()).model();
        if (!pretext.suits(inputs)) {
            throw new RefusedException(Said.of("pretrain.next"));
        }
        if (!Family.of(own.architecture()).hasHidden(own.architecture())) {
            throw new RefusedException(Said.of("pretrain.body"));
        }
        return new ModelSpec(own.architecture(), Loss.MSE, own.initializer(), own.dropout());
    }

    private Outcome trained(TrainingStack stack, ContenderSpec contender, ModelSpec model, int outputs, RunSpec run, int steps,
                            Progress progress) {
        StepLog log = new StepLog(1, CHUNK, 0);
        double[] at = new double[(steps + CHUNK - 1) / CHUNK];
        double[] means = new double[at.length];
        double first = Double.NaN;
        double last = Double.NaN;
        for (int done = 0; done < steps; done += log.count()) {
            if (progress.cancelled()) {
                throw new CancellationException("pre-training is no longer wanted");
            }
            stack.advance(Math.min(CHUNK, steps - done), log);
            first = done == 0 ? log.loss(0, 0) : first;
            last = mean(log);
            at[done / CHUNK] = done + log.count();
            means[done / CHUNK] = last;
            watcher.accept(new Curve(Arrays.copyOf(at, done / CHUNK + 1), Arrays.copyOf(means, done / CHUNK + 1)));
            progress.done((double) (done + log.count()) / steps);
            if (!Double.isFinite(last)) {
                throw new RefusedException(Said.of("pretrain.diverged", contender.name(), done + log.count()));
            }
        }
        String kind = pretext.name().toLowerCase(Locale.ROOT);
        TrainedModel body = new TrainedModel(contender.name() + " · " + kind, model, inputs, outputs, stack.save(0).answer(),
                new TrainedModel.Origin(run.rule().id(), contender.hyperparameters(), steps, experiment.seed(),
                        experiment.precision().name().toLowerCase(Locale.ROOT), "FINISHED", last, Double.NaN));
        return new Outcome(StartPoint.of(body, kind, true), first, last, new Curve(at, means));
    }

    private static double mean(StepLog log) {
        double sum = 0;
        for (int i = 0; i < log.count(); i++) {
            sum += log.loss(0, i);
        }
        return sum / log.count();
    }
}
