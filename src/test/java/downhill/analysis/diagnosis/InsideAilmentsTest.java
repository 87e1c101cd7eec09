package downhill.analysis.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.Samples;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.StepSetup;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Curve;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes on inside a model, made up: told of who has hardly learned, and of nobody who has. */
class InsideAilmentsTest {
    private static final int STEPS = 600;
    private static final DoubleUnaryOperator STUCK = t -> 0.97 - 0.02 * Math.min(1, 10 * t);
    private static final DoubleUnaryOperator LEARNED = t -> 0.05 + Math.exp(-12 * t);
    private static final DoubleUnaryOperator JUMPING = t -> 0.4 + (Math.round(t * 30) % 2 == 0 ? 0.15 : 0);
    private static final ContenderSpec SPEC = ContenderSpec.of("c1", "Mine", "sgd", Map.of("learningRate", 0.1), 0);

    private static Curve curve(DoubleUnaryOperator loss, int every) {
        double[] steps = IntStream.rangeClosed(0, STEPS / every).mapToDouble(i -> (double) i * every).toArray();
        return new Curve(steps, IntStream.range(0, steps.length).mapToDouble(i -> loss.applyAsDouble(steps[i] / STEPS)).toArray());
    }

    private static Vitals vitals(double dead, double saturated, double ratio, double sensitivity, double noise, int batch) {
        return new Vitals(STEPS, List.of(new Vitals.Layer("dense1.activation", 0, 0),
                new Vitals.Layer("dense2.activation", dead, saturated)),
                "dense1.weight", ratio, sensitivity, noise, batch);
    }

    private static List<Finding> findings(Activation activation, DoubleUnaryOperator training, DoubleUnaryOperator validation,
                                          Vitals inside) {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(8, 8, 8), activation), Samples.IRIS_MODEL.loss(),
                Samples.IRIS_MODEL.initializer(), 0);
        Experiment document = new Experiment("", new Problem.Learning(SampleData.of("iris").spec(), model), TrainingSpec.of(STEPS, 4),
                List.of(SPEC), 7, Precision.FLOAT);
        Patient patient = new Patient(SPEC, false, curve(training, 1), curve(validation, 20), validation.applyAsDouble(1))
                .with(() -> Optional.of(inside));
        return RunDoctor.of(document, Samples.iris(), List.of(patient));
    }

    @ParameterizedTest
    @CsvSource({"0.6, 0, 0.5, 3, DEAD_UNITS, learningRate=0.01", "0, 0.7, 0.5, 3, SATURATION, learningRate=0.01",
        "0, 0, 0.0002, 3, VANISHING_GRADIENTS, --activation relu", "0, 0, 0.5, 4000, EXPLODING_GRADIENTS, clipNorm=1"})
    void whoHasHardlyLearnedIsToldWhyAndWhoHasLearnedIsWell(double dead, double saturated, double ratio, double sensitivity, Ailment kind,
                                                         String remedy) {
        Vitals ill = vitals(dead, saturated, ratio, sensitivity, 3, 4);
        List<Finding> found = findings(Activation.TANH, STUCK, STUCK, ill);
        assertThat(found).extracting(Finding::kind).containsExactly(kind);
        assertThat(found.get(0).remedy().setting()).isEqualTo(remedy);
        assertThat(found.get(0).evidence().toString()).contains("Mine").contains("step 600");
        assertThat(findings(Activation.TANH, LEARNED, LEARNED, ill)).isEmpty();
    }

    @Test
    void whoIsWellInsideIsNotToldSo() {
        assertThat(findings(Activation.TANH, STUCK, STUCK, vitals(0.3, 0.3, 0.1, 50, 3, 4))).extracting(Finding::kind)
                .doesNotContain(Ailment.DEAD_UNITS, Ailment.SATURATION, Ailment.VANISHING_GRADIENTS, Ailment.EXPLODING_GRADIENTS);
    }

    @Test
    void nobodyIsLookedIntoWithoutReason() {
        Patient well = new Patient(SPEC, false, curve(LEARNED, 1), curve(LEARNED, 20), 0.05).with(() -> {
            throw new AssertionError("it has learned");
        });
        Experiment document = new Experiment("", new Problem.Learning(SampleData.of("iris").spec(), Samples.IRIS_MODEL),
                TrainingSpec.of(STEPS, 16), List.of(SPEC), 7, Precision.FLOAT);
        assertThat(RunDoctor.of(document, Samples.iris(), List.of(well))).isEmpty();
    }

    /** Few rows and much noise want more rows; many rows, or little noise, smaller steps. */
    @ParameterizedTest
    @CsvSource({"40, 4, BATCH_NOISE, batch=32", "Infinity, 1, BATCH_NOISE, batch=8", "2, 4, RATE_TOO_LARGE, learningRate=0.01",
        "40, 32, RATE_TOO_LARGE, learningRate=0.01", "NaN, 120, RATE_TOO_LARGE, learningRate=0.01"})
    void jumpsAreOfNoiseOrOfTheRate(double noise, int batch, Ailment kind, String remedy) {
        List<Finding> found = findings(Activation.TANH, LEARNED, JUMPING, vitals(0, 0, 0.5, 3, noise, batch));
        assertThat(found).extracting(Finding::kind).containsExactly(kind);
        assertThat(found.get(0).remedy().setting()).isEqualTo(remedy);
    }

    private static Optional<Vitals> examined(List<Integer> hidden, Activation activation, int batch, double factor) {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(hidden, activation), Samples.IRIS_MODEL.loss(),
                Samples.IRIS_MODEL.initializer(), 0);
        Experiment document = new Experiment("", new Problem.Learning(SampleData.of("iris").spec(), model), TrainingSpec.of(STEPS, batch),
                List.of(SPEC), 7, Precision.DOUBLE);
        double[] start = StepSetup.of(document, Samples.iris(), "c1", 0, 0, RuleLibrary.complete()).start();
        return Examination.of(document, Samples.iris(), SPEC, IntStream.range(0, start.length).mapToDouble(i -> factor * start[i])
                .toArray(),
                5);
    }

    @Test
    void realModelsAreMeasured() {
        Vitals deep = examined(Collections.nCopies(10, 8), Activation.SIGMOID, 4, 1).orElseThrow();
        assertThat(deep.ratio()).isLessThan(1e-3);
        assertThat(deep.first()).isEqualTo("dense1.weight");
        Vitals well = examined(List.of(8, 8), Activation.TANH, 4, 1).orElseThrow();
        assertThat(well.ratio()).isGreaterThan(0.05);
        assertThat(well.sensitivity()).isBetween(0.01, 100.0);
        assertThat(well.noise()).isPositive();
        assertThat(well.layers()).extracting(Vitals.Layer::saturated).allMatch(share -> share < 0.2);
        assertThat(examined(List.of(8, 8), Activation.TANH, 4, 60).orElseThrow().layers()).extracting(Vitals.Layer::saturated)
                .allMatch(share -> share > 0.5);
        assertThat(examined(List.of(8, 8), Activation.RELU, 0, 1).orElseThrow().noise()).as("all rows are no sample").isNaN();
        assertThat(examined(List.of(8, 8), Activation.RELU, 0, Double.NaN)).isEmpty();
    }

    /** One weight, one bias of a unit far below 0: no row reaches it. */
    @Test
    void unitsThatNoRowReachesAreDead() {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(2), Activation.RELU), Samples.IRIS_MODEL.loss(),
                Samples.IRIS_MODEL.initializer(), 0);
        Experiment document = new Experiment("", new Problem.Learning(SampleData.of("iris").spec(), model), TrainingSpec.of(STEPS, 4),
                List.of(SPEC), 7, Precision.DOUBLE);
        StepSetup setup = StepSetup.of(document, Samples.iris(), "c1", 0, 0,
                RuleLibrary.complete());
        double[] parameters = setup.start().clone();
        parameters[setup.layout().slot("dense1.bias").orElseThrow().position(0)] = -1000;
        parameters[setup.layout().slot("dense1.bias").orElseThrow().position(1)] = 1000;
        assertThat(Examination.of(document, Samples.iris(), SPEC, parameters, 0).orElseThrow().layers())
                .extracting(Vitals.Layer::dead).containsExactly(0.5);
    }
}
