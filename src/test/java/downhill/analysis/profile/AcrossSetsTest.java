package downhill.analysis.profile;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.verdict.Scored;
import downhill.analysis.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of the same contenders over several data sets. */
class AcrossSetsTest {
    /** Losses of contenders A, B, C on each of the sets. */
    private static AcrossSets across(double[]... sets) {
        List<Verdict> verdicts = Arrays.stream(sets).map(losses -> Verdict.of(IntStream.range(0, losses.length)
                .mapToObj(i -> new Scored("ABC".substring(i, i + 1), new double[][] {{losses[i]}})).toList(), false, 0, 0.01, 1)).toList();
        return AcrossSets.of(IntStream.range(0, sets.length).mapToObj(i -> "s" + i).toList(), verdicts);
    }

    private static double[][] times(int sets, double... losses) {
        return IntStream.range(0, sets).mapToObj(i -> losses).toArray(double[][]::new);
    }

    @Test
    void whoIsFirstOnTenOfTenLeads() {
        AcrossSets found = across(times(10, 0.1, 0.2));
        assertThat(found.isTested()).isTrue();
        assertThat(found.said().toString()).startsWith("A has the best mean rank, 1, over 10 data sets").contains("those of B are behind");
    }

    @Test
    void ofFewSetsRanksAreToldAndNotTested() {
        AcrossSets found = across(times(9, 0.1, 0.2));
        assertThat(found.isTested()).isFalse();
        assertThat(found.said().toString()).contains("over 9 data sets").contains("from 10 data sets on").doesNotContain("p =");
    }

    @Test
    void whereAllAreEqualNothingIsShown() {
        AcrossSets found = across(times(12, 0.5, 0.5, 0.5));
        assertThat(found.said().toString()).contains("mean rank, 2,").contains("No difference of ranks is shown (Friedman, p = 1)");
        assertThat(found.profile().shares()).allSatisfy(share -> assertThat(share).containsOnly(1));
    }

    /** B is first on seven of twelve: no more than a coin would be. */
    @Test
    void whatACoinWouldDoIsNotShown() {
        double[][] sets = IntStream.range(0, 12).mapToObj(i -> i < 7 ? new double[] {2, 1} : new double[] {1, 2}).toArray(double[][]::new);
        assertThat(across(sets).said().toString()).startsWith("B has the best mean rank, 1.417")
                .contains("No difference of ranks is shown");
    }

    @Test
    void whoDivergedHasTheLastRankAndIsWithinNoFactor() {
        AcrossSets found = across(times(11, Double.NaN, 0.2, 0.1));
        assertThat(found.scores()[0][0]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(found.friedman().ranks()).containsExactly(3, 2, 1);
        assertThat(found.profile().shares()[0]).containsOnly(0);
        assertThat(found.said().toString()).startsWith("C has").contains("p = 0); those of A, B are behind");
    }

    @Test
    void oneContenderHasNobodyToBeComparedWith() {
        AcrossSets found = across(times(12, 0.5));
        assertThat(found.friedman()).isNull();
        assertThat(found.isTested()).isFalse();
        assertThat(found.said().toString()).isEqualTo("A alone was judged, on 12 data sets.");
    }
}
