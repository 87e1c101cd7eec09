package downhill.race.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points of curves: those nearest, those up to a step, and the extremes that are left when many are made few. */
class CurveTest {
    private static Curve drawn(Random random) {
        double[] x = random.ints(1 + random.nextInt(40), 0, 200).distinct().sorted().asDoubleStream().toArray();
        return new Curve(x, random.doubles(x.length).toArray());
    }

    @Test
    void theNearestPointIsThatOfALookAtAll() {
        for (long seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            Curve curve = drawn(random);
            for (double step = -3; step < 210; step += 1.5) {
                int nearest = 0;
                for (int i = 1; i < curve.size(); i++) {
                    nearest = Math.abs(curve.x()[i] - step) <= Math.abs(curve.x()[nearest] - step) ? i : nearest;
                }
                double wanted = step < curve.x()[0] ? Double.NaN : curve.y()[nearest];
                assertThat(curve.at(step)).as("seed %d at %s", seed, step).isEqualTo(wanted);
            }
            assertThat(curve.at(Double.NaN)).isNaN();
        }
        assertThat(Curve.EMPTY.at(0)).isNaN();
    }

    @Test
    void upToAStepAreThePointsNotBehindIt() {
        for (long seed = 0; seed < 30; seed++) {
            Curve curve = drawn(new Random(seed));
            for (long step = -1; step < 205; step++) {
                long limit = step;
                int count = (int) Arrays.stream(curve.x()).filter(x -> x <= limit).count();
                Curve part = curve.upTo(step);
                assertThat(part.x()).isEqualTo(Arrays.copyOf(curve.x(), count));
                assertThat(part.y()).isEqualTo(Arrays.copyOf(curve.y(), count));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 8, 64})
    void eachBucketKeepsItsSmallestAndItsLargest(long bucket) {
        for (long seed = 0; seed < 30; seed++) {
            double[] values = new Random(seed).doubles(300).toArray();
            Reducer reducer = new Reducer(bucket, 4);
            List<Double> wanted = new ArrayList<>();
            for (int from = 0; from < values.length; from += (int) bucket) {
                int low = from;
                int high = from;
                for (int i = from; i < Math.min(values.length, from + bucket); i++) {
                    reducer.add(i, values[i]);
                    low = values[i] < values[low] ? i : low;
                    high = values[i] > values[high] ? i : high;
                }
                for (int i : low == high ? new int[] {low} : new int[] {Math.min(low, high), Math.max(low, high)}) {
                    wanted.add((double) i);
                }
            }
            Curve curve = reducer.curve();
            assertThat(curve.x()).as("seed %d", seed).containsExactly(wanted.stream().mapToDouble(Double::doubleValue).toArray());
            for (int i = 0; i < curve.size(); i++) {
                assertThat(curve.y()[i]).isEqualTo(values[(int) curve.x()[i]]);
            }
        }
    }

    @Test
    void bucketsAreTheSmallestThatGiveNoMorePointsThanAsked() {
        for (long steps : new long[] {0, 1, 7, 100, 12_345, 1L << 40}) {
            for (int points : new int[] {0, 4, 50, 1000}) {
                long bucket = Reducer.bucketFor(steps, points);
                int most = Math.max(4, points);
                assertThat(Long.bitCount(bucket)).isEqualTo(1);
                assertThat(2 * (steps / bucket + 1)).as("%d steps, %d points", steps, points).isLessThanOrEqualTo(most);
                assertThat(bucket == 1 || 2 * (steps / (bucket / 2) + 1) > most).as("half of %d would do", bucket).isTrue();
            }
        }
    }

    /** Stretches given by their extremes come to the extremes of all. */
    @Test
    void extremesOfStretchesAreExtremesOfAll() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Extremes extremes = new Extremes();
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 1; i <= 12; i++) {
                double a = random.nextInt(50);
                double b = random.nextInt(50);
                extremes.add(a, b);
                low = Math.min(low, Math.min(a, b));
                high = Math.max(high, Math.max(a, b));
                assertThat(Math.min(extremes.first, extremes.second)).isEqualTo(low);
                assertThat(Math.max(extremes.first, extremes.second)).isEqualTo(high);
                assertThat(extremes.count).isEqualTo(i);
            }
            extremes.clear();
            extremes.add(7, 3);
            assertThat(new double[] {extremes.first, extremes.second}).containsExactly(7, 3);
        }
    }
}
