package downhill.analysis.ensemble;

import static downhill.data.Tables.labels;
import static downhill.data.Tables.numbers;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.predict.Scorer;
import downhill.analysis.predict.Scores;
import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.data.MissingStrategy;
import downhill.data.Scaling;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.prepare.Applied;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Preprocessing;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mixtures and their weights beside slower ways to the same, and trained models that answer as one. */
class EnsembleByHandTest {
    private static final double[] EVEN = new double[0];
    private static final int ROWS = 40;

    private static Predictions said(double[] said, double[] actual, double... weights) {
        return new Predictions(null, said, actual, weights);
    }

    private static Predictions classes(double[] second, double[] actual, double... weights) {
        double[] shares = new double[2 * second.length];
        Arrays.setAll(shares, i -> i % 2 == 1 ? second[i / 2] : 1 - second[i / 2]);
        return new Predictions(Mixture.probabilities(2, shares), EVEN, actual, weights);
    }

    /** Each model is off by noise of its own size; weights are whole numbers from 1. */
    private static List<Predictions> library(boolean classes, int models, long seed) {
        Random random = new Random(seed);
        double[] actual = random.ints(ROWS, 0, 2).asDoubleStream().toArray();
        double[] weights = random.ints(ROWS, 1, 4).asDoubleStream().toArray();
        List<Predictions> library = new ArrayList<>();
        for (int model = 0; model < models; model++) {
            double noise = 0.5 + model * 0.2;
            double[] said = Arrays.stream(actual).map(each -> each + noise * random.nextGaussian()).toArray();
            double[] shares = Arrays.stream(said).map(each -> 1 / (1 + Math.exp(1 - 2 * each))).toArray();
            library.add(classes ? classes(shares, actual, weights) : said(said, actual, weights));
        }
        return library;
    }

    private static Predictions often(Predictions one) {
        int[] rows = IntStream.range(0, ROWS).flatMap(row -> IntStream.generate(() -> row).limit((long) one.weights()[row])).toArray();
        return Mixture.rows(new Predictions(one.probabilities(), one.values(), one.actual(), EVEN), rows);
    }

    private static double error(boolean classes, List<Predictions> library, double... weights) {
        return (classes ? ScoreMetric.LOG_LOSS : ScoreMetric.RMSE).of(Mixture.of(library, weights));
    }

    /** Of three models every mixture in steps of a fiftieth is tried. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stackedWeightsAreSharesAndNoMixtureTriedIsBetter(boolean classes) {
        for (int seed = 0; seed < 6; seed++) {
            List<Predictions> library = library(classes, 3, seed);
            double[] found = Stacking.weights(library);
            assertThat(Arrays.stream(found).allMatch(each -> each >= 0)).isTrue();
            assertThat(Arrays.stream(found).sum()).isCloseTo(1, within(1e-12));
            double least = Double.POSITIVE_INFINITY;
            for (int a = 0; a <= 50; a++) {
                for (int b = 0; a + b <= 50; b++) {
                    least = Math.min(least, error(classes, library, a / 50.0, b / 50.0, (50 - a - b) / 50.0));
                }
            }
            assertThat(error(classes, library, found)).as("seed %d", seed).isLessThan(least + 1e-6).isCloseTo(least, within(0.005));
        }
    }

    @ParameterizedTest
    @EnumSource(EnsembleKind.class)
    void aRowThatCountsThriceIsThereThreeTimes(EnsembleKind kind) {
        for (boolean classes : new boolean[] {true, false}) {
            ScoreMetric metric = classes ? ScoreMetric.LOG_LOSS : ScoreMetric.MAE;
            for (int seed = 0; seed < 4; seed++) {
                List<Predictions> library = library(classes, 6, seed);
                assertThat(kind.weights(library.stream().map(EnsembleByHandTest::often).toList(), metric))
                        .as("seed %d", seed).containsExactly(kind.weights(library, metric), within(1e-6));
            }
        }
    }

    /** Who is right of every row needs no help, from whichever place. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4})
    void whoIsAlwaysRightIsAskedAlone(int place) {
        for (boolean classes : new boolean[] {true, false}) {
            List<Predictions> library = new ArrayList<>(library(classes, 4, 3));
            double[] actual = library.get(0).actual();
            double[] weights = library.get(0).weights();
            library.add(place, classes ? classes(actual, actual, weights) : said(actual, actual, weights));
            double[] alone = new double[5];
            alone[place] = 1;
            ScoreMetric metric = classes ? ScoreMetric.ACCURACY : ScoreMetric.RMSE;
            for (EnsembleKind kind : List.of(EnsembleKind.SINGLE, EnsembleKind.GREEDY, EnsembleKind.STACKED)) {
                assertThat(kind.weights(library, metric)).as("%s", kind).containsExactly(alone, within(1e-9));
            }
        }
    }

    @Test
    void theAverageIsOfTheFiveBestAndOfAllWhereThereAreFewer() {
        List<Predictions> library = library(false, 8, 1);
        double[] weights = EnsembleKind.AVERAGE.weights(library, ScoreMetric.MAE);
        assertThat(Arrays.stream(weights).filter(each -> each == 0.2).count()).isEqualTo(5);
        double worst = IntStream.range(0, 8).filter(i -> weights[i] > 0).mapToDouble(i -> ScoreMetric.MAE.of(library.get(i))).max()
                .orElseThrow();
        IntStream.range(0, 8).filter(i -> weights[i] == 0)
                .forEach(i -> assertThat(ScoreMetric.MAE.of(library.get(i))).isGreaterThanOrEqualTo(worst));
        assertThat(EnsembleKind.AVERAGE.weights(library.subList(0, 4), ScoreMetric.MAE)).containsOnly(0.25);
    }

    /** Where the metric cannot tell two models apart, how sure they were does. */
    @Test
    void ofEquallyRightOnesTheSurerIsBest() {
        double[] actual = {0, 1, 1, 0};
        Predictions unsure = classes(new double[] {0.4, 0.6, 0.6, 0.4}, actual);
        Predictions sure = classes(new double[] {0.1, 0.9, 0.9, 0.1}, actual);
        assertThat(EnsembleKind.SINGLE.weights(List.of(unsure, sure), ScoreMetric.ACCURACY)).containsExactly(0, 1);
        assertThat(EnsembleKind.SINGLE.weights(List.of(sure, unsure, sure), ScoreMetric.ACCURACY)).as("the first of twins")
                .containsExactly(1, 0, 0);
        Predictions lost = classes(new double[] {0.1, 0.9, 0.9, Double.NaN}, actual);
        assertThat(Merit.of(ScoreMetric.ACCURACY, lost)).isGreaterThan(Merit.of(ScoreMetric.ACCURACY, unsure));
    }

    @Test
    void aMixtureAsksOnlyWhoCounts() {
        double[] actual = {1, 2};
        Predictions lost = said(new double[] {Double.NaN, 1}, actual);
        List<Predictions> three = List.of(said(new double[] {1, 3}, actual), lost, said(new double[] {5, 7}, actual));
        assertThat(Mixture.of(three, new double[] {0.75, 0, 0.25}).values()).containsExactly(2, 4);
        assertThat(Mixture.of(three, new double[] {0.5, 0.5, 0}).values()).containsExactly(Double.NaN, 2);
        Predictions even = Mixture.of(List.of(classes(new double[] {0.25, 1}, actual), classes(new double[] {0.75, 0.5}, actual)),
                new double[] {0.5, 0.5});
        assertThat(even.probabilities().predicted()).as("of equal shares the first").containsExactly(0, 1);
        assertThat(even.probabilities().values()).containsExactly(0.5, 0.5, 0.25, 0.75);
    }

    @Test
    void rowsPutTogetherAgainAreTheWhole() {
        for (boolean classes : new boolean[] {true, false}) {
            Predictions all = library(classes, 1, 8).get(0);
            Predictions again = Mixture.joined(List.of(Mixture.rows(all, IntStream.range(0, 7).toArray()), Mixture.rows(all, new int[0]),
                    Mixture.rows(all, IntStream.range(7, ROWS).toArray())));
            assertThat(again.actual()).isEqualTo(all.actual());
            assertThat(again.weights()).isEqualTo(all.weights());
            assertThat(again.values()).isEqualTo(all.values());
            assertThat(classes ? again.probabilities().values() : EVEN).isEqualTo(classes ? all.probabilities().values() : EVEN);
            assertThat(classes ? again.probabilities().predicted() : null).isEqualTo(classes ? all.probabilities().predicted() : null);
        }
    }

    /** What choosing the best model costs: of each part that one answers which was best on all others. */
    @Test
    void theBestAloneIsScoredByThoseThatWereBestElsewhere() {
        List<Predictions> library = library(false, 5, 2);
        int[] parts = IntStream.range(0, ROWS).map(row -> row % 4).toArray();
        double[] said = new double[ROWS];
        for (int part = 0; part < 4; part++) {
            int held = part;
            int[] others = IntStream.range(0, ROWS).filter(row -> parts[row] != held).toArray();
            Predictions best = library.stream().min((a, b) -> Double.compare(ScoreMetric.RMSE.of(Mixture.rows(a, others)),
                    ScoreMetric.RMSE.of(Mixture.rows(b, others)))).orElseThrow();
            IntStream.range(0, ROWS).filter(row -> parts[row] == held).forEach(row -> said[row] = best.values()[row]);
        }
        EnsembleChoice choice = EnsembleChoice.of(library, parts, ScoreMetric.RMSE);
        double expected = ScoreMetric.RMSE.of(said(said, library.get(0).actual(), library.get(0).weights()));
        assertThat(choice.scores().get(EnsembleKind.SINGLE)).isCloseTo(expected, within(1e-12));
        assertThat(choice.scores().get(choice.kind())).isEqualTo(choice.scores().values().stream().min(Double::compare).orElseThrow());
        EnsembleChoice alone = EnsembleChoice.of(library.subList(0, 1), parts, ScoreMetric.RMSE);
        assertThat(alone.kind()).isEqualTo(EnsembleKind.SINGLE);
        assertThat(alone.weights()).containsExactly(1);
        assertThat(alone.scores()).containsOnlyKeys(EnsembleKind.SINGLE);
    }

    @Test
    void anIntervalIsAsWideAsRowsDiffer() {
        Predictions alike = said(new double[] {2, 3, 4, 5}, new double[] {1, 2, 3, 4});
        assertThat(Estimate.of(ScoreMetric.MAE, alike, 1, 7)).isEqualTo(new Estimate(1, 1, 1));
        Predictions some = library(false, 1, 3).get(0);
        Estimate estimate = Estimate.of(ScoreMetric.MAE, some, 1, 7);
        assertThat(estimate).isEqualTo(Estimate.of(ScoreMetric.MAE, some, 1, 7)).isNotEqualTo(Estimate.of(ScoreMetric.MAE, some, 1, 8));
        assertThat(estimate.low()).isLessThan(estimate.value());
        assertThat(estimate.high()).isGreaterThan(estimate.value());
        Estimate turned = Estimate.of(ScoreMetric.MAE, some, ROWS, 7);
        assertThat(turned.high() - turned.low()).as("one block is all rows").isCloseTo(0, within(1e-12));
        Estimate one = Estimate.of(ScoreMetric.MAE, Mixture.rows(some, new int[] {0}), 1, 7);
        assertThat(new double[] {one.low(), one.high()}).containsOnly(Double.NaN);
    }

    private static TrainedEnsemble.Member member(double weight, Preprocessing steps, int outputs, long seed) {
        ModelSpec model = new ModelSpec(new Architecture.Linear(), outputs == 1 ? Loss.MSE : Loss.CROSS_ENTROPY);
        double[] parameters = new Random(seed).doubles(3L * outputs, -1, 1).toArray();
        TrainedModel.Origin origin = new TrainedModel.Origin("sgd", Map.of(), 1, 1, "double", "finished", 0, 0);
        return new TrainedEnsemble.Member(weight, new TrainedModel("m", model, steps, outputs, parameters, origin));
    }

    /** Members prepare rows each in its way; rows that lack a value lack an answer, and the others keep their places. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void trainedModelsSayTheWeightedMeanOfWhatEachSays(boolean classes) {
        Table rows = table(numbers("a", 1, 2, Double.NaN, 4, 5, 7, 9, 3), numbers("b", 3, 1, 2, 8, 4, 9, 5, 6),
                classes ? labels("y", "p", "q", "r", "p", "q", "r", "p", "q") : numbers("y", 10, 20, 30, 40, 50, 60, 70, 80));
        var spec = spec().withTarget("y").withTask(classes ? TaskKind.MULTICLASS : TaskKind.REGRESSION)
                .withMissing(MissingStrategy.DROP_ROW);
        List<TrainedEnsemble.Member> members = new ArrayList<>();
        for (Scaling scaling : Scaling.values()) {
            members.add(member(scaling == Scaling.NONE ? 0.5 : 0.25, Preparation.prepare(rows, spec.withScaling(scaling)).preprocessing(),
                    classes ? 3 : 1, members.size()));
        }
        double[] expected = new double[classes ? 21 : 7];
        for (TrainedEnsemble.Member each : members) {
            double[] said = answers(alone(each.model(), rows));
            Arrays.setAll(expected, i -> expected[i] + each.weight() * said[i]);
        }
        try (EnsembleScorer scorer = new EnsembleScorer(new TrainedEnsemble("all", members))) {
            Scores scores = scorer.score(rows, 0, true);
            assertThat(answers(scores)).containsExactly(expected, within(1e-12));
            assertThat(IntStream.range(0, scores.count()).map(scores::row)).containsExactly(0, 1, 3, 4, 5, 6, 7);
            assertThat(scores.rows().unscored()).extracting(Applied.Unscored::row).containsExactly(2);
            assertThat(scores.isComplete()).isTrue();
        }
        try (EnsembleScorer scorer = new EnsembleScorer(TrainedEnsemble.of(members.get(1).model()))) {
            assertThat(answers(scorer.score(rows, 0, true))).isEqualTo(answers(alone(members.get(1).model(), rows)));
        }
    }

    private static double[] answers(Scores scores) {
        return scores.probabilities() == null ? scores.values() : scores.probabilities().values();
    }

    private static Scores alone(TrainedModel one, Table rows) {
        try (Scorer scorer = new Scorer(one.model(), one.preprocessing(), one.outputs(), one.parameters())) {
            return scorer.score(rows);
        }
    }
}
