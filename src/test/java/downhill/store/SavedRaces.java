package downhill.store;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.Checkpoint;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Races to be saved by tests. */
final class SavedRaces {
    private static final long PATIENCE_MINUTES = 10;

    private SavedRaces() {
    }

    static Experiment iris(long steps) {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(8), Activation.TANH), Loss.CROSS_ENTROPY);
        return new Experiment("Iris", new Problem.Learning(SampleData.of("iris").spec(), model), TrainingSpec.of(steps, 16),
                List.of(ContenderSpec.of("a", "Adam", "adam", Map.of("learningRate", 0.01), 0),
                        ContenderSpec.of("b", "Momentum", "momentum", Map.of("learningRate", 0.02), 1).withSeeds(2)), 42, Precision.FLOAT);
    }

    static Experiment surface(long steps) {
        return new Experiment("Valley", new Problem.Surface("rosenbrock", -1.5, 2), TrainingSpec.of(steps, 0),
                List.of(ContenderSpec.of("a", "Descent", "gradient-descent", Map.of("learningRate", 1e-5), 0),
                        ContenderSpec.of("b", "Adam", "adam", Map.of("learningRate", 1e-5), 1)), 42, Precision.FLOAT);
    }

    static Race open(Experiment experiment) {
        return open(experiment, null);
    }

    static Race open(Checkpoint from) {
        return open(from.experiment(), from);
    }

    private static Race open(Experiment experiment, Checkpoint from) {
        Prepared data = experiment.problem() instanceof Problem.Learning learning
                ? DataSources.prepare(learning.data(), null, Progress.NONE) : null;
        return Race.open(experiment, data, RuleLibrary.builtIn(), RaceOptions.alone(), from);
    }

    static void await(Race race, RaceState state) {
        await(race, snapshot -> snapshot.state() == state);
    }

    static void await(Race race, Predicate<RaceSnapshot> wanted) {
        try {
            if (!wanted.test(race.await(wanted, PATIENCE_MINUTES, TimeUnit.MINUTES))) {
                throw new AssertionError("did not come: " + race.snapshot());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** From step 0. */
    static void runTo(Race race, long step) {
        race.step(step);
        await(race, snapshot -> snapshot.step() == step && snapshot.state() == RaceState.PAUSED);
    }
}
