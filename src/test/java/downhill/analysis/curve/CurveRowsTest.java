package downhill.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.ensemble.Mixture;
import downhill.analysis.profile.Progression;
import downhill.analysis.profile.StepCost;
import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Tables;
import downhill.race.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Curves as rows of a table: which there are, and what is left out. */
class CurveRowsTest {
    private static final double NONE = Double.NaN;

    private static ScoreLine line(double[] x, double[]... runs) {
        return new ScoreLine("A", CurveBand.of(x, List.of(runs)), CurveBand.of(x, List.of(new double[x.length])));
    }

    private static List<CurveRow> of(CurveRows rows, String curve) {
        return rows.rows().stream().filter(each -> each.curve().equals(curve)).toList();
    }

    @Test
    void ofTwoClassesTheSecondAloneIsToldOfAndOfThreeEach() {
        ContenderAnswers two = MadeAnswers.of(MadeAnswers.run(0, new double[] {0.9, 0.2, 0.6}, new boolean[] {true, false, true}));
        CurveRows rows = new CurveRows().classes(two, List.of("no", "yes"), 1, 1);
        assertThat(rows.rows()).extracting(CurveRow::of).containsOnly("yes", "");
        assertThat(rows.rows()).extracting(CurveRow::curve).containsOnly("roc", "precisionRecall", "gain", "lift", "calibration",
                "calibrationError", "cost");
        assertThat(of(rows, "roc")).hasSize(101).allMatch(each -> each.runs() == 1);
        assertThat(of(rows, "calibration")).extracting(CurveRow::x).as("bins without a row are left out").hasSize(3);
        assertThat(of(rows, "calibrationError")).extracting(CurveRow::of).as("of the class, and of the answers").containsExactly("yes", "");
        double[] values = {0.6, 0.3, 0.1, 0.2, 0.7, 0.1, 0.1, 0.1, 0.8};
        ContenderAnswers three = MadeAnswers.of(new HeldOut(0, 0, 1, Outcome.FINISHED, 1, new int[] {0, 1, 2},
                new Predictions(Mixture.probabilities(3, values), new double[0], new double[] {0, 1, 2}, new double[0])));
        assertThat(new CurveRows().classes(three, List.of("a", "b", "c"), 1, 1).rows()).extracting(CurveRow::of)
                .containsOnly("a", "b", "c", "");
    }

    @Test
    void aContenderOfWhichEveryRunDivergedHasNoRows() {
        ContenderAnswers lost = MadeAnswers.of(new HeldOut(0, 0, 1, Outcome.DIVERGED, 3, new int[] {1, 2}, null));
        assertThat(new CurveRows().classes(lost, List.of("no", "yes"), 1, 1).rows()).isEmpty();
        assertThat(new CurveRows().groups(lost, ScoreMetric.ACCURACY, Tables.labels("g", "a", "b", "c")).rows()).isEmpty();
    }

    @Test
    void rowsWithoutAValueMakeAGroupWithoutAName() {
        ContenderAnswers one = MadeAnswers.of(MadeAnswers.run(0, new double[] {0.9, 0.2, 0.6}, new boolean[] {true, true, true}));
        List<CurveRow> rows = new CurveRows().groups(one, ScoreMetric.ACCURACY, Tables.labels("g", "b", "a", null)).rows();
        assertThat(rows).extracting(CurveRow::x).containsExactly("a", "b", "");
        assertThat(rows).extracting(CurveRow::mean).containsExactly(0.0, 1.0, 1.0);
        assertThat(rows).extracting(CurveRow::of).containsOnly("g");
    }

    /** Two runs of which one diverged at the last place, and both at the middle one. */
    @Test
    void placesWithoutAValueAreLeftOutAndThoseOfOneHaveNoWidth() {
        List<CurveRow> rows = new CurveRows().lines("learning", "", List.of(line(new double[] {10, 20, 30}, new double[] {1, NONE, 3},
                new double[] {2, NONE, NONE})), null).rows();
        assertThat(rows.stream().filter(each -> each.curve().equals("learning"))).extracting(CurveRow::x).containsExactly("10", "30");
        assertThat(rows.get(0)).isEqualTo(new CurveRow("learning", "A", "", "10", 1.5, 1.5 - Math.sqrt(0.5), 1.5 + Math.sqrt(0.5), 2));
        assertThat(rows.get(1)).isEqualTo(new CurveRow("learning", "A", "", "30", 3, 3, 3, 1));
        assertThat(rows).extracting(CurveRow::curve).endsWith("learningOnTraining");
    }

    @Test
    void settingsThatAreTextsAreNamedAndHaveNoWidth() {
        ScoreLine line = line(new double[] {0, 1}, new double[] {0.5, 0.4});
        CurveRows rows = new CurveRows().lines("validation", "activation", List.of(line), List.of("relu", "tanh"))
                .goodRegion("activation", List.of(line), false, unused -> 0.01);
        assertThat(of(rows, "validation")).extracting(CurveRow::x).containsExactly("relu", "tanh");
        assertThat(of(rows, "goodRegion")).isEmpty();
        ScoreLine turned = line(new double[] {1, 0.1}, new double[] {0.5, 0.4});
        assertThat(new CurveRows().goodRegion("rate", List.of(turned), false, unused -> 0.01).rows()).as("places that fall").isEmpty();
    }

    /** Log10 runs from −2 to 0; one is 0.1 above the best at each, a margin of 0.05 is half way. */
    @Test
    void theGoodRegionIsOneRow() {
        ScoreLine line = line(new double[] {0.01, 0.1, 1}, new double[] {0.6, 0.5, 0.6});
        CurveRow row = new CurveRows().goodRegion("rate", List.of(line), false, unused -> 0.05).rows().get(0);
        assertThat(row.x()).isEqualTo("0.1");
        assertThat(row.mean()).isCloseTo(1, within(1e-12));
        assertThat(new double[] {row.low(), row.high()}).containsExactly(new double[] {Math.pow(10, -1.5), Math.pow(10, -0.5)},
                within(1e-12));
    }

    @Test
    void progressRanksAndTargetsGoByStep() {
        Progression two = new Progression(new double[] {5, 10}, List.of("A", "B"), new double[][][] {{{0.5, 0.1}}, {{0.4, NONE}}});
        CurveRows rows = new CurveRows().progress(two, false)
                .reached(two, 0.4, false, List.of(new StepCost(16, 0.001), new StepCost(32, NONE)));
        assertThat(of(rows, "progress")).extracting(each -> each.contender() + each.x()).containsExactly("A5", "A10", "B5");
        assertThat(of(rows, "rank")).extracting(CurveRow::mean).containsExactly(2.0, 1.0, 1.0, 2.0);
        assertThat(of(rows, "reached")).extracting(CurveRow::mean).containsExactly(0.0, 1.0, 1.0, 1.0);
        assertThat(of(rows, "reached")).extracting(CurveRow::of).containsOnly("0.4");
        assertThat(of(rows, "reachedGradients")).extracting(CurveRow::x).as("5 and 10 steps of 16 rows, and of 32")
                .contains("80", "160", "320");
        assertThat(of(rows, "reachedSeconds")).extracting(each -> each.contender() + each.x()).containsExactly("A0.005", "A0.01");
    }

    /** In the first fold one of three diverged, so that nothing is known of one trial alone; in the second none. */
    @Test
    void whatSomeTrialsMayNotComeToIsNotAveraged() {
        List<CurveRow> rows = new CurveRows().bestOf(TuningBudget.of("A", new double[] {0.3, 0.5}, List.of(new double[] {0.4, NONE, 0.2},
                new double[] {0.6, 0.6, 0.6}))).rows();
        assertThat(rows).extracting(CurveRow::x).containsExactly("0", "1", "2", "3");
        assertThat(rows).extracting(CurveRow::runs).containsExactly(2, 1, 2, 2);
        assertThat(IntStream.range(0, 4).mapToDouble(i -> rows.get(i).mean()).toArray())
                .containsExactly(new double[] {0.4, 0.6, ((0.2 + 0.2 + 0.4) / 3 + 0.6) / 2, 0.4}, within(1e-12));
    }

    @Test
    void sharesStayBetweenNothingAndAll() {
        CurveBand band = CurveBand.ofShares(new double[] {0, 1},
                List.of(new double[] {0, 1}, new double[] {0.5, 1}, new double[] {1, 0.4}));
        assertThat(band.low()[0]).isZero();
        assertThat(band.high()).containsExactly(1, 1);
        assertThat(CurveBand.of(new double[] {0}, List.of(new double[] {-3}, new double[] {5})).low()[0])
                .as("other numbers may be less").isCloseTo(1 - Math.sqrt(32), within(1e-12));
    }
}
