package downhill.cli.bench;

import downhill.data.TaskKind;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Architecture;
import downhill.model.Cell;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;

/**
 * A bundled data set, a network and a training whose result is known to be good enough or not. Nothing in it depends on the seed.
 *
 * @param name         of the figure
 * @param sample       of the data
 * @param architecture of the network
 * @param learningRate of Adam, everything else as its rule says
 * @param batch        rows in a step
 * @param steps        updates; the parameters after the last are judged, not the best on the way
 */
public record QualityCase(String name, String sample, Architecture architecture, double learningRate, int batch, long steps) {
    /** Least share of the digits held out that the network must get right. */
    public static final double LEAST_ACCURACY = 0.97;

    private static final Architecture LSTM = new Architecture.Recurrent(Cell.LSTM, 16);
    private static final Architecture TRANSFORMER = new Architecture.Transformer(16, 2, 32);

    /** What {@code bench --quality} runs. */
    public static List<QualityCase> all() {
        return List.of(new QualityCase("digits, CNN", "digits", Architecture.Cnn.digits(), 0.003, 64, 3000),
                new QualityCase("sunspots, LSTM", "sunspots", LSTM, 0.003, 32, 600),
                new QualityCase("sunspots, Transformer", "sunspots", TRANSFORMER, 0.003, 32, 600),
                new QualityCase("air-passengers, LSTM", "air-passengers", LSTM, 0.003, 32, 600),
                new QualityCase("air-passengers, Transformer", "air-passengers", TRANSFORMER, 0.003, 32, 600));
    }

    public QualityCase withSteps(long other) {
        return new QualityCase(name, sample, architecture, learningRate, batch, other);
    }

    /** Whether accuracy is asked for, rather than a small error. */
    boolean classifies() {
        return SampleData.of(sample).task() != TaskKind.REGRESSION;
    }

    String measure() {
        return classifies() ? "accuracy" : "rmse";
    }

    Experiment experiment(long seed) {
        SampleData data = SampleData.of(sample);
        Problem problem = new Problem.Learning(data.spec(), new ModelSpec(architecture, Loss.defaultFor(data.task())));
        ContenderSpec adam = ContenderSpec.of("adam", "Adam", "adam", Map.of("learningRate", learningRate), 0);
        return new Experiment(name, problem, TrainingSpec.of(steps, batch), List.of(adam), seed, Precision.FLOAT);
    }
}
