package downhill.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values of SciPy and the papers: src/test/resources/reference/verdict.py. */
class VerdictStatisticsTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static JsonNode reference;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = VerdictStatisticsTest.class.getResourceAsStream("/reference/verdict.json")) {
            reference = JsonMapper.builder().build().readTree(in);
        }
    }

    private static double[] numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    }

    @Test
    void pairedTestsAreThoseOfThePapers() {
        assertThat(reference.get("paired").size()).isEqualTo(4);
        for (JsonNode test : reference.get("paired")) {
            PairedTest found = PairedTest.of(numbers(test.get("x")), test.get("ratio").asDouble(), test.get("rope").asDouble());
            double[] values = {found.mean(), found.low(), found.high(), found.p(), found.below(), found.equivalent(), found.above()};
            String[] names = {"mean", "low", "high", "p", "below", "equivalent", "above"};
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).as("%s of %s", names[i], test.get("name")).isCloseTo(test.get(names[i]).asDouble(), CLOSE);
            }
        }
    }

    @Test
    void twinsAreEquivalentAndWhatAlwaysDiffersAlikeDiffers() {
        PairedTest twins = PairedTest.of(new double[10], 0.25, 0);
        assertThat(new double[] {twins.equivalent(), twins.above(), twins.below(), twins.p(), twins.low(), twins.high()})
                .containsExactly(1, 0, 0, 1, 0, 0);
        double third = 0.1 + 0.2;
        PairedTest always = PairedTest.of(new double[] {third, third, third}, 0.25, 0.01);
        assertThat(new double[] {always.equivalent(), always.above(), always.p()}).containsExactly(0, 1, 0);
        assertThat(PairedTest.of(new double[] {0.01, 0.01}, 0.25, 0.01).equivalent()).isEqualTo(1);
    }

    @Test
    void oneDifferenceTellsNothing() {
        PairedTest one = PairedTest.of(new double[] {0.3}, 0.25, 0.01);
        assertThat(one.mean()).isEqualTo(0.3);
        assertThat(new double[] {one.low(), one.p(), one.above(), one.equivalent()}).containsOnly(Double.NaN);
        assertThat(PairedTest.of(new double[0], 0, 0).count()).isZero();
    }

    @Test
    void soManyMoreWouldTellThatFewerWouldNot() {
        double[] unsure = {0.04, -0.02, 0.03, 0.0, 0.02};
        for (double margin : new double[] {0, 0.001, 0.005, 0.05}) {
            int needed = PairedTest.wouldTell(unsure, 0, margin);
            assertThat(needed).isBetween(5, 100);
            assertThat(isTold(alike(unsure, needed), margin)).as("so many do tell, margin %s", margin).isTrue();
            assertThat(needed > 5 && isTold(alike(unsure, needed - 1), margin)).as("one less does not").isFalse();
        }
        assertThat(PairedTest.wouldTell(unsure, 0.25, 0.001)).as("what folds share does not average out").isZero();
        assertThat(PairedTest.wouldTell(new double[] {1e-5, -1e-5, 2e-5, 0, -2e-5}, 0.25, 0.01)).as("already told").isEqualTo(5);
    }

    /** Whether the sentence would call anything shown. */
    private static boolean isTold(double[] differences, double margin) {
        PairedTest test = PairedTest.of(differences, 0, margin);
        return Math.max(test.equivalent(), Math.max(test.above(), test.below())) >= Verdict.SURE;
    }

    /** So many differences of the same mean and the same variance. */
    private static double[] alike(double[] few, int count) {
        double mean = Arrays.stream(few).average().orElseThrow();
        double variance = Arrays.stream(few).map(each -> (each - mean) * (each - mean)).sum() / (few.length - 1);
        double[] many = new double[count];
        double away = Math.sqrt(variance * (count - 1) / (count - count % 2));
        Arrays.setAll(many, i -> i == count - 1 && count % 2 == 1 ? mean : mean + (i % 2 == 0 ? away : -away));
        return many;
    }

    @Test
    void theMiddleHalfIsThatOfSciPy() {
        for (JsonNode test : reference.get("iqm")) {
            assertThat(InterquartileMean.of(numbers(test.get("x")))).isCloseTo(test.get("value").asDouble(), CLOSE);
        }
        assertThat(InterquartileMean.of(new double[] {0.9, 0.8, 0.7, Double.NEGATIVE_INFINITY})).isCloseTo(0.75, CLOSE);
        assertThat(InterquartileMean.of(new double[] {0.9, 0.8, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY}))
                .as("half of them diverged").isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(InterquartileMean.of(new double[0])).isNaN();
    }

    /** For 40 normal values the interval is about that of the trimmed mean's normal theory: the middle half has 1.2 of the mean's error. */
    @Test
    void theBootstrapIntervalIsAsWideAsTheory() {
        java.util.Random random = new java.util.Random(3);
        double[][] strata = new double[4][10];
        Arrays.stream(strata).forEach(stratum -> Arrays.setAll(stratum, i -> random.nextGaussian()));
        InterquartileMean mean = InterquartileMean.of(strata, 1);
        assertThat(mean.low()).isLessThan(mean.value());
        assertThat(mean.high() - mean.low()).isBetween(0.4, 1.0);
        assertThat(InterquartileMean.of(strata, 1)).isEqualTo(mean);
        assertThat(InterquartileMean.of(new double[][] {{0.5}}, 1).low()).isNaN();
        assertThat(InterquartileMean.of(new double[][] {{0.5, 0.5}, {0.5}}, 1)).isEqualTo(new InterquartileMean(0.5, 0.5, 0.5));
    }

    @Test
    void strataAreDrawnApart() {
        double[][] apart = {{0, 0, 0, 0}, {1, 1, 1, 1}};
        InterquartileMean mean = InterquartileMean.of(apart, 5);
        assertThat(new double[] {mean.low(), mean.value(), mean.high()}).containsExactly(0.5, 0.5, 0.5);
    }

    @Test
    void improvementIsMannWhitneysShare() {
        JsonNode test = reference.get("improvement");
        assertThat(Improvement.of(numbers(test.get("a")), numbers(test.get("b")))).isCloseTo(test.get("value").asDouble(), CLOSE);
        assertThat(Improvement.of(new double[] {1}, new double[] {1})).isEqualTo(0.5);
    }

    @Test
    void ranksOverDataSetsAreThoseOfSciPyAndDemsar() {
        for (JsonNode test : reference.get("friedman")) {
            Friedman found = Friedman.of(StreamSupport.stream(test.get("scores").spliterator(), false).map(VerdictStatisticsTest::numbers)
                    .toArray(double[][]::new), true);
            assertThat(found.ranks()).containsExactly(numbers(test.get("ranks")), CLOSE);
            assertThat(found.chiSquare()).isCloseTo(test.get("chiSquare").asDouble(), CLOSE);
            assertThat(found.p()).isCloseTo(test.get("p").asDouble(), CLOSE);
            assertThat(found.f()).isCloseTo(test.get("f").asDouble(), CLOSE);
            assertThat(found.pOfF()).isCloseTo(test.get("pOfF").asDouble(), CLOSE);
        }
        double[][] published = StreamSupport.stream(reference.get("friedman").get(0).get("scores").spliterator(), false)
                .map(VerdictStatisticsTest::numbers).toArray(double[][]::new);
        Friedman demsar = Friedman.of(published, true);
        assertThat(demsar.ranks()).containsExactly(new double[] {3.143, 2.000, 2.893, 1.964}, within(5e-4));
        assertThat(demsar.difference()).isCloseTo(1.25, within(5e-3));
    }
}
