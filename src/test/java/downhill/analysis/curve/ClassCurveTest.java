package downhill.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.metric.ClassProbabilities;
import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.Predictions;
import downhill.race.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Curves over folds are those of scikit-learn: src/test/resources/reference/curves.py. */
class ClassCurveTest {
    private static final JsonNode EXPECTED = read();
    private static final ContenderAnswers ANSWERS = answers();

    private static JsonNode read() {
        try (InputStream in = ClassCurveTest.class.getResourceAsStream("/reference/curves.json")) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    }

    static HeldOut run(int fold, double[] probabilities, double[] actual) {
        double[] values = new double[2 * probabilities.length];
        IntStream.range(0, probabilities.length).forEach(i -> {
            values[2 * i + 1] = probabilities[i];
            values[2 * i] = 1 - probabilities[i];
        });
        int[] predicted = Arrays.stream(probabilities).mapToInt(p -> p > 0.5 ? 1 : 0).toArray();
        return new HeldOut(0, fold, 42, Outcome.FINISHED, 10, IntStream.range(0, actual.length).map(i -> fold * 100 + i).toArray(),
                new Predictions(new ClassProbabilities(2, values, predicted), new double[0], actual, new double[0]));
    }

    private static ContenderAnswers answers() {
        List<HeldOut> runs = new ArrayList<>();
        for (JsonNode each : EXPECTED.get("runs")) {
            runs.add(run(runs.size(), numbers(each.get("probabilities")), numbers(each.get("actual"))));
        }
        runs.add(new HeldOut(0, runs.size(), 42, Outcome.DIVERGED, 3, new int[] {1}, null));
        return new ContenderAnswers("a", "A", runs);
    }

    private static void assertCurve(ClassCurve found, String name) {
        JsonNode expected = EXPECTED.get(name);
        assertThat(found.band().x()).hasSize(101);
        assertThat(found.band().mean()).as(name).containsExactly(numbers(expected.get("mean")), within(1e-12));
        assertThat(found.band().low()).as(name).containsExactly(numbers(expected.get("low")), within(1e-12));
        assertThat(found.band().high()).as(name).containsExactly(numbers(expected.get("high")), within(1e-12));
        assertThat(found.values()).as(name).containsExactly(numbers(expected.get("values")), within(1e-12));
    }

    @Test
    void curvesAndTheirBandsAreThoseOfScikitLearn() {
        assertCurve(ClassCurve.roc(ANSWERS, 1), "roc");
        assertCurve(ClassCurve.precisionRecall(ANSWERS, 1), "precisionRecall");
        assertCurve(ClassCurve.gain(ANSWERS, 1), "gain");
    }

    @Test
    void theLiftIsTheGainOverThatOfChance() {
        ClassCurve gain = ClassCurve.gain(ANSWERS, 1);
        ClassCurve lift = gain.lift();
        assertThat(lift.band().mean()[100]).isCloseTo(1, within(1e-12));
        assertThat(lift.band().mean()[20]).isCloseTo(gain.band().mean()[20] / 0.2, within(1e-12));
        assertThat(lift.values()[0]).isCloseTo(gain.values()[0] * 10, within(1e-9));
    }

    @Test
    void calibrationIsThatOfScikitLearn() {
        Calibration found = Calibration.ofClass(ANSWERS, 1, Calibration.BINS);
        assertThat(Arrays.stream(found.observed()).filter(each -> !Double.isNaN(each)).toArray())
                .containsExactly(numbers(EXPECTED.at("/calibration/observed")), within(1e-12));
        assertThat(Arrays.stream(found.predicted()).filter(each -> !Double.isNaN(each)).toArray())
                .containsExactly(numbers(EXPECTED.at("/calibration/predicted")), within(1e-12));
        assertThat(found.errors()).containsExactly(numbers(EXPECTED.at("/calibration/errors")), within(1e-12));
        assertThat(IntStream.of(found.counts()).sum()).isEqualTo(155);
    }

    /** Guo et al.: of ten answers of 0.8 seven are right, so that the error is 0.1. */
    @Test
    void theErrorOfAnswersLooksAtTheMostProbableClass() {
        double[] probabilities = new double[10];
        Arrays.fill(probabilities, 0.2);
        ContenderAnswers one = new ContenderAnswers("a", "A", List.of(run(0, probabilities, new double[] {0, 0, 0, 1, 0, 1, 0, 0, 1, 0})));
        assertThat(Calibration.ofAnswers(one, 10).errors()).containsExactly(new double[] {0.1}, within(1e-12));
    }

    @Test
    void theBestThresholdCostsLeast() {
        Thresholds found = Thresholds.of(ANSWERS, 1, 5, 1);
        double[] costs = numbers(EXPECTED.get("costs"));
        assertThat(found.cost().mean()).containsExactly(costs, within(1e-12));
        double least = Arrays.stream(costs).min().orElseThrow();
        assertThat(costs[found.best()]).isCloseTo(least, within(1e-12));
        for (int i = 0; i < costs.length; i++) {
            assertThat(costs[i] > least + 1e-12 || Math.abs(i - 50) >= Math.abs(found.best() - 50)).as("of equals the one nearest to half")
                    .isTrue();
        }
        assertThat(found.threshold()).as("missing costs more than an alarm").isLessThan(Thresholds.of(ANSWERS, 1, 1, 5).threshold());
        assertThat(found.recall()[0]).isEqualTo(1);
        assertThat(found.falseRate()[100]).isZero();
    }

    @Test
    void aClassThatDoesNotOccurHasNoCurve() {
        ContenderAnswers none = new ContenderAnswers("a", "A", List.of(run(0, new double[] {0.2, 0.7}, new double[] {0, 0})));
        assertThat(ClassCurve.roc(none, 1).values()).isEmpty();
        assertThat(ClassCurve.roc(none, 1).band().mean()).containsOnly(Double.NaN);
    }
}
