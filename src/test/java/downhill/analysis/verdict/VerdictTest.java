package downhill.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.score.ScoreMetric;
import downhill.words.Said;
import downhill.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is said of scores, and whether it is right of scores that are known to differ or not. */
class VerdictTest {
    private static final double FOLDS = 0.25;

    private static Scored scored(String name, double... scores) {
        return new Scored(name, new double[][] {scores});
    }

    private static String told(boolean higher, double margin, Scored... entries) {
        Verdict verdict = Verdict.of(List.of(entries), higher, FOLDS, margin, 1);
        return new VerdictSentence(verdict, ScoreMetric.ACCURACY.said(), 5, true).said().toString();
    }

    @Test
    void theBetterOneLeadsWhicheverWayIsBetter() {
        Scored low = scored("low", 0.10, 0.11, 0.12, 0.10, 0.11);
        Scored high = scored("high", 0.90, 0.92, 0.91, 0.90, 0.93);
        assertThat(told(true, 0.01, low, high)).startsWith("high leads").contains("It is better than low (probability 99 %)");
        assertThat(told(false, 0.01, low, high)).startsWith("low leads").contains("It is better than high (probability 99 %)");
        Pair pair = Verdict.of(List.of(low, high), true, FOLDS, 0.01, 1).pairs().get(0);
        assertThat(pair.better()).isLessThan(0.01);
        assertThat(pair.worse()).isGreaterThan(0.99);
        assertThat(pair.improvement()).isZero();
    }

    @Test
    void whatIsNotShownIsSaidWithWhatWouldTell() {
        Scored one = scored("one", 0.90, 0.93, 0.95, 0.91, 0.94);
        Scored other = scored("other", 0.91, 0.90, 0.96, 0.92, 0.90);
        assertThat(told(true, 0.01, one, other)).contains("No difference is shown to other").contains("more rows would");
        assertThat(told(true, 0.01, one, scored("twin", one.scores()))).contains("It is equivalent to twin (probability 100 %)");
        assertThat(told(true, 0.01, one, scored("twin", one.scores()))).as("nobody leads").startsWith("one has accuracy 0.927 (")
                .contains("), the same as twin. It is equivalent");
        assertThat(told(true, 0.01, scored("once", 0.9), scored("again", 0.9)))
                .startsWith("once has accuracy 0.9 on one fold, the same as again.");
        assertThat(told(true, 0.01, one)).startsWith("one has accuracy 0.927 (");
        assertThat(told(true, 0.01, scored("once", 0.9))).contains("on one fold");
    }

    @Test
    void everyScoreHasANameInSentencesAndLargeCountsHaveMarks() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (ScoreMetric metric : ScoreMetric.values()) {
                Verdict verdict = Verdict.of(List.of(scored("one", 0.9, 0.8, 0.9, 0.7, 0.8)), true, FOLDS, 0.01, 1);
                assertThat(Words.of(language).say(new VerdictSentence(verdict, metric.said(), 5, true).said()))
                        .as(metric.key() + " in " + language).doesNotContain("measure.");
            }
        }
        assertThat(Said.count(1234567)).isEqualTo("1,234,567");
        assertThat(Said.count(999)).isEqualTo("999");
    }

    /** What stands in one bracket has as many decimals as the width of the interval takes to be told to two digits. */
    @Test
    void theScoreAndItsIntervalHaveTheSameDecimals() {
        assertThat(told(true, 0.01, scored("one", 0.90, 0.93, 0.95, 1, 0.94)))
                .matches("one has accuracy 0\\.\\d{3} \\(0\\.\\d{3} to 0\\.\\d{3}\\)\\.");
        assertThat(told(false, 10, scored("one", 21430.123, 20010.5, 23000, 22100.25, 20700)))
                .matches("one has accuracy \\d{5} \\(\\d{5} to \\d{5}\\)\\.");
        assertThat(told(true, 0.01, scored("same", 0.9, 0.9, 0.9, 0.9))).startsWith("same has accuracy 0.9000 (0.9000 to 0.9000)");
    }

    @Test
    void oneThatDivergedIsCountedAndComparedWithNobody() {
        Scored lost = scored("lost", 0.99, 0.99, Double.NaN, 0.99, 0.99);
        Scored kept = scored("kept", 0.90, 0.93, 0.95, 0.91, 0.94);
        Verdict verdict = Verdict.of(List.of(lost, kept), true, FOLDS, 0.01, 1);
        assertThat(verdict.standings().get(0).mean()).isNaN();
        assertThat(verdict.standings().get(0).diverged()).isEqualTo(1);
        assertThat(verdict.pairs().get(0).better()).isNaN();
        assertThat(verdict.pairs().get(0).improvement()).isEqualTo(0.8);
        assertThat(told(true, 0.01, lost, kept)).contains("lost diverged on 1 of 5 folds").contains("not compared with kept");
        double nothing = Double.NaN;
        assertThat(told(true, 0.01, scored("a", nothing, nothing), scored("b", nothing, nothing))).contains("So many runs diverged");
    }

    /** Of differences that are drawn around nothing a difference is shown in at most 5 of 100, of ones drawn around much in nearly all. */
    @Test
    void chanceIsSeldomTakenForADifference() {
        assertThat(shown(0)).isLessThanOrEqualTo(5);
        assertThat(shown(0.1)).isGreaterThan(90);
    }

    private static long shown(double gap) {
        Random random = new Random(5);
        long shown = 0;
        for (int i = 0; i < 100; i++) {
            double[] one = random.doubles(10, 0.85, 0.95).toArray();
            double[] other = Arrays.stream(random.doubles(10, 0.85, 0.95).toArray()).map(value -> value - gap).toArray();
            Pair pair = Verdict.of(List.of(scored("one", one), scored("other", other)), true, FOLDS, 0.01, 1).pairs().get(0);
            shown += Math.max(pair.better(), pair.worse()) >= Verdict.SURE ? 1 : 0;
        }
        return shown;
    }
}
