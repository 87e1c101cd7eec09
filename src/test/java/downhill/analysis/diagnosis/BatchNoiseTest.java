package downhill.analysis.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.prepare.Prepared;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.history.Curve;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The noise of batches of a real model on rows of the test's own, where it is known what it must be. */
class BatchNoiseTest {
    private static final ModelSpec SOFTMAX = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY);
    private static final double[] NOUGHT = new double[4 * 3 + 3];
    /** Rows of one kind and one class: the gradients of all batches are the same. */
    private static final Prepared SAME = Ward.rows(96, row -> 0, row -> new double[] {1, 2, 0, 0});
    /** Three kinds of rows, each of a class of its own. */
    private static final Prepared MIXED = Ward.rows(96, row -> row % 3, row -> new double[] {row % 3 == 0 ? 1 : 0, row % 3, 0, 1});
    /** Rows of one kind that say something else each time: at nought there is nothing to be gained. */
    private static final Prepared CONTRARY = Ward.rows(96, row -> row % 3, row -> new double[] {1, 2, 0, 0});

    private static Vitals vitals(Prepared data, ContenderSpec spec, double[] parameters) {
        Experiment document = Ward.document(Ward.learning(SOFTMAX), List.of(spec));
        return Examination.of(document, data, spec, parameters, 40).orElseThrow();
    }

    @Test
    void batchesOfEqualRowsHaveNoNoise() {
        Vitals vitals = vitals(SAME, Ward.SPEC.withBatchSize(4), NOUGHT);
        assertThat(vitals.noise()).isBetween(0.0, 1e-9);
        assertThat(vitals.batch()).isEqualTo(4);
        assertThat(vitals.step()).isEqualTo(40);
    }

    /** Variance goes with one by the rows: at 32 times as many it is an eighth at the very least. */
    @Test
    void noiseFallsWithTheRowsOfABatch() {
        double small = vitals(MIXED, Ward.SPEC.withBatchSize(1), NOUGHT).noise();
        double large = vitals(MIXED, Ward.SPEC.withBatchSize(32), NOUGHT).noise();
        assertThat(small).isGreaterThan(1);
        assertThat(large).isLessThan(small / 8);
    }

    @ParameterizedTest
    @CsvSource({"0", "96", "200"})
    void allRowsAreNoSampleAndAreCounted(int batch) {
        Vitals vitals = vitals(MIXED, Ward.SPEC.withBatchSize(batch), NOUGHT);
        assertThat(vitals.noise()).isNaN();
        assertThat(vitals.batch()).isEqualTo(96);
    }

    @Test
    void aBatchOfItsOwnGoesBeforeTheOneOfAll() {
        assertThat(vitals(MIXED, Ward.SPEC, NOUGHT).batch()).as("as the document has it").isEqualTo(16);
        assertThat(vitals(MIXED, Ward.SPEC.withBatchSize(8), NOUGHT).batch()).isEqualTo(8);
    }

    /** Of a line there is one array of weights: nothing to hold it against, and no hidden units. */
    @Test
    void aLineHasNeitherLayersNorARatioAndAtNoughtItsLossIsNotSensitive() {
        Vitals vitals = vitals(MIXED, Ward.SPEC, NOUGHT);
        assertThat(vitals.layers()).isEmpty();
        assertThat(vitals.ratio()).isNaN();
        assertThat(vitals.sensitivity()).isZero();
    }

    @Test
    void lookingIsRepeatableAndLeavesTheParametersAlone() {
        double[] parameters = IntStream.range(0, NOUGHT.length).mapToDouble(i -> 0.1 * i - 0.5).toArray();
        double[] before = parameters.clone();
        Vitals first = vitals(MIXED, Ward.SPEC.withBatchSize(4), parameters);
        assertThat(vitals(MIXED, Ward.SPEC.withBatchSize(4), parameters)).isEqualTo(first);
        assertThat(parameters).isEqualTo(before);
        assertThat(first.sensitivity()).isPositive();
    }

    /** Whatever all rows are answered alike, one class of three is right: balanced accuracy does not mind how many rows it has. */
    @Test
    void theScoreOfOneAnswerForAllRowsIsAThird() {
        Experiment document = Ward.document(Ward.learning(SOFTMAX), List.of(Ward.SPEC));
        double[] second = NOUGHT.clone();
        second[13] = 5;
        assertThat(PlainScore.of(document, Ward.IRIS, second)).isEqualTo(1 / 3.0);
        second[3] = Double.NaN;
        assertThat(PlainScore.of(document, Ward.IRIS, second)).isNaN();
    }

    @Test
    void aParameterThatIsNoNumberIsNotLookedAt() {
        double[] lost = NOUGHT.clone();
        lost[3] = Double.POSITIVE_INFINITY;
        assertThat(Examination.of(Ward.document(Ward.learning(SOFTMAX), List.of(Ward.SPEC)), MIXED, Ward.SPEC, lost, 0)).isEmpty();
    }

    /** Measured, then judged: the same jumps are of the batch where rows differ, and of the rate where they do not. */
    @Test
    void whatIsMeasuredDecidesWhatIsFound() {
        ContenderSpec spec = Ward.SPEC.withBatchSize(1);
        Curve jumping = Ward.validation(t -> Math.round(t * 24) % 2 == 0 ? 0.5 : 0.4);
        Patient jumps = Ward.patient(spec, Ward.training(0.1, 0.1), jumping);
        assertThat(Ward.kinds(jumps.with(() -> Optional.of(vitals(CONTRARY, spec, NOUGHT))))).containsExactly(Ailment.BATCH_NOISE);
        assertThat(Ward.kinds(jumps.with(() -> Optional.of(vitals(SAME, spec, NOUGHT))))).containsExactly(Ailment.RATE_TOO_LARGE);
    }
}
