package downhill.race.history;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.CounterRandom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepSeriesTest {
    /** Noise around a falling line with rare spikes, a function of the step. */
    private static double value(long seed, long step) {
        double spike = CounterRandom.index(seed, 2000, step, 1000) == 0 ? 50 : 0;
        return 100.0 / (1 + step) + CounterRandom.uniform(seed, 1000, step) + spike;
    }

    private static StepSeries recorded(long seed, long start, long steps) {
        StepSeries series = new StepSeries(start);
        for (long step = start; step < start + steps; step++) {
            series.add(value(seed, step));
        }
        series.publish();
        return series;
    }

    private static void assertTrue(Curve curve, long seed, long from, long to, int maxPoints) {
        assertThat(curve.size()).isLessThanOrEqualTo(Math.max(4, maxPoints) + 3);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (long step = from; step < to; step++) {
            low = Math.min(low, value(seed, step));
            high = Math.max(high, value(seed, step));
        }
        for (int i = 1; i < curve.size(); i++) {
            assertThat(curve.x()[i]).isGreaterThan(curve.x()[i - 1]);
        }
        assertThat(curve.x()[0]).isBetween((double) from, (double) to - 1);
        assertThat(curve.x()[curve.size() - 1]).isLessThanOrEqualTo(to - 0.5);
        assertThat(curve.y()[curve.size() - 1]).isNotNaN();
        assertThat(Arrays.stream(curve.y()).min().orElseThrow()).isLessThanOrEqualTo(low);
        assertThat(Arrays.stream(curve.y()).max().orElseThrow()).isGreaterThanOrEqualTo(high);
    }

    @Test
    void fewStepsComeAsTheyAre() {
        Curve curve = recorded(1, 0, 1000).curve(10, 900, 2000);
        assertThat(curve.size()).isEqualTo(890);
        for (int i = 0; i < curve.size(); i++) {
            assertThat(curve.x()[i]).isEqualTo(10 + i);
            assertThat(curve.y()[i]).isEqualTo(value(1, 10 + i));
        }
    }

    @Test
    void recentStepsAreExactHoweverFarTheRunIs() {
        StepSeries series = recorded(1, 0, 400_000);
        Curve curve = series.curve(270_003, 399_999, 500);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (long step = 270_003; step < 399_999; step++) {
            low = Math.min(low, value(1, step));
            high = Math.max(high, value(1, step));
        }
        assertThat(Arrays.stream(curve.y()).min().orElseThrow()).isEqualTo(low);
        assertThat(Arrays.stream(curve.y()).max().orElseThrow()).isEqualTo(high);
        assertThat(curve.x()[curve.size() - 1]).isEqualTo(399_998);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4, 5000, 400_000})
    void theFirstValueStaysKnown(long steps) {
        assertThat(recorded(1, 7, steps).opening()).isEqualTo(value(1, 7));
        assertThat(new StepSeries(7).opening()).isNaN();
    }

    @Test
    void whatBeginsAnewHasAnotherFirstValue() {
        StepSeries series = recorded(1, 0, 10);
        series.truncate(0);
        assertThat(series.opening()).isNaN();
        series.addAll(new double[] {9, 8, 7}, 1, 3);
        series.publish();
        assertThat(series.opening()).isEqualTo(8);
        assertThat(new StepSeries(series.save()).opening()).isEqualTo(8);
    }

    @Test
    void nothingRecordedGivesNoPoints() {
        assertThat(new StepSeries(5).curve(0, 100, 10).size()).isZero();
        assertThat(recorded(1, 0, 10).curve(10, 20, 10).size()).isZero();
        assertThat(recorded(1, 0, 10).curve(5, 5, 10).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void smallestAndLargestValuesSurviveAnyThinning(long seed) {
        long start = CounterRandom.index(seed, 3000, 0, 500);
        long steps = 2 + CounterRandom.index(seed, 3000, 1, 400_000);
        StepSeries series = recorded(seed, start, steps);
        for (int draw = 0; draw < 40; draw++) {
            int a = CounterRandom.index(seed, 4000, 2L * draw, (int) steps);
            int b = CounterRandom.index(seed, 4000, 2L * draw + 1, (int) steps);
            long from = start + Math.min(a, b);
            long to = start + Math.max(a, b) + 1;
            int points = 4 + CounterRandom.index(seed, 5000, draw, 3000);
            assertTrue(series.curve(from, to, points), seed, from, to, points);
        }
        Curve all = series.curve(0, Long.MAX_VALUE, 1600);
        assertTrue(all, seed, start, start + steps, 1600);
        assertThat(all.x()[all.size() - 1]).isEqualTo(start + steps - 1);
        assertThat(all.y()[all.size() - 1]).isEqualTo(value(seed, start + steps - 1));
    }

    @ParameterizedTest
    @CsvSource({"5000, 1234", "300000, 299000", "300000, 200000", "300000, 262144", "300000, 16", "4096, 4096", "5000, 0"})
    void afterForgettingTheFutureAnotherOneIsRecorded(long steps, long cut) {
        StepSeries series = recorded(7, 0, steps);
        boolean exact = series.exactAt(cut);
        series.truncate(cut);
        assertThat(series.publishedEnd()).isEqualTo(cut);
        for (long step = cut; step < steps; step++) {
            series.add(-value(8, step));
        }
        series.publish();
        StepSeries fresh = new StepSeries(0);
        for (long step = 0; step < steps; step++) {
            fresh.add(step < cut ? value(7, step) : -value(8, step));
        }
        fresh.publish();
        if (exact) {
            Curve expected = fresh.curve(0, steps, 1000);
            Curve actual = series.curve(0, steps, 1000);
            assertThat(actual.x()).isEqualTo(expected.x());
            assertThat(actual.y()).isEqualTo(expected.y());
        }
        assertThat(series.at(steps - 1)).isEqualTo(fresh.at(steps - 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void stretchesRecordedAtOnceAreRecordedAsOneByOne(long seed) {
        StepSeries oneByOne = new StepSeries(0);
        StepSeries stretches = new StepSeries(0);
        for (int draw = 0; draw < 4000; draw++) {
            double[] values = new double[3 + CounterRandom.index(seed, 6000, draw, 60)];
            Arrays.setAll(values, i -> CounterRandom.index(seed, 6001, oneByOne.end() + i, 5)); // ties too
            int from = CounterRandom.index(seed, 6002, draw, 3);
            for (int i = from; i < values.length; i++) {
                oneByOne.add(values[i]);
            }
            stretches.addAll(values, from, values.length);
            if (draw % 997 == 996) {
                long cut = oneByOne.end() - 1 - CounterRandom.index(seed, 6003, draw, 50);
                oneByOne.truncate(cut);
                stretches.truncate(cut);
            }
        }
        oneByOne.publish();
        stretches.publish();
        for (int points : new int[] {10, 300, 5000, 1_000_000}) {
            Curve expected = oneByOne.curve(0, Long.MAX_VALUE, points);
            Curve actual = stretches.curve(0, Long.MAX_VALUE, points);
            assertThat(actual.x()).isEqualTo(expected.x());
            assertThat(actual.y()).isEqualTo(expected.y());
        }
    }

    @Test
    void cutsThatAreRecentOrAtAKeyFrameAreExact() {
        StepSeries series = recorded(1, 0, 3_000_000);
        assertThat(series.exactAt(2_999_999)).isTrue();
        assertThat(series.exactAt(2_900_001)).isTrue();
        for (long frame = 0; frame < 3_000_000; frame += 16_384) {
            assertThat(series.exactAt(frame)).as("at %s", frame).isTrue();
        }
        assertThat(series.exactAt(1001)).isFalse();
    }

    @Test
    void readersSeeTheTrueValuesWhileOneThreadWritesAndForgets() throws InterruptedException {
        StepSeries series = new StepSeries(0);
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<String> fault = new AtomicReference<>();
        Runnable reader = () -> {
            while (!done.get()) {
                Curve curve = series.curve(0, Long.MAX_VALUE, 5000);
                for (int i = 0; i < curve.size(); i++) {
                    boolean right = curve.x()[i] % 1 == 0 && curve.y()[i] >= 0 && curve.y()[i] < 200;
                    if (!right || i > 0 && curve.x()[i] <= curve.x()[i - 1]) {
                        fault.set("at " + curve.x()[i] + ": " + curve.y()[i]);
                    }
                }
            }
        };
        Thread first = new Thread(reader);
        Thread second = new Thread(reader);
        first.start();
        second.start();
        for (int round = 0; round < 30; round++) {
            long end = series.end() + 20_000;
            for (long step = series.end(); step < end; step++) {
                series.add(value(1, step));
                if (step % 100 == 0) {
                    series.publish();
                }
            }
            series.truncate(CounterRandom.index(9, 1000, round, (int) end));
        }
        done.set(true);
        first.join();
        second.join();
        assertThat(fault.get()).isNull();
    }

    @Test
    void tenMillionStepsOfFourContendersStayFarBelow200Megabytes() {
        StepSeries series = new StepSeries(0);
        for (int step = 0; step < 10_000_000; step++) {
            series.add(step % 1000);
        }
        series.publish();
        long lossRateAndTwoParameters = 4;
        assertThat(4 * lossRateAndTwoParameters * series.bytes()).isLessThan(200L << 20);
        Curve curve = series.curve(0, Long.MAX_VALUE, 2000);
        assertThat(curve.size()).isBetween(900, 2003);
        assertThat(Arrays.stream(curve.y()).max().orElseThrow()).isEqualTo(999);
        assertThat(Arrays.stream(curve.y()).min().orElseThrow()).isZero();
    }

    @Test
    @Tag("soak")
    void aBillionStepsStayBounded() {
        StepSeries series = new StepSeries(0);
        for (long step = 0; step < 1_000_000_000; step++) {
            series.add(step & 1023);
        }
        series.publish();
        assertThat(series.bytes()).isLessThan(8L << 20);
    }
}
