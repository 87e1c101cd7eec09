package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The speed told is that of the steps given, by a clock that the test turns itself. */
class MeterTest {
    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1000 * MILLISECOND;

    @Test
    void withoutStepsNothingIsKnown() {
        Meter meter = new Meter();
        assertThat(meter.perSecond(SECOND)).isZero();
        meter.add(10, SECOND);
        assertThat(meter.perSecond(SECOND)).as("no time has gone by").isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 16, 40, 90, 300})
    void aSteadySpeedIsToldAsItIs(long milliseconds) {
        Meter meter = new Meter();
        long now = 5 * SECOND;
        meter.add(0, now);
        for (int i = 0; i < 3000 / milliseconds + 4; i++) {
            now += milliseconds * MILLISECOND;
            meter.add(3, now);
        }
        double wanted = 3000.0 / milliseconds;
        assertThat(meter.perSecond(now)).isCloseTo(wanted, within(wanted * 0.05));
    }

    /** Whatever the intervals: over the last second or so no more is told than the fastest part and no less than the slowest. */
    @Test
    void theSpeedLiesBetweenTheSlowestAndTheFastest() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Meter meter = new Meter();
            long now = SECOND;
            meter.add(0, now);
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            for (int i = 0; i < 200; i++) {
                long wait = (1 + random.nextInt(60)) * MILLISECOND;
                int steps = 1 + random.nextInt(100);
                now += wait;
                meter.add(steps, now);
                least = Math.min(least, steps * 1e9 / wait);
                most = Math.max(most, steps * 1e9 / wait);
                assertThat(meter.perSecond(now)).as("seed %d, %d", seed, i).isBetween(least * 0.999, most * 1.001);
            }
        }
    }

    @Test
    void anOlderSpeedIsForgottenAfterASecond() {
        Meter meter = new Meter();
        long now = SECOND;
        for (int i = 0; i < 100; i++) {
            meter.add(1000, now += 20 * MILLISECOND);
        }
        for (int i = 0; i < 60; i++) {
            meter.add(1, now += 20 * MILLISECOND);
        }
        assertThat(meter.perSecond(now)).isCloseTo(50, within(3.0));
    }

    @Test
    void clearedIsNew() {
        Meter meter = new Meter();
        meter.add(1000, SECOND);
        meter.add(1000, 2 * SECOND);
        meter.clear();
        assertThat(meter.perSecond(3 * SECOND)).isZero();
        meter.add(0, 10 * SECOND);
        meter.add(5, 11 * SECOND);
        assertThat(meter.perSecond(11 * SECOND)).as("the pause does not count").isEqualTo(5);
    }
}
