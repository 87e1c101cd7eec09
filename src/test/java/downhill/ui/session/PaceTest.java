package downhill.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long now = 5 * SECOND;

    private int passed(Pace pace, int pulses, long from, long jitter) {
        Random random = new Random(1);
        int count = 0;
        for (int i = 0; i < pulses; i++) {
            now = from + i * SECOND / 60 + (jitter == 0 ? 0 : random.nextLong(jitter));
            count += pace.isTime() ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 8, 24, 33, 40})
    void pulsesSixtyTimesASecondLetThroughAsManyAsWanted(double perSecond) {
        assertThat((double) passed(new Pace(perSecond, () -> now), 600, now, SECOND / 200))
                .isBetween(10 * perSecond - 2, 10 * perSecond + 2);
    }

    @Test
    void theFirstCallPassesAndThoseAtOnceAfterItDoNot() {
        Pace pace = new Pace(10, () -> now);
        assertThat(pace.isTime()).isTrue();
        assertThat(pace.isTime()).isFalse();
    }

    @Test
    void afterARestNothingIsMadeUpFor() {
        Pace pace = new Pace(10, () -> now);
        pace.isTime();
        assertThat(passed(pace, 60, now + 100 * SECOND, 0)).isBetween(9, 11);
    }
}
