package downhill.race;

import downhill.data.Room;
import downhill.data.TaskKind;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.model.ModelBuilder;
import downhill.model.ModelException;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import downhill.words.Said;

/** A model on data. */
final class LearningTask implements Task {
    /** Validations in the whole run, where they cost little. */
    private static final long VALIDATIONS = 200;
    private static final long FEWEST_VALIDATIONS = 20;
    /** A training step costs about three forward passes of its batch; validation may take a tenth of the time. */
    private static final double COST = 10.0 / 3;

    private final Prepared prepared;
    private final ModelSpec model;
    private final LossWeights weights;
    private final TrainingData data;
    private final SizedModel sized;

    LearningTask(Prepared prepared, ModelSpec model, TrainingSpec.AugmentationSpec augmentation) {
        this.prepared = prepared;
        this.model = model;
        requireFit(prepared, model);
        this.sized = SizedModel.of(prepared, model);
        this.weights = LossWeights.of(prepared, model);
        this.data = new TrainingData(prepared.training().count(), prepared.training().values(),
                Targets.encode(prepared.training(), sized.outputs()), weights.of(prepared.training()),
                Augmenter.of(augmentation, prepared.inputShape()), null);
    }

    /** @throws ModelException where the loss is none for such a target */
    static void requireFit(Prepared prepared, ModelSpec model) {
        if (!model.loss().measures(prepared.task())) {
            throw new ModelException(Said.of("task.target", prepared.targetName()));
        }
    }

    @Override
    public ParameterLayout layout() {
        return sized.layout();
    }

    @Override
    public double[] initial(long seed) {
        return sized.initial(seed);
    }

    @Override
    public double[] initial(ContenderSpec spec, long seed) {
        return sized.initial(spec, seed, prepared);
    }

    @Override
    public int batch(int requested) {
        return SizedModel.batch(requested, data.rows());
    }

    @Override
    public boolean seedsMatter(int batch) {
        return batch < data.rows() || data.augment() != null || model.dropout() > 0;
    }

    @Override
    public TrainingGraph graph(int batch, boolean inputsPerRun) {
        return ModelBuilder.build(model, sized.shape(), sized.outputs(), batch, inputsPerRun, weights.weighting()).training();
    }

    @Override
    public TrainingData data() {
        return data;
    }

    @Override
    public void requireRoom(Experiment document) {
        Footprint.require(document, prepared, Room.here());
    }

    @Override
    public Prepared prepared() {
        return prepared;
    }

    @Override
    public long validationInterval(TrainingSpec training) {
        return validationInterval(training, prepared.validation().count(), batch(training.batchSize()));
    }

    /** Of so many validation rows. */
    static long validationInterval(TrainingSpec training, int rows, int batch) {
        if (rows == 0) {
            return 0;
        }
        long cheap = (long) Math.ceil(COST * rows / batch);
        long wanted = Math.max(cheap, ceil(training.steps(), VALIDATIONS));
        return Math.max(1, Math.min(wanted, ceil(training.steps(), FEWEST_VALIDATIONS)));
    }

    private static long ceil(long steps, long parts) {
        return (steps + parts - 1) / parts;
    }

    @Override
    public String metricName() {
        return metricName(prepared.task());
    }

    static String metricName(TaskKind task) {
        return task == TaskKind.REGRESSION ? "r2" : "accuracy";
    }

    @Override
    public Judge judge(Precision precision) {
        return new LearningJudge(prepared, sized, weights, precision);
    }
}
