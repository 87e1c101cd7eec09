package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.Samples;
import downhill.analysis.diagnosis.Finding;
import downhill.analysis.diagnosis.Patient;
import downhill.analysis.diagnosis.Remedy;
import downhill.analysis.diagnosis.RunDoctor;
import downhill.analysis.diagnosis.Vitals;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.Scaling;
import downhill.data.TaskKind;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.Penalty;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What a remedy has to be typed, read by the options of the command line, is what its document has; without running anything. */
class RemedyTypedTest {
    private static final int STEPS = 480;
    private static final Prepared IRIS = Samples.iris();
    private static final DataSpec DATA = SampleData.of("iris").spec();
    private static final ModelSpec DEEP = new ModelSpec(new Architecture.Mlp(List.of(8, 8, 8), Activation.TANH), Loss.CROSS_ENTROPY);
    private static final Vitals WELL = inside(0, 1, 1, 1);

    private static Vitals inside(double dead, double ratio, double sensitivity, double noise) {
        return new Vitals(9, List.of(new Vitals.Layer("dense1.activation", dead, 0)), "dense1.weight", ratio, sensitivity, noise, 4);
    }

    private static Curve curve(int points, DoubleUnaryOperator loss) {
        double[] steps = IntStream.range(0, points).mapToDouble(i -> i * (double) STEPS / points).toArray();
        return new Curve(steps, IntStream.range(0, points).mapToDouble(i -> loss.applyAsDouble((double) i / points)).toArray());
    }

    private static Remedy remedy(ContenderSpec spec, ModelSpec model, Curve training, Curve validation, Vitals inside, int which) {
        Experiment document = new Experiment("", new Problem.Learning(DATA, model), TrainingSpec.of(STEPS, 16), List.of(spec), 7,
                Precision.FLOAT);
        double now = validation.size() == 0 ? Double.NaN : validation.y()[validation.size() - 1];
        List<Finding> found = RunDoctor.of(document, IRIS, List.of(new Patient(spec, false, training, validation, now)
                .with(() -> Optional.of(inside))));
        return found.get(0).remedies().get(which);
    }

    private static ContenderSpec contender(double rate) {
        return ContenderSpec.of("c1", "SGD", "sgd", Map.of("learningRate", rate), 0);
    }

    /** Typed after the optimizer it gives the contender of the remedy. */
    private static void sameTyped(Remedy remedy, String others) {
        TrainingOptions training = new TrainingOptions();
        new CommandLine(training).parseArgs();
        ContenderSpec typed = Entrants.of(Entrant.list("sgd:" + others + remedy.setting()), null, Schedule.CONSTANT, training).get(0);
        assertThat(typed).isEqualTo(remedy.spec().orElseThrow().withName(typed.name()));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.01", "0.3, 0.03", "0.00007, 0.000007", "1, 0.1", "0.123456, 0.0123"})
    void aRateIsReadAsItStands(double rate, double wanted) {
        Remedy remedy = remedy(contender(rate), DEEP, curve(STEPS, t -> Math.exp(8 * t)), Curve.EMPTY, WELL, 0);
        sameTyped(remedy, "");
        assertThat(remedy.spec().orElseThrow().hyperparameters()).isEqualTo(Map.of("learningRate", wanted));
    }

    @Test
    void clippingBatchAndPenaltyAreReadAsTheyStand() {
        Curve stuck = curve(STEPS, t -> 0.97 - 0.04 * Math.min(1, 10 * t));
        Curve learned = curve(STEPS, t -> 0.05 + Math.exp(-14 * t));
        sameTyped(remedy(contender(0.1), DEEP, stuck, Curve.EMPTY, inside(0, 1, 5000, 1), 0), "learningRate=0.1,");
        Curve jumping = curve(24, t -> Math.round(t * 24) % 2 == 0 ? 0.5 : 0.4);
        sameTyped(remedy(contender(0.1), DEEP, learned, jumping, inside(0, 1, 1, 50), 0), "learningRate=0.1,");
        Curve over = curve(24, t -> t < 0.3 ? 1 - 2.5 * t : 0.25 + (t - 0.3));
        sameTyped(remedy(contender(0.1), DEEP, learned, over, WELL, 1), "learningRate=0.1,");
        Curve flat = curve(STEPS, t -> 1.1);
        ContenderSpec held = contender(0.1).withPenalty(new Penalty(0, 0.5));
        sameTyped(remedy(held, DEEP, flat, flat, WELL, 0), "learningRate=0.1,");
    }

    private static List<String> words(Remedy remedy, String... before) {
        List<String> words = new ArrayList<>(List.of(before));
        words.addAll(List.of(remedy.setting().split(" ")));
        return words;
    }

    @Test
    void patienceAndStepsAreReadAsTheyStand() {
        Curve learned = curve(STEPS, t -> 0.05 + Math.exp(-14 * t));
        Remedy patience = remedy(contender(0.1), DEEP, learned, curve(24, t -> t < 0.3 ? 1 - 2.5 * t : 0.25 + (t - 0.3)), WELL, 0);
        sameTraining(patience, "--steps", "480", "--batch", "16");
        Curve flat = curve(STEPS, t -> 1.1);
        sameTraining(remedy(contender(0.1), DEEP, flat, flat, WELL, 0), "--batch", "16");
    }

    private static void sameTraining(Remedy remedy, String... before) {
        TrainingOptions options = new TrainingOptions();
        new CommandLine(options).parseArgs(words(remedy, before).toArray(String[]::new));
        assertThat(options.spec(DATA, IRIS)).isEqualTo(remedy.changed().training());
    }

    @Test
    void unitsLayersAndFamilyAreReadAsTheyStand() {
        Curve stuck = curve(STEPS, t -> 0.97 - 0.04 * Math.min(1, 10 * t));
        sameModel(remedy(contender(0.1), DEEP, stuck, Curve.EMPTY, inside(0, 1e-5, 1, 1), 0), "--hidden", "8,8,8");
        sameModel(remedy(contender(0.1), DEEP, stuck, Curve.EMPTY, inside(0, 1e-5, 1, 1), 1), "--activation", "tanh");
        sameModel(remedy(contender(0.1), DEEP, stuck, Curve.EMPTY, inside(1, 1, 1, 1), 1), "--hidden", "8,8,8");
        Curve flat = curve(STEPS, t -> 1.1);
        sameModel(remedy(contender(0.1), new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY), flat, flat, WELL, 0));
        ModelSpec dropped = new ModelSpec(DEEP.architecture(), DEEP.loss(), DEEP.initializer(), 0.4);
        sameModel(remedy(contender(0.1), dropped, flat, flat, WELL, 0), "--hidden", "8,8,8", "--activation", "tanh");
    }

    private static void sameModel(Remedy remedy, String... before) {
        ModelOptions options = new ModelOptions();
        new CommandLine(options).parseArgs(words(remedy, before).toArray(String[]::new));
        ModelSpec typed = options.model(Samples.IRIS_SHAPE, TaskKind.MULTICLASS);
        ModelSpec wanted = ((Problem.Learning) remedy.changed().problem()).model();
        assertThat(typed.architecture()).isEqualTo(wanted.architecture());
        assertThat(typed.dropout()).isEqualTo(wanted.dropout());
    }

    /** The spreads of diabetes, read unscaled, lie far apart. */
    @Test
    void scalingIsReadAsItStands() {
        DataSpec unscaled = SampleData.of("diabetes").spec().withScaling(Scaling.NONE);
        Prepared data = DataSources.prepare(unscaled, null, Progress.NONE);
        Experiment document = new Experiment("", new Problem.Learning(unscaled, new ModelSpec(new Architecture.Linear(), Loss.MSE)),
                TrainingSpec.of(STEPS, 16), List.of(contender(0.1)), 7, Precision.FLOAT);
        Remedy remedy = RunDoctor.of(document, data, List.of()).get(0).remedy();
        DataOptions options = new DataOptions();
        new CommandLine(options).parseArgs(words(remedy).toArray(String[]::new));
        assertThat(options.apply(unscaled, Optional.empty())).isEqualTo(((Problem.Learning) remedy.changed().problem()).data());
    }
}
