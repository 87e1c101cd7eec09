package downhill.analysis.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.Samples;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Curve;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Made-up curves of each kind on iris, over 600 steps; time runs from 0 to 1. The real races are in {@code cli.RunDoctorTest}. */
class RunDoctorCurvesTest {
    private static final int STEPS = 600;
    private static final int EVERY = 20;
    /** Has done all of its way. */
    private static final DoubleUnaryOperator LEARNED = t -> 0.05 + Math.exp(-12 * t);
    private static final DoubleUnaryOperator STEADY = t -> 1.05 - 0.5 * t;

    private static Curve curve(int every, DoubleUnaryOperator loss) {
        double[] steps = IntStream.rangeClosed(0, STEPS / every).mapToDouble(i -> (double) i * every).toArray();
        return new Curve(steps, Arrays.stream(steps).map(step -> loss.applyAsDouble(step / STEPS)).toArray());
    }

    private static DoubleUnaryOperator noisy(DoubleUnaryOperator loss, double deviation, long seed) {
        Random noise = new Random(seed);
        return t -> loss.applyAsDouble(t) + deviation * noise.nextGaussian();
    }

    private static ContenderSpec contender(double rate) {
        return ContenderSpec.of("c1", "Mine", "sgd", Map.of("learningRate", rate), 0);
    }

    private static Patient patient(DoubleUnaryOperator training, DoubleUnaryOperator validation) {
        return patient(contender(0.1), training, validation);
    }

    private static Patient patient(ContenderSpec spec, DoubleUnaryOperator training, DoubleUnaryOperator validation) {
        return new Patient(spec, false, curve(1, training), curve(EVERY, validation), validation.applyAsDouble(1));
    }

    private static List<Finding> findings(Patient... patients) {
        Experiment document = new Experiment("", new Problem.Learning(SampleData.of("iris").spec(), Samples.IRIS_MODEL),
                TrainingSpec.of(STEPS, 16), Arrays.stream(patients).map(Patient::spec).toList(), 7, Precision.FLOAT);
        return RunDoctor.of(document, Samples.iris(), List.of(patients));
    }

    private static List<Ailment> kinds(Patient... patients) {
        return findings(patients).stream().map(Finding::kind).toList();
    }

    @Test
    void whoHasLearnedIsWellHoweverNoisyItsBatches() {
        for (int seed = 0; seed < 30; seed++) {
            assertThat(kinds(patient(noisy(LEARNED, 0.03, seed), noisy(LEARNED, 0.002, seed)))).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void aSteadyFallWantsALargerRateAndNoiseDoesNotHideIt() {
        for (int seed = 0; seed < 30; seed++) {
            List<Finding> found = findings(patient(noisy(STEADY, 0.05, seed), STEADY));
            assertThat(found).as("seed %d", seed).extracting(Finding::kind).containsExactly(Ailment.RATE_TOO_SMALL);
            assertThat(found.get(0).remedy().setting()).isIn("learningRate=0.3", "learningRate=1");
        }
    }

    @Test
    void aFallThatTheRowsHeldOutDoNotShareWantsNoLargerRate() {
        assertThat(kinds(patient(STEADY, t -> t < 0.3 ? 1.05 - t : 0.75))).doesNotContain(Ailment.RATE_TOO_SMALL);
    }

    /** The same course, once at a loss that counts and once near 0. */
    @Test
    void overfittingWhereHardlyAnyLossIsLeftIsNotWorthMending() {
        DoubleUnaryOperator over = t -> t < 0.3 ? Math.exp(-12 * t) : Math.exp(-3.6) * (1 + 4 * (t - 0.3));
        assertThat(kinds(patient(LEARNED, over))).containsExactly(Ailment.OVERFITTING);
        DoubleUnaryOperator slight = t -> t == 0 ? 1 : 0.02 * over.applyAsDouble(t);
        assertThat(kinds(patient(LEARNED, slight))).isEmpty();
    }

    @Test
    void whatRisesAgainOrJumpsHasTooLargeARate() {
        DoubleUnaryOperator rising = t -> t < 0.4 ? 1 - 2 * t : 0.2 + 0.8 * (t - 0.4);
        assertThat(kinds(patient(rising, LEARNED))).containsExactly(Ailment.RATE_TOO_LARGE);
        DoubleUnaryOperator jumping = t -> 0.4 + (Math.round(t * STEPS / EVERY) % 2 == 0 ? 0.15 : 0);
        assertThat(kinds(patient(LEARNED, jumping))).containsExactly(Ailment.RATE_TOO_LARGE);
    }

    @Test
    void aRiseWithinTheNoiseOfBatchesIsNone() {
        for (int seed = 0; seed < 30; seed++) {
            assertThat(kinds(patient(noisy(t -> 0.3 + 0.7 * Math.exp(-12 * t), 0.4, seed), LEARNED))).as("seed %d", seed)
                    .doesNotContain(Ailment.RATE_TOO_LARGE, Ailment.DIVERGING);
        }
    }

    @Test
    void whoDivergedIsToldSoAndNothingElseOfIt() {
        DoubleUnaryOperator grown = t -> Math.exp(8 * t);
        Patient dead = new Patient(contender(0.1), true, curve(1, t -> t < 0.5 ? Math.exp(20 * t) : Double.NaN), Curve.EMPTY, Double.NaN);
        for (Patient patient : List.of(patient(grown, grown), dead)) {
            List<Finding> found = findings(patient);
            assertThat(found).extracting(Finding::kind).containsExactly(Ailment.DIVERGING);
            assertThat(found.get(0).contender()).isEqualTo("Mine");
            assertThat(found.get(0).remedy().setting()).isEqualTo("learningRate=0.01");
        }
    }

    @Test
    void theRemedyIsTheDocumentWithThatSettingAndNoOther() {
        Patient well = patient(ContenderSpec.of("c2", "Other", "sgd", Map.of("learningRate", 0.2), 1), LEARNED, LEARNED);
        Patient slow = patient(contender(0.1), STEADY, STEADY);
        Experiment changed = findings(well, slow).get(0).remedy().changed();
        assertThat(changed.contenders().get(0)).isEqualTo(well.spec());
        assertThat(changed.contenders().get(1).withHyperparameters(slow.spec().hyperparameters())).isEqualTo(slow.spec());
        assertThat(changed.contenders().get(1).hyperparameters().get("learningRate")).isGreaterThan(0.1);
    }

    @Test
    void nothingIsSaidOfCurvesTooShortToTell() {
        Curve few = new Curve(new double[] {0, 1, 2}, new double[] {1, 0.9, 5});
        assertThat(kinds(new Patient(contender(0.1), false, few, Curve.EMPTY, Double.NaN),
                new Patient(contender(0.1), false, Curve.EMPTY, Curve.EMPTY, Double.NaN))).isEmpty();
    }

    @Test
    void figuresAreShortAndCanBeTyped() {
        assertThat(ShortFigures.of(0.5)).isEqualTo("0.5");
        assertThat(ShortFigures.of(1200)).isEqualTo("1200");
        assertThat(ShortFigures.of(1.25e-7)).isEqualTo("1.25e-07");
        assertThat(ShortFigures.of(100)).isEqualTo("100");
        assertThat(ShortFigures.round(0.30000000000000004)).isEqualTo(0.3);
    }
}
