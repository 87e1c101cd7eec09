package downhill.race;

import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.GradientProbe;
import downhill.engine.train.RunSpec;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.engine.train.TrainingStack;
import downhill.model.ModelException;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;
import java.util.Optional;

/** What is learned, made ready once and shared by all contenders. Nothing in it touches the engine's memory but the judge. */
interface Task {
    /** What a contender learns: the same for all, unless each has rows of its own. */
    default Task of(String contender) {
        return this;
    }

    ParameterLayout layout();

    /** Parameters to start from [P]. */
    double[] initial(long seed);

    /**
     * What a contender that branches off nobody starts from [P].
     *
     * @throws RefusedException where it says a start that does not fit
     */
    default double[] initial(ContenderSpec spec, long seed) {
        if (spec.settledWeights().start() != null) {
            throw new RefusedException(Said.of("start.surface"));
        }
        return initial(seed);
    }

    /** Rows in a batch for what a specification says (0: all); 0 for a surface. */
    int batch(int requested);

    /** Whether runs of different seeds see different inputs. */
    boolean seedsMatter(int batch);

    TrainingGraph graph(int batch, boolean inputsPerRun);

    TrainingData data();

    /**
     * Trains some runs.
     *
     * @param batch rows in a batch
     * @param apart whether the runs have inputs of their own
     * @param data  one for all runs, or one for each
     */
    default TrainingStack stack(int batch, boolean apart, List<TrainingData> data, List<RunSpec> runs, Precision precision, int threads) {
        return new TrainingStack(graph(batch, apart), data, runs, precision, threads);
    }

    /**
     * The gradient [P] of the data loss of a step's batch, as training computes it.
     *
     * @param step updates done
     */
    default double[] gradient(int batch, long seed, double[] parameters, long step, Precision precision) {
        try (GradientProbe probe = new GradientProbe(graph(batch, false), data(), seed, precision)) {
            return probe.gradient(parameters, step);
        }
    }

    /** @throws ModelException where there is no memory for the contenders of a document that differs in them alone */
    void requireRoom(Experiment document);

    /** Why there is no room for it; empty where there is. */
    default Optional<Said> objection(Experiment document) {
        try {
            requireRoom(document);
            return Optional.empty();
        } catch (ModelException refused) {
            return Optional.of(refused.said());
        }
    }

    /** Null for a surface. */
    Prepared prepared();

    /** Steps between validations, 0 for none. A function of the document, so that histories repeat. */
    long validationInterval(TrainingSpec training);

    /** Key such as {@code accuracy}, or null. */
    String metricName();

    /** For the race's thread. */
    Judge judge(Precision precision);
}
