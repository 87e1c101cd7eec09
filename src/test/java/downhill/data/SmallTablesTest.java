package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts, bars and nearness of names beside their plainest writings. */
class SmallTablesTest {
    @Test
    void differentNumbersAreThoseOfASet() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int kinds = 1 + random.nextInt(300);
            double[] values = random.doubles(random.nextInt(500))
                    .map(value -> random.nextInt(9) == 0 ? Double.NaN : Math.floor(value * kinds) / 7 - 3).toArray();
            long wanted = Arrays.stream(values).filter(value -> !Double.isNaN(value))
                    .map(value -> value + 0.0).distinct().count();
            assertThat(DistinctNumbers.count(values)).as("seed %d", seed).isEqualTo((int) wanted);
        }
        double[] special = {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        assertThat(DistinctNumbers.count(special)).isEqualTo(3);
    }

    @Test
    void manyNumbersAreCountedAsASetWould() {
        long none = Double.doubleToRawLongBits(Double.NaN);
        for (int length : new int[] {1 << 14, (1 << 14) + 1, 100_000}) {
            Random random = new Random(length);
            long[] values = random.longs(length).map(value -> value % 7 == 0 ? none : value % 3 == 0 ? value % 1000 : value).toArray();
            assertThat(DistinctNumbers.count(values.clone(), length)).isEqualTo((int) Arrays.stream(values).distinct().count());
            double[] numbers = Arrays.stream(values).mapToDouble(value -> value % 1000 / 8.0).toArray();
            assertThat(DistinctNumbers.count(numbers))
                    .isEqualTo((int) Arrays.stream(numbers).map(number -> number + 0.0).distinct().count());
        }
    }

    /** Levenshtein's own recursion. */
    private static int distance(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        int same = a.charAt(0) == b.charAt(0) ? 0 : 1;
        int replaced = distance(a.substring(1), b.substring(1)) + same;
        return Math.min(replaced, 1 + Math.min(distance(a.substring(1), b), distance(a, b.substring(1))));
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    @Test
    void theDistanceOfWordsIsTheFewestChanges() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String a = word(random);
            String b = word(random);
            assertThat(NearNames.distance(a, b)).as("%s %s", a, b).isEqualTo(distance(a, b));
            assertThat(NearNames.distance(a.toUpperCase(java.util.Locale.ROOT), b)).isEqualTo(distance(a, b));
        }
    }

    @Test
    void everyNumberIsInTheBarOfItsRange() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            double[] values = random.doubles(2 + random.nextInt(200))
                    .map(value -> random.nextInt(10) == 0 ? Double.NaN : value * 50 - 20).toArray();
            double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
            int bars = 1 + random.nextInt(12);
            Histogram histogram = Histogram.of(Tables.numbers("x", values), bars);
            int all = histogram.counts().stream().mapToInt(Integer::intValue).sum();
            assertThat(all).as("seed %d: all that are there", seed).isEqualTo(present.length);
            if (present.length < 2) {
                continue;
            }
            assertThat(histogram.labels()).hasSize(bars);
            double width = (present[present.length - 1] - present[0]) / bars;
            for (int bar = 0; bar < bars; bar++) {
                double from = present[0] + bar * width;
                long sure = Arrays.stream(present).filter(value -> value > from + 1e-9 && value < from + width - 1e-9).count();
                long most = Arrays.stream(present).filter(value -> value > from - 1e-9 && value < from + width + 1e-9).count();
                assertThat((long) histogram.counts().get(bar)).as("seed %d, bar %d", seed, bar).isBetween(sure, most);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"customer_id, true", "id, true", "ID, true", "userId, true", "uuid, true",
        "width, false", "idea, false", "humidity, false"})
    void namesOfRowsAreSeen(String name, boolean is) {
        assertThat(ColumnNames.isId(name)).as(name).isEqualTo(is);
    }
}
