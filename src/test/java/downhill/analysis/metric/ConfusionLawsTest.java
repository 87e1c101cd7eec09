package downhill.analysis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of classes taken for others, counted row by row from its definition; a row of whole weight w is w rows. */
class ConfusionLawsTest {
    private static final int DRAWN = 300;

    /** Rows of classes as they are and as they were taken; negative where there is none. */
    private record Rows(int classes, int[] actual, int[] predicted) {
        static Rows drawn(Random random) {
            int classes = 1 + random.nextInt(5);
            int count = random.nextInt(40);
            int[] actual = random.ints(count, random.nextInt(8) == 0 ? -1 : 0, classes).toArray();
            int[] predicted = Arrays.stream(actual).map(own -> random.nextBoolean() ? own
                    : random.nextInt(classes + 1) - (random.nextInt(8) == 0 ? 1 : 0)).map(own -> Math.min(own, classes - 1)).toArray();
            return new Rows(classes, actual, predicted);
        }

        /** Of the rows that have both. */
        double count(IntPredicate wanted) {
            return IntStream.range(0, actual.length).filter(i -> actual[i] >= 0 && predicted[i] >= 0).filter(wanted).count();
        }

        double share(IntPredicate part, IntPredicate whole) {
            return count(whole) == 0 ? Double.NaN : count(i -> whole.test(i) && part.test(i)) / count(whole);
        }

        Rows repeated(int[] times) {
            int[] rows = IntStream.range(0, actual.length).flatMap(i -> IntStream.generate(() -> i).limit(times[i])).toArray();
            return new Rows(classes, IntStream.of(rows).map(i -> actual[i]).toArray(), IntStream.of(rows).map(i -> predicted[i]).toArray());
        }
    }

    private static void same(double got, double wanted, String what) {
        if (Double.isNaN(wanted)) {
            assertThat(got).as(what).isNaN();
        } else {
            assertThat(got).as(what).isCloseTo(wanted, within(1e-12));
        }
    }

    @Test
    void sharesAreThoseOfCountedRows() {
        for (int seed = 0; seed < DRAWN; seed++) {
            Rows rows = Rows.drawn(new Random(seed));
            ConfusionMatrix matrix = ConfusionMatrix.of(rows.classes, rows.actual, rows.predicted);
            same(matrix.total(), rows.count(i -> true), "rows");
            same(matrix.accuracy(), rows.share(i -> rows.actual[i] == rows.predicted[i], i -> true), "accuracy");
            double recalls = 0;
            double weighted = 0;
            int occurring = 0;
            for (int k = 0; k < rows.classes; k++) {
                int own = k;
                double recall = rows.share(i -> rows.predicted[i] == own, i -> rows.actual[i] == own);
                double precision = rows.share(i -> rows.actual[i] == own, i -> rows.predicted[i] == own);
                same(matrix.recall(k), recall, "recall");
                same(matrix.precision(k), precision, "precision");
                double f1 = recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
                boolean known = rows.count(i -> rows.actual[i] == own) > 0 && rows.count(i -> rows.predicted[i] == own) > 0;
                if (known) {
                    same(matrix.f1(k), f1, "F1");
                }
                recalls += Double.isNaN(recall) ? 0 : recall;
                occurring += Double.isNaN(recall) ? 0 : 1;
                weighted += rows.count(i -> rows.actual[i] == own) * (known ? f1 : 0);
            }
            same(matrix.balancedAccuracy(), occurring == 0 ? Double.NaN : recalls / occurring, "balanced accuracy");
            same(matrix.weightedF1(), occurring == 0 ? Double.NaN : weighted / matrix.total(), "weighted F1");
        }
    }

    /** Gorodkin's definition: the correlation of the rows' indicators of all classes, summed over the classes. */
    private static double covariance(Rows rows, int[] first, int[] second) {
        double all = rows.count(i -> true);
        double sum = 0;
        for (int k = 0; k < rows.classes; k++) {
            int own = k;
            sum += rows.count(i -> first[i] == own && second[i] == own) / all
                    - rows.count(i -> first[i] == own) / all * rows.count(i -> second[i] == own) / all;
        }
        return sum;
    }

    @Test
    void matthewsCorrelationIsThatOfIndicators() {
        for (int seed = 0; seed < DRAWN; seed++) {
            Rows rows = Rows.drawn(new Random(seed));
            double scale = Math.sqrt(covariance(rows, rows.actual, rows.actual) * covariance(rows, rows.predicted, rows.predicted));
            double wanted = scale > 1e-12 ? covariance(rows, rows.actual, rows.predicted) / scale : rows.count(i -> true) == 0 ? Double.NaN
                    : 0;
            double got = ConfusionMatrix.of(rows.classes, rows.actual, rows.predicted).matthews();
            same(got, wanted, "seed " + seed);
            assertThat(Double.isNaN(got) || Math.abs(got) <= 1 + 1e-12).isTrue();
            same(ConfusionMatrix.of(rows.classes, rows.predicted, rows.actual).matthews(), got, "either way round");
        }
    }

    @Test
    void aWholeWeightIsThatManyRows() {
        for (int seed = 0; seed < DRAWN; seed++) {
            Random random = new Random(seed);
            Rows rows = Rows.drawn(random);
            int[] times = random.ints(rows.actual.length, 1, 5).toArray();
            double[] weights = Arrays.stream(times).asDoubleStream().toArray();
            ConfusionMatrix weighted = ConfusionMatrix.of(rows.classes, rows.actual, rows.predicted, weights);
            Rows each = rows.repeated(times);
            ConfusionMatrix repeated = ConfusionMatrix.of(rows.classes, each.actual, each.predicted);
            same(weighted.accuracy(), repeated.accuracy(), "accuracy");
            same(weighted.macroF1(), repeated.macroF1(), "macro F1");
            same(weighted.weightedF1(), repeated.weightedF1(), "weighted F1");
            same(weighted.matthews(), repeated.matthews(), "Matthews");
            same(weighted.balancedAccuracy(), repeated.balancedAccuracy(), "balanced accuracy");
            assertThat(Arrays.deepToString(weighted.counts())).as("rows are counted once")
                    .isEqualTo(Arrays.deepToString(ConfusionMatrix.of(rows.classes, rows.actual, rows.predicted).counts()));
        }
    }
}
