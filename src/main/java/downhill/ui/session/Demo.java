package downhill.ui.session;

import downhill.data.TaskKind;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Initializer;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;

/** The experiments that open where no other is asked for. */
public final class Demo {
    /** Steps and batch that suit most tables. */
    static final TrainingSpec TRAINING = TrainingSpec.of(2000, 16);
    /** Steps a second of the demonstration, slow enough to be watched. */
    public static final double SPEED = 30;
    private static final long SEED = 7;
    private static final String MEMORY = "memory";

    private Demo() {
    }

    /** What a bundled set is opened with where nothing else is open: the demonstration's contenders, or what shows best on it. */
    public static Experiment of(SampleData sample) {
        return sample.name().equals(MEMORY) ? memory() : experiment("");
    }

    /** One matrix of weights from nothing, all rows in each step: which facts are learned first is the rule's doing. */
    private static Experiment memory() {
        ModelSpec model = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY, Initializer.of(Initializer.Scheme.ZEROS), 0);
        List<ContenderSpec> contenders = List.of(ContenderSpec.of("c1", "SGD", "sgd", Map.of("learningRate", 0.5), 0),
                ContenderSpec.of("c2", "Adam", "adam", Map.of("learningRate", 0.01), 1),
                ContenderSpec.of("c3", "Muon", "muon", Map.of("learningRate", 0.02), 2));
        return new Experiment("", new Problem.Learning(SampleData.of(MEMORY).spec(), model), TrainingSpec.of(400, 0), contenders, SEED,
                Precision.FLOAT);
    }

    /** Four optimizers on iris; {@code title} is in the language of the reader. */
    public static Experiment experiment(String title) {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(8), Activation.TANH), Loss.defaultFor(TaskKind.MULTICLASS),
                Initializer.DEFAULT, 0);
        Problem problem = new Problem.Learning(SampleData.of("iris").spec(), model);
        List<ContenderSpec> contenders = List.of(
                ContenderSpec.of("c1", "SGD", "sgd", Map.of("learningRate", 0.05), 0),
                ContenderSpec.of("c2", "Momentum", "momentum", Map.of("learningRate", 0.01, "momentum", 0.9), 1),
                ContenderSpec.of("c3", "RMSprop", "rmsprop", Map.of("learningRate", 0.005, "alpha", 0.99), 2),
                ContenderSpec.of("c4", "Adam", "adam", Map.of("learningRate", 0.01), 3));
        return new Experiment(title, problem, TRAINING, contenders, SEED, Precision.FLOAT);
    }
}
