package downhill.study.automl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.score.ScoreMetric;
import downhill.data.DataSpec;
import downhill.data.Table;
import downhill.data.Tables;
import downhill.words.RefusedException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that are few or uneven, and what anybody could say of them. */
class AutoRowsTest {
    private static DataSpec spec() {
        DataSpec plain = Tables.spec().withTarget("y");
        return plain.withSplit(plain.split().withRatio(0).withSealed(0.2));
    }

    private static Table numbers(double... targets) {
        return Tables.table(Tables.numbers("a", Tables.range(targets.length)), Tables.numbers("y", targets));
    }

    /** The last {@code rare} are of the rare class. */
    private static Table classes(int rows, int rare) {
        return Tables.table(Tables.numbers("a", Tables.range(rows)), Tables.labels("y", IntStream.range(0, rows)
                .mapToObj(i -> i < rows - rare ? "usual" : "rare").toArray(String[]::new)));
    }

    private static double[] skewed(int rows) {
        double[] targets = Tables.range(rows);
        Arrays.setAll(targets, i -> Math.pow(1.3, i) + 0.25);
        return targets;
    }

    @Test
    void fewerThanTwentyRowsAreRefused() {
        assertThatThrownBy(() -> new AutoRows(numbers(skewed(19)), spec())).isInstanceOf(RefusedException.class)
                .hasMessageContaining("19").hasMessageContaining("20");
        assertThat(new AutoRows(numbers(skewed(20)), spec()).folds()).hasSize(5);
    }

    /** Each fold has a row of each class: a class of so few rows makes fewer folds, and one that is alone none. */
    @Test
    void aRareClassMakesFewerFolds() {
        for (int rare = 2; rare <= 12; rare++) {
            AutoRows rows = new AutoRows(classes(60, rare), spec());
            int open = (int) Arrays.stream(rows.outer(spec()).folds().get(0).training()).filter(row -> rows.table().column("y").text(row)
                    .equals("rare")).count();
            assertThat(rows.folds()).as("%s rare rows, %s of them open", rare, open).hasSize(Math.min(5, open));
            for (int fold : rows.folds()) {
                assertThat(Arrays.stream(rows.inner(spec()).folds().get(fold).held()).filter(row -> rows.table().column("y").text(row)
                        .equals("rare")).count()).isGreaterThanOrEqualTo(1);
            }
        }
    }

    /** Of skewed numbers the median errs least by absolute values, the mean by squares: each by its metric. */
    @Test
    void theBaselineIsTheOneThatTheMetricLikes() {
        double[] targets = skewed(60);
        AutoRows rows = new AutoRows(numbers(targets), spec());
        double[] open = Arrays.stream(rows.outer(spec()).folds().get(0).training()).mapToDouble(row -> targets[row]).sorted().toArray();
        Baseline absolute = Baseline.of(rows, spec(), ScoreMetric.MAE);
        assertThat(absolute.kind()).isEqualTo(Baseline.Kind.MEDIAN);
        double median = (open[(open.length - 1) / 2] + open[open.length / 2]) / 2;
        assertThat(absolute.outer().values()).containsOnly(new double[] {absolute.outer().values()[0]}, within(0.0 + 1e-9));
        assertThat(absolute.outer().values()[0]).isCloseTo(median, within(1e-6 * Math.abs(median)));
        Baseline squared = Baseline.of(rows, spec(), ScoreMetric.RMSE);
        double mean = Arrays.stream(open).average().orElseThrow();
        assertThat(squared.kind()).isEqualTo(Baseline.Kind.MEAN);
        assertThat(squared.outer().values()[0]).isCloseTo(mean, within(1e-6 * mean));
    }

    /** The shares of the classes among the open rows; of the logarithmic loss no other constant is better on them. */
    @Test
    void theBaselineOfClassesIsTheirShares() {
        AutoRows rows = new AutoRows(classes(100, 30), spec());
        Baseline found = Baseline.of(rows, spec(), ScoreMetric.LOG_LOSS);
        int[] open = rows.outer(spec()).folds().get(0).training();
        double rare = Arrays.stream(open).filter(row -> row >= 70).count() / (double) open.length;
        int index = rows.outerFold(spec()).prepared().classNames().indexOf("rare");
        assertThat(found.outer().probabilities().of(0, index)).isCloseTo(rare, within(1e-12));
        assertThat(found.outer().probabilities().of(0, 1 - index)).isCloseTo(1 - rare, within(1e-12));
        assertThat(found.inner().actual()).as("each open row once").hasSize(open.length);
        assertThat(found.outer().probabilities().predicted()).as("the usual class").containsOnly(1 - index);
    }
}
