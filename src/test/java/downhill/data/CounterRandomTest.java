package downhill.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterRandomTest {
    private static final int DRAWS = 200_000;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -7, Long.MIN_VALUE})
    void uniformNumbersAreSpreadEvenly(long seed) {
        int[] bins = new int[10];
        for (int i = 0; i < DRAWS; i++) {
            double value = CounterRandom.uniform(seed, CounterRandom.DROPOUT, i);
            assertTrue(value >= 0 && value < 1);
            bins[(int) (value * bins.length)]++;
        }
        double chiSquare = Arrays.stream(bins).mapToDouble(n -> Math.pow(n - DRAWS / 10.0, 2) / (DRAWS / 10.0)).sum();
        assertTrue(chiSquare < 33.7, "chi-square with 9 degrees of freedom: " + chiSquare);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -7})
    void gaussianNumbersHaveTheMomentsOfTheStandardNormal(long seed) {
        double[] sums = new double[4];
        for (int i = 0; i < DRAWS; i++) {
            double value = CounterRandom.gaussian(seed, CounterRandom.NOISE, i);
            for (int power = 0; power < sums.length; power++) {
                sums[power] += Math.pow(value, power + 1) / DRAWS;
            }
        }
        assertEquals(0, sums[0], 0.012);
        assertEquals(1, sums[1], 0.02);
        assertEquals(0, sums[2], 0.05);
        assertEquals(3, sums[3], 0.12);
    }

    @Test
    void neighbouringCountersPurposesAndSeedsAreUncorrelated() {
        assertEquals(0, correlation(0, 0, 1), 0.012);
        assertEquals(0, correlation(0, 1, 0), 0.012);
        assertEquals(0, correlation(1, 0, 0), 0.012);
    }

    private static double correlation(int seed, int purpose, int counter) {
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            double a = CounterRandom.uniform(9, 3, i) - 0.5;
            double b = CounterRandom.uniform(9 + seed, 3 + purpose, i + counter) - 0.5;
            sum += a * b * 12 / DRAWS;
        }
        return sum;
    }

    @Test
    void aPermutationHoldsEachNumberOnceAndDependsOnTheEpoch() {
        int[] first = CounterRandom.permutation(5, CounterRandom.BATCHES, 0, 1000);
        assertArrayEquals(Tables.range(1000), Arrays.stream(first).sorted().asDoubleStream().toArray());
        assertArrayEquals(first, CounterRandom.permutation(5, CounterRandom.BATCHES, 0, 1000));
        assertFalse(Arrays.equals(first, CounterRandom.permutation(5, CounterRandom.BATCHES, 1, 1000)));
    }

    @Test
    void everyOrderOfFourIsAboutEquallyLikely() {
        int[] seen = new int[256];
        for (int epoch = 0; epoch < 24_000; epoch++) {
            int[] p = CounterRandom.permutation(1, CounterRandom.SPLIT, epoch, 4);
            seen[p[0] * 64 + p[1] * 16 + p[2] * 4 + p[3]]++;
        }
        int[] orders = Arrays.stream(seen).filter(n -> n > 0).toArray();
        assertEquals(24, orders.length);
        assertTrue(Arrays.stream(orders).allMatch(n -> n > 850 && n < 1150), Arrays.toString(orders));
    }

    @Test
    void theStreamIsTheSameAsInEveryFormerVersion() {
        assertNotEquals(CounterRandom.bits(42, 1, 0), CounterRandom.bits(42, 1, 1));
        assertEquals(PINNED, Long.toHexString(CounterRandom.bits(42, 1, 0)));
    }

    /** By a few lines of Python with integers of any length. */
    private static final String PINNED = "79a21033610f608e";
}
