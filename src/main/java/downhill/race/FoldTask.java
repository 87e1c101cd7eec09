package downhill.race;

import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One model that each contender learns from rows of its own; the shapes of all are the same. */
final class FoldTask implements Task {
    private final Map<String, LearningTask> tasks;
    private final LearningTask any;

    /** @param tasks by contender */
    FoldTask(Map<String, LearningTask> tasks) {
        this.tasks = Map.copyOf(tasks);
        this.any = tasks.values().iterator().next();
    }

    @Override
    public Task of(String contender) {
        return tasks.get(contender);
    }

    @Override
    public ParameterLayout layout() {
        return any.layout();
    }

    @Override
    public double[] initial(long seed) {
        return any.initial(seed);
    }

    @Override
    public int batch(int requested) {
        return any.batch(requested);
    }

    @Override
    public boolean seedsMatter(int batch) {
        return any.seedsMatter(batch);
    }

    @Override
    public TrainingGraph graph(int batch, boolean inputsPerRun) {
        return any.graph(batch, inputsPerRun);
    }

    @Override
    public TrainingData data() {
        return any.data();
    }

    @Override
    public void requireRoom(Experiment document) {
        any.requireRoom(document);
    }

    @Override
    public Prepared prepared() {
        return any.prepared();
    }

    @Override
    public long validationInterval(TrainingSpec training) {
        throw new IllegalStateException("whose rows?");
    }

    @Override
    public String metricName() {
        return any.metricName();
    }

    @Override
    public Judge judge(Precision precision) {
        return new Judges(precision);
    }

    /** One for each set of rows, made when it is first asked. */
    private final class Judges implements Judge {
        private final Precision precision;
        private final Map<LearningTask, Judge> made = new LinkedHashMap<>();

        private Judges(Precision precision) {
            this.precision = precision;
        }

        @Override
        public Judge of(String contender) {
            return made.computeIfAbsent(tasks.get(contender), task -> task.judge(precision));
        }

        @Override
        public Score validate(double[] parameters, BooleanSupplier go) {
            throw new IllegalStateException("whose rows?");
        }

        @Override
        public double trainingLoss(double[] parameters) {
            throw new IllegalStateException("whose rows?");
        }

        @Override
        public void close() {
            made.values().forEach(Judge::close);
        }
    }
}
