package downhill.race;

import downhill.data.BatchSchedule;
import downhill.data.Room;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.SummedGradient;
import downhill.engine.train.RunSpec;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.engine.train.TrainingStack;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.StartPoint;
import downhill.race.document.TrainingSpec;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A model on rows that are elsewhere: batches are drawn here, as for rows that are here, losses and gradients come from there, and the
 * update is done here once.
 */
final class FarTask implements Task {
    private final FarRows far;
    private final ModelSpec model;
    private final InputShape shape;
    private final int outputs;
    private final TrainingData data;
    private final ParameterLayout layout;

    /** @throws RefusedException where what is to be done with the rows cannot be done elsewhere */
    FarTask(FarRows far, ModelSpec model, TrainingSpec training) {
        Prepared prepared = far.prepared();
        LearningTask.requireFit(prepared, model);
        if (training.augmentation() != null) {
            throw new RefusedException(Said.of("far.augmentation"));
        }
        this.far = far;
        this.model = model;
        this.shape = Targets.shape(prepared);
        this.outputs = Targets.outputs(prepared, model);
        this.data = new TrainingData(prepared.training().count(), prepared.training().values(), null, null, null, null);
        this.layout = ModelBuilder.evaluation(model, shape, outputs, 1, false).layout();
    }

    @Override
    public ParameterLayout layout() {
        return layout;
    }

    @Override
    public double[] initial(long seed) {
        return InitialValues.row(model, shape, outputs, seed);
    }

    @Override
    public double[] initial(ContenderSpec spec, long seed) {
        StartPoint start = spec.settledWeights().start();
        return start == null ? initial(seed) : new StartFit(start, model, far.prepared()).row(layout, initial(seed));
    }

    @Override
    public int batch(int requested) {
        return requested <= 0 || requested > data.rows() ? data.rows() : requested;
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
        Map<Long, BatchSchedule> schedules = new HashMap<>();
        return TrainingStack.elsewhere(layout, runs, (step, seeds, parameters) -> gradients(batch, schedules, step, seeds, parameters),
                precision);
    }

    @Override
    public double[] gradient(int batch, long seed, double[] parameters, long step, Precision precision) {
        return gradients(batch, new HashMap<>(), step, new long[] {seed}, new double[][] {parameters}).get(0).gradient();
    }

    private List<SummedGradient> gradients(int batch, Map<Long, BatchSchedule> schedules, long step, long[] seeds, double[][] parameters) {
        List<GradientAsk.SeedBatch> batches = new ArrayList<>();
        boolean full = batch == data.rows();
        for (long seed : full && model.dropout() == 0 ? new long[] {seeds[0]} : IntStream.range(0, seeds.length)
                .mapToLong(run -> seeds[run]).distinct().toArray()) {
            int[] runs = IntStream.range(0, seeds.length).filter(run -> full && model.dropout() == 0 || seeds[run] == seed).toArray();
            int[] rows = full ? null : schedules.computeIfAbsent(seed, key -> new BatchSchedule(data.rows(), batch, key))
                    .rows(step, new int[batch]);
            batches.add(new GradientAsk.SeedBatch(seed, runs, rows));
        }
        return far.gradients(new GradientAsk(step, batch, batches, parameters.clone()));
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
