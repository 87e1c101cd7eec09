package downhill.race;

import downhill.data.Room;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RunSpec;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.engine.train.TrainingStack;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A model on rows that are elsewhere: batches are drawn here, as for rows that are here, losses and gradients come from there, and the
 * update is done here once.
 */
final class FarTask implements Task {
    private final FarRows far;
    private final ModelSpec model;
    private final TrainingData data;
    private final SizedModel sized;

    /** @throws RefusedException where what is to be done with the rows cannot be done elsewhere */
    FarTask(FarRows far, ModelSpec model, TrainingSpec training) {
        Prepared prepared = far.prepared();
        LearningTask.requireFit(prepared, model);
        if (training.augmentation() != null) {
            throw new RefusedException(Said.of("far.augmentation"));
        }
        this.far = far;
        this.model = model;
        this.data = new TrainingData(prepared.training().count(), prepared.training().values(), null, null, null, null);
        this.sized = SizedModel.of(prepared, model);
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
        return sized.initial(spec, seed, far.prepared());
    }

    @Override
    public int batch(int requested) {
        return SizedModel.batch(requested, data.rows());
    }

    @Override
    public boolean seedsMatter(int batch) {
        return batch < data.rows() || model.dropout() > 0;
    }

    @Override
    public TrainingGraph graph(int batch, boolean inputsPerRun) {
        throw new IllegalStateException("the rows are elsewhere");
    }

    @Override
    public TrainingData data() {
        return data;
    }

    /** @throws RefusedException where a rule asks the model, which has no rows here, more than once in a step */
    @Override
    public TrainingStack stack(int batch, boolean apart, List<TrainingData> unused, List<RunSpec> runs, Precision precision, int threads) {
        runs.stream().map(RunSpec::rule).filter(rule -> rule.isFormula() && rule.evaluates()).findFirst().ifPresent(rule -> {
            throw new RefusedException(Said.of("far.rule", rule.id()));
        });
        int local = far.localSteps();
        runs.stream().map(RunSpec::rule).filter(rule -> local > 1 && rule.learningRateIndex() < 0).findFirst().ifPresent(rule -> {
            throw new RefusedException(Said.of("far.rate", rule.id()));
        });
        FarBatches batches = new FarBatches(data.rows(), batch, model.dropout() > 0);
        return TrainingStack.elsewhere(sized.layout(), runs, (step, seeds, parameters, rates) -> far.gradients(new GradientAsk(step,
                batch, batches.of(step, local, seeds), parameters.clone(), rates)), precision);
    }

    @Override
    public double[] gradient(int batch, long seed, double[] parameters, long step, Precision precision) {
        List<List<GradientAsk.SeedBatch>> rows = new FarBatches(data.rows(), batch, model.dropout() > 0).of(step, 1, new long[] {seed});
        return far.gradients(new GradientAsk(step, batch, rows, new double[][] {parameters}, new double[1])).get(0).gradient();
    }

    @Override
    public void requireRoom(Experiment document) {
        Footprint.requireElsewhere(document, far.prepared(), Room.here());
    }

    @Override
    public Prepared prepared() {
        return far.prepared();
    }

    @Override
    public long validationInterval(TrainingSpec training) {
        return LearningTask.validationInterval(training, far.prepared().validation().count(), batch(training.batchSize()));
    }

    @Override
    public String metricName() {
        return LearningTask.metricName(far.prepared().task());
    }

    @Override
    public Judge judge(Precision precision) {
        return new Judge() {
            @Override
            public Score validate(double[] parameters, BooleanSupplier go) {
                if (far.prepared().validation().count() == 0 || Breakdown.notFinite(parameters) >= 0) {
                    return Score.NONE;
                }
                ScoreSum sum = far.validate(parameters, go);
                return sum == null ? null : sum.score(far.prepared().task());
            }

            @Override
            public double trainingLoss(double[] parameters) {
                return Breakdown.notFinite(parameters) >= 0 ? Double.NaN : far.trainingLoss(parameters).meanLoss();
            }

            @Override
            public void close() {
                // Whoever has the rows keeps them.
            }
        };
    }
}
