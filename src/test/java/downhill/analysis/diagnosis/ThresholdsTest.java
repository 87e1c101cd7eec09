package downhill.analysis.diagnosis;

import static downhill.analysis.diagnosis.Ward.kinds;
import static downhill.analysis.diagnosis.Ward.patient;
import static downhill.analysis.diagnosis.Ward.training;
import static downhill.analysis.diagnosis.Ward.under;
import static downhill.analysis.diagnosis.Ward.validation;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.Samples;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.history.Curve;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each finding of a contender on both sides of what docs/run-doctor.md says of it. */
class ThresholdsTest {
    private static final Curve LEARNED = training(0.1, 0.1);
    private static final Curve STUCK = training(t -> 0.97 - 0.04 * Math.min(1, 10 * t));

    private static DoubleUnaryOperator zigzag(double base, double size, double from, double to) {
        return t -> base + (t >= from && t <= to && Math.round(t * (Ward.CHECKS - 1)) % 2 == 0 ? size : 0);
    }

    private static List<Ailment> expected(String kind) {
        return kind == null ? List.of() : List.of(Ailment.valueOf(kind));
    }

    @ParameterizedTest
    @CsvSource({"10.01, DIVERGING", "9.99, RATE_TOO_LARGE"})
    void aLossTenTimesItsFirstHasDivergedAndOneBelowHasOnlyRisen(double end, Ailment kind) {
        List<Finding> found = Ward.findings(patient(training(0.3, end), Curve.EMPTY));
        assertThat(kinds(found)).containsExactly(kind);
        assertThat(found.get(0).remedy().setting()).isEqualTo("learningRate=0.01");
    }

    @ParameterizedTest
    @CsvSource({"0.405, RATE_TOO_LARGE", "0.395,"})
    void aRiseByATenthOfTheFirstLossIsSaid(double end, String kind) {
        assertThat(kinds(patient(training(0.3, end), Curve.EMPTY))).isEqualTo(expected(kind));
    }

    /** Forty points that lie d off their mean have a standard error of d / √40: 0.2 is four of them at d = 0.316. */
    @ParameterizedTest
    @CsvSource({"0.305, RATE_TOO_LARGE", "0.328,"})
    void aRiseWithinFourStandardErrorsIsNoise(double off, String kind) {
        Curve noisy = training(t -> Math.max(0.3, 1 - 12 * t) + (t < 0.75 ? 0 : 0.2 + (Math.round(t * Ward.POINTS) % 2 == 0 ? off : -off)));
        assertThat(kinds(patient(noisy, Curve.EMPTY))).isEqualTo(expected(kind));
    }

    @ParameterizedTest
    @CsvSource({"0.021, 0, 1, RATE_TOO_LARGE", "0.019, 0, 1,", "0.2, 0, 0.7,", "0.2, 0.72, 1, RATE_TOO_LARGE"})
    void jumpsByATwentiethOfTheFirstValidationCountInTheLastQuarter(double size, double from, double to, String kind) {
        Curve jumping = validation(t -> t == 0 ? 0.4 : zigzag(0.4, size, from, to).applyAsDouble(t));
        assertThat(kinds(patient(LEARNED, jumping))).isEqualTo(expected(kind));
    }

    @ParameterizedTest
    @CsvSource({"12, RATE_TOO_LARGE", "11,"})
    void elevenValidationsDoNotTellAJump(int checks, String kind) {
        Curve jumping = validation(checks, t -> Math.round(t * (checks - 1)) % 2 == 0 ? 0.5 : 0.4);
        assertThat(kinds(patient(LEARNED, jumping))).isEqualTo(expected(kind));
    }

    /** Of a decay of which 27 % are left a quarter and more is to be had; of one of which 18 % are left it is not. */
    @ParameterizedTest
    @CsvSource({"1.3, 1, RATE_TOO_SMALL", "1.7, 1,", "0.3, 0.26, RATE_TOO_SMALL", "0.3, 0.24,", "0.6, 0.26,", "0.8, 0.5,",
        "0.6, 0.5, RATE_TOO_SMALL"})
    void aDecayIsSlowWhereItWouldStillNotBeBentAtItsEnd(double times, double done, String kind) {
        Curve decay = training(t -> 0.8 * Math.exp(-times * t));
        assertThat(kinds(under(patient(decay, Curve.EMPTY), done))).isEqualTo(expected(kind));
    }

    @ParameterizedTest
    @CsvSource({"0.5, learningRate=1", "1.35, learningRate=0.3"})
    void howFarTheRateIsToGoUpIsSeenByTheBend(double times, String remedy) {
        assertThat(Ward.findings(patient(training(t -> 0.8 * Math.exp(-times * t)), Curve.EMPTY)).get(0).remedy().setting())
                .isEqualTo(remedy);
    }

    @ParameterizedTest
    @CsvSource({"22, RATE_TOO_SMALL", "21,"})
    void largerStepsAreForThoseWhoseBestValidationIsInTheLastTenth(int best, String kind) {
        Curve turns = validation(t -> 0.5 + 0.1 * Math.abs(t - best / 24.0));
        assertThat(kinds(patient(training(t -> 0.8 - 0.5 * t), turns))).isEqualTo(expected(kind));
    }

    @ParameterizedTest
    @CsvSource({"0.029, 0.015, 1, RATE_TOO_SMALL", "0.031, 0.015, 1,", "0.029, 0.022, 1,", "0.029, 0.015, 0.49,",
        "0.029, 0.015, 0.5, RATE_TOO_SMALL"})
    void whoStandsStillFarBelowTheUsualRateWantsIt(double part, double gained, double done, String kind) {
        double usual = RuleLibrary.complete().byId("sgd").orElseThrow().hyperparameters().get(0).defaultValue();
        ContenderSpec spec = Ward.SPEC.withHyperparameters(Map.of("learningRate", part * usual));
        Curve standing = training(t -> t < 0.5 ? 0.8 : 0.8 * (1 - gained));
        List<Finding> found = Ward.findings(under(patient(spec, standing, Curve.EMPTY), done));
        assertThat(kinds(found)).isEqualTo(expected(kind));
        assertThat(found).allSatisfy(one -> assertThat(one.remedy().spec().orElseThrow().hyperparameters())
                .isEqualTo(Map.of("learningRate", usual)));
    }

    /** The entropy of three classes of the same size is ln 3; nine tenths of it 0.98875. */
    @ParameterizedTest
    @CsvSource({"0.99, 0.99, 1, UNDERFITTING", "0.98, 0.99, 1,", "0.99, 0.98, 1,", "0.99, 0.99, 0.49,", "0.99, 0.99, 0.5, UNDERFITTING"})
    void whoIsNoBetterThanOneAnswerForAllUnderfits(double loss, double checked, double done, String kind) {
        Curve flat = training(t -> t == 0 ? 1.1 : loss);
        assertThat(kinds(under(patient(flat, validation(t -> checked)), done))).isEqualTo(expected(kind));
    }

    @ParameterizedTest
    @CsvSource({"0.0101, OVERFITTING", "0.0099,"})
    void overfittingBelowAHundredthOfTheFirstValidationIsLeftAlone(double now, String kind) {
        Curve course = validation(t -> t < 0.3 ? Math.max(0.002, Math.exp(-30 * t)) : 0.002 + 0.014 * (t - 0.3));
        Patient patient = new Patient(Ward.SPEC, false, LEARNED, course, now);
        assertThat(kinds(patient)).isEqualTo(expected(kind));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0, 1, 1, DEAD_UNITS", "0.49, 0, 1, 1,", "0, 0.5, 1, 1, SATURATION", "0, 0.49, 1, 1,",
        "0, 0, 0.00099, 1, VANISHING_GRADIENTS", "0, 0, 0.00101, 1,", "0, 0, NaN, 1,", "0, 0, 1, 1001, EXPLODING_GRADIENTS",
        "0, 0, 1, 999,", "0.5, 0.5, 0, 2000, DEAD_UNITS",
        "0, 0.5, 0, 2000, EXPLODING_GRADIENTS", "0, 0.5, 0, 1, SATURATION"})
    void whatGoesOnInsideIsToldFromItsThresholdOnAndOneThingOnly(double dead, double saturated, double ratio, double sensitivity,
                                                                     String kind) {
        Vitals inside = new Vitals(9, List.of(new Vitals.Layer("dense1.activation", dead, saturated)), "dense1.weight", ratio, sensitivity,
                1, 16);
        Patient stuck = patient(STUCK, Curve.EMPTY).with(() -> Optional.of(inside));
        assertThat(kinds(stuck)).isEqualTo(expected(kind));
        assertThat(kinds(under(stuck, 0.09))).as("too early to tell").isEmpty();
        assertThat(kinds(under(stuck, 0.1))).isEqualTo(expected(kind));
    }

    @ParameterizedTest
    @CsvSource({"0.21, 1, 0, DEAD_UNITS", "0.19, 1, 0,", "0.51, 0, 1, SATURATION", "0.49, 0, 1,"})
    void whoHasLearnedMostIsNotAskedWhatGoesOnInside(double left, double dead, double saturated, String kind) {
        Vitals inside = new Vitals(9, List.of(new Vitals.Layer("dense1.activation", dead, saturated)), "dense1.weight", 1, 1, 1, 16);
        assertThat(kinds(patient(training(left, left), Curve.EMPTY).with(() -> Optional.of(inside)))).isEqualTo(expected(kind));
    }

    @ParameterizedTest
    @CsvSource({"10.1, 8, BATCH_NOISE, batch=64", "9.9, 8, RATE_TOO_LARGE, learningRate=0.01",
        "10.1, 9, RATE_TOO_LARGE, learningRate=0.01"})
    void jumpsAreOfTheBatchWhereItIsSmallAndNoisy(double noise, int batch, Ailment kind, String remedy) {
        Vitals inside = new Vitals(9, List.of(), "dense1.weight", 1, 1, noise, batch);
        Patient jumps = patient(LEARNED, validation(zigzag(0.4, 0.1, 0, 1))).with(() -> Optional.of(inside));
        List<Finding> found = Ward.findings(jumps);
        assertThat(kinds(found)).containsExactly(kind);
        assertThat(found.get(0).remedy().setting()).isEqualTo(remedy);
    }

    /** No more than 8 times the batch can be asked for. */
    @ParameterizedTest
    @CsvSource({"64, BATCH_NOISE", "63, RATE_TOO_LARGE"})
    void aLargerBatchNeedsTheRows(int rows, Ailment kind) {
        Vitals inside = new Vitals(9, List.of(), "dense1.weight", 1, 1, 50, 8);
        Patient jumps = patient(LEARNED, validation(zigzag(0.4, 0.1, 0, 1))).with(() -> Optional.of(inside));
        List<Finding> found = RunDoctor.of(Ward.document(Ward.learning(Samples.IRIS_MODEL), List.of(Ward.SPEC)),
                Ward.rows(rows, row -> row % 3, row -> new double[] {row, row, row, row}), List.of(jumps));
        assertThat(kinds(found)).containsExactly(kind);
    }

    /** The loss of a few rows may be anything: one that happens to be small, or large, is not what others are held to. */
    @ParameterizedTest
    @CsvSource({"0.001, 8,", "0.001, 9, DIVERGING", "20, 8, RATE_TOO_LARGE", "20, 9,"})
    void theFirstLossOfAFewRowsIsNoMeasure(double first, int batch, String kind) {
        ContenderSpec spec = Ward.SPEC.withBatchSize(batch);
        double end = first < 1 ? 0.3 : 0.7;
        Curve training = training(t -> t == 0 ? first : t < 0.75 ? Math.max(0.3, 1 - 12 * t) : end);
        assertThat(kinds(patient(spec, training, validation(t -> t == 0 ? 1 : 0.3)))).isEqualTo(expected(kind));
    }

    /** Where nothing is validated the first losses of 32 rows are. */
    @Test
    void withoutValidationsSomeLossesTellTheFirst() {
        ContenderSpec spec = Ward.SPEC.withBatchSize(8);
        Curve rises = training(t -> t < 4.5 / Ward.POINTS ? t < 0.5 / Ward.POINTS ? 0.01 : 1 : t < 0.75 ? 0.3 : 0.7);
        assertThat(kinds(patient(spec, rises, Curve.EMPTY))).containsExactly(Ailment.RATE_TOO_LARGE);
        assertThat(kinds(patient(Ward.SPEC.withBatchSize(9), rises, Curve.EMPTY))).as("70 times its first").containsExactly(Ailment.DIVERGING);
    }

    /** Late validations a tenth of the first above the best, with a training loss that is no better, and a batch of few rows. */
    @ParameterizedTest
    @CsvSource({"0.61, 0.6, 8, RATE_TOO_LARGE", "0.61, 0.6, 9,", "0.59, 0.6, 8,", "0.61, 0.4, 8,"})
    void whatBatchesOfFewRowsLoseAgainIsTheRateOrTheBatch(double late, double trained, int batch, String kind) {
        Curve checks = validation(t -> t == 0 ? 1 : t < 0.5 ? 0.5 : late + 0.02 * Math.cos(40 * t));
        Patient wanders = patient(Ward.SPEC.withBatchSize(batch), training(trained, trained), checks);
        assertThat(kinds(wanders)).isEqualTo(expected(kind));
        Vitals noisy = new Vitals(9, List.of(), "dense1.weight", 1, 1, 50, batch);
        assertThat(kinds(wanders.with(() -> Optional.of(noisy)))).isEqualTo(kind == null ? List.of() : List.of(Ailment.BATCH_NOISE));
    }

    @Test
    void fewerThan48StepsTellNothingButThatALossIsNoNumber() {
        Curve rising = training(t -> t < 0.05 ? 0.1 : 5);
        assertThat(kinds(patient(rising.upTo(46), Curve.EMPTY))).isEmpty();
        assertThat(kinds(patient(rising.upTo(47), Curve.EMPTY))).isNotEmpty();
        assertThat(kinds(new Patient(Ward.SPEC, true, rising.upTo(3), Curve.EMPTY, Double.NaN))).containsExactly(Ailment.DIVERGING);
    }
}
