package downhill.study;

import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Small experiments to search over. */
public final class Studies {
    private Studies() {
    }

    /** A perceptron of one layer of 8 on iris, by Adam, in batches of 32. */
    public static Experiment iris(long steps) {
        DataSpec data = SampleData.of("iris").spec();
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(8), Activation.TANH), Loss.CROSS_ENTROPY);
        return new Experiment("iris", new Problem.Learning(data, model), TrainingSpec.of(steps, 32),
                List.of(ContenderSpec.of("c1", "Adam", "adam", Map.of(), 0)), 42, Precision.FLOAT);
    }

    /** The rows of an experiment. */
    public static Prepared rows(Experiment experiment) {
        return DataSources.prepare(PartSlot.learning(experiment).data(), Path.of(""), Progress.NONE);
    }
}
