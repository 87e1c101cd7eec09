package downhill.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Laws of mixing and of finding weights, on made up predictions of every kind. */
class EnsembleTest {
    private static final int STUDIES = 12;

    /** Models that are right more or less often. */
    private static List<Predictions> library(SplittableRandom random, boolean classes, int models, int rows) {
        int count = classes ? 2 + random.nextInt(3) : 0;
        double[] actual = IntStream.range(0, rows).mapToDouble(i -> classes ? random.nextInt(count) : random.nextDouble()).toArray();
        double[] weights = random.nextBoolean() ? new double[0] : random.doubles(rows, 0.5, 2).toArray();
        List<Predictions> library = new ArrayList<>();
        for (int model = 0; model < models; model++) {
            double skill = random.nextDouble();
            library.add(classes ? ofClasses(random, skill, count, actual, weights) : new Predictions(null,
                    Arrays.stream(actual).map(each -> each + (1 - skill) * random.nextGaussian()).toArray(), actual, weights));
        }
        return library;
    }

    private static Predictions ofClasses(SplittableRandom random, double skill, int count, double[] actual, double[] weights) {
        double[] values = new double[actual.length * count];
        for (int row = 0; row < actual.length; row++) {
            double sum = 0;
            for (int k = 0; k < count; k++) {
                values[row * count + k] = random.nextDouble() + (k == actual[row] ? 2 * skill : 0) + 0.01;
                sum += values[row * count + k];
            }
            for (int k = 0; k < count; k++) {
                values[row * count + k] /= sum;
            }
        }
        return new Predictions(Mixture.probabilities(count, values), new double[0], actual, weights);
    }

    private interface Law {
        void holds(SplittableRandom random, List<Predictions> library, ScoreMetric metric);
    }

    private static void always(Law law) {
        for (int study = 0; study < STUDIES; study++) {
            SplittableRandom random = new SplittableRandom(study);
            boolean classes = study % 2 == 0;
            List<ScoreMetric> metrics = classes ? List.of(ScoreMetric.LOG_LOSS, ScoreMetric.ACCURACY, ScoreMetric.ROC_AUC)
                    : List.of(ScoreMetric.RMSE, ScoreMetric.MAE, ScoreMetric.R2);
            law.holds(random, library(random, classes, 1 + random.nextInt(6), 20 + random.nextInt(40)), metrics.get(study / 2 % 3));
        }
    }

    @Test
    void weightsAreSharesWhateverTheWay() {
        always((random, library, metric) -> {
            for (EnsembleKind kind : EnsembleKind.values()) {
                double[] weights = kind.weights(library, metric);
                assertThat(weights).as("%s", kind).hasSize(library.size());
                assertThat(Arrays.stream(weights).min().orElseThrow()).isNotNegative();
                assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
                assertThat(kind.weights(library, metric)).as("the same for the same").isEqualTo(weights);
            }
        });
    }

    /** Caruana's law: the best alone is where it begins, and on the rows it is selected by it gets no worse. */
    @Test
    void greedySelectionIsNeverWorseThanTheBestAlone() {
        always((random, library, metric) -> {
            Merit mixed = Merit.of(metric, Mixture.of(library, GreedySelection.weights(library, metric)));
            library.forEach(each -> assertThat(mixed).isLessThanOrEqualTo(Merit.of(metric, each)));
        });
    }

    @Test
    void greedySelectionCountsHowOftenAModelWasAdded() {
        always((random, library, metric) -> {
            double[] weights = GreedySelection.weights(library, metric);
            assertThat(IntStream.rangeClosed(1, GreedySelection.ROUNDS).anyMatch(added ->
                    Arrays.stream(weights).allMatch(each -> Math.abs(each * added - Math.rint(each * added)) < 1e-9))).isTrue();
        });
    }

    /** A model that is there twice changes nothing of what is said. */
    @Test
    void aTwinDoesNotMakeGreedySelectionWorse() {
        always((random, library, metric) -> {
            List<Predictions> twins = new ArrayList<>(library);
            twins.add(library.get(0));
            Merit alone = Merit.of(metric, Mixture.of(library, GreedySelection.weights(library, metric)));
            Merit with = Merit.of(metric, Mixture.of(twins, GreedySelection.weights(twins, metric)));
            assertThat(with.first()).isCloseTo(alone.first(), within(1e-9));
        });
    }

    @Test
    void aModelThatSaysNoNumbersGetsNothing() {
        always((random, library, metric) -> {
            Predictions first = library.get(0);
            double[] none = new double[first.probabilities() == null ? first.values().length : first.probabilities().values().length];
            Arrays.fill(none, Double.NaN);
            Predictions lost = first.probabilities() == null ? new Predictions(null, none, first.actual(), first.weights())
                    : new Predictions(Mixture.probabilities(first.probabilities().classes(), none), new double[0], first.actual(),
                    first.weights());
            List<Predictions> all = new ArrayList<>(List.of(lost));
            all.addAll(library);
            for (EnsembleKind kind : List.of(EnsembleKind.SINGLE, EnsembleKind.GREEDY, EnsembleKind.STACKED)) {
                assertThat(kind.weights(all, metric)[0]).as("%s", kind).isZero();
            }
        });
    }

    /** No small step from one model to another makes it better: the optimum of a convex problem. */
    @Test
    void stackedWeightsAreTheBestMixtureThereIs() {
        always((random, library, metric) -> {
            ScoreMetric own = library.get(0).probabilities() == null ? ScoreMetric.RMSE : ScoreMetric.LOG_LOSS;
            double[] weights = Stacking.weights(library);
            double best = own.of(Mixture.of(library, weights));
            for (int i = 0; i < weights.length; i++) {
                for (int j = 0; j < weights.length; j++) {
                    double step = Math.min(0.05, weights[j]);
                    double[] other = weights.clone();
                    other[i] += step;
                    other[j] -= step;
                    assertThat(own.of(Mixture.of(library, other))).isGreaterThan(best - 1e-4);
                }
            }
        });
    }

    /** Errors of 1 and −1 cancel; with errors of 1 and −3 three parts of the first and one of the second do. */
    @Test
    void errorsThatCancelAreMixedSoThatTheyDo() {
        double[] actual = {1, 2, 3, 4};
        Predictions above = new Predictions(null, new double[] {2, 3, 4, 5}, actual, new double[0]);
        Predictions below = new Predictions(null, new double[] {-2, -1, 0, 1}, actual, new double[0]);
        assertThat(Stacking.weights(List.of(above, below))).containsExactly(new double[] {0.75, 0.25}, within(1e-9));
        assertThat(GreedySelection.weights(List.of(above, below), ScoreMetric.RMSE)).containsExactly(0.75, 0.25);
    }

    @Test
    void aMixtureIsTheWeightedMeanAndOfOneThatOne() {
        always((random, library, metric) -> {
            double[] weights = EnsembleKind.AVERAGE.weights(library, metric);
            Predictions mixed = Mixture.of(library, weights);
            boolean numbers = mixed.probabilities() == null;
            double[] values = numbers ? mixed.values() : mixed.probabilities().values();
            for (int i = 0; i < values.length; i++) {
                double mean = 0;
                for (int model = 0; model < weights.length; model++) {
                    Predictions one = library.get(model);
                    mean += weights[model] * (numbers ? one.values()[i] : one.probabilities().values()[i]);
                }
                assertThat(values[i]).isCloseTo(mean, within(1e-12));
            }
            double[] alone = new double[library.size()];
            alone[library.size() - 1] = 1;
            assertThat(Mixture.of(library, alone)).isSameAs(library.get(library.size() - 1));
        });
    }

    /** The kind is judged by rows its weights were not found on: what fits noise is not taken for good. */
    @Test
    void ofManyModelsThatGuessTheBestIsNotTakenForGood() {
        SplittableRandom random = new SplittableRandom(5);
        double[] actual = IntStream.range(0, 60).mapToDouble(i -> random.nextInt(2)).toArray();
        List<Predictions> guesses = IntStream.range(0, 40).mapToObj(i -> ofClasses(random, 0, 2, actual, new double[0])).toList();
        EnsembleChoice choice = EnsembleChoice.of(guesses, IntStream.range(0, 60).map(i -> i % 5).toArray(), ScoreMetric.ACCURACY);
        double best = guesses.stream().mapToDouble(ScoreMetric.ACCURACY::of).max().orElseThrow();
        assertThat(best).as("chosen on the rows it is measured on").isGreaterThan(0.6);
        assertThat(choice.scores().get(EnsembleKind.SINGLE)).isLessThan(best).isBetween(0.3, 0.62);
    }

    /** Wilson's interval of 10 of 10, and of 81 of 263 (Brown, Cai and DasGupta 2001 use the formula; values by hand). */
    @Test
    void sharesHaveWilsonsInterval() {
        Estimate all = Estimate.wilson(1, 10);
        assertThat(all.low()).isCloseTo(0.7225, within(1e-4));
        assertThat(all.high()).isEqualTo(1);
        Estimate some = Estimate.wilson(81.0 / 263, 263);
        assertThat(some.low()).isCloseTo(0.2553, within(1e-4));
        assertThat(some.high()).isCloseTo(0.3662, within(1e-4));
    }

    /** Of normal errors the interval of the mean absolute error holds the true one, √(2/π), in about 95 of 100 samples. */
    @Test
    void theBootstrapIntervalHoldsWhatIsTrueAboutAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(11);
        int held = 0;
        for (int i = 0; i < 100; i++) {
            double[] errors = IntStream.range(0, 80).mapToDouble(row -> random.nextGaussian()).toArray();
            Estimate estimate = Estimate.of(ScoreMetric.MAE, new Predictions(null, errors, new double[80], new double[0]), 1, i);
            held += estimate.low() <= Math.sqrt(2 / Math.PI) && Math.sqrt(2 / Math.PI) <= estimate.high() ? 1 : 0;
        }
        assertThat(held).isBetween(88, 100);
    }

    @Test
    void aGainIsAboveZeroWhereTheFirstIsBetterWhicheverWayTheMetricGoes() {
        always((random, library, metric) -> {
            Predictions first = library.get(0);
            Predictions last = library.get(library.size() - 1);
            Estimate gain = Estimate.gain(metric, first, last, 3, 1);
            assertThat(gain.value()).isEqualTo(Merit.loss(metric, metric.of(last)) - Merit.loss(metric, metric.of(first)));
            assertThat(gain.low()).isLessThanOrEqualTo(gain.high());
            Estimate none = Estimate.gain(metric, first, first, 1, 1);
            assertThat(new double[] {none.value(), none.low(), none.high()}).containsExactly(new double[3], within(1e-15));
            assertThat(none.isAboveZero()).isFalse();
        });
    }
}
