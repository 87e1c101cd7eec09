package downhill.race.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailTest {
    /** Of 64 MB for 256 contenders each has 256 KB, which is room for 22 points of 1,450 numbers; fewer than 16 would be no path. */
    @Test
    void whoSharesRoomWithManyKeepsFewerPointsAndNeverTooFew() {
        Trail trail = new Trail(1450);
        for (long step = 0; step < 1000; step++) {
            if (trail.due(step)) {
                trail.add(new PathPoint(step, new double[0]), step < 500 ? 256 << 10 : 1);
            }
            int most = step < 500 ? 22 : 16;
            assertThat(trail.points().size()).isLessThanOrEqualTo(most);
        }
        assertThat(trail.points().size()).isGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"2, 256", "353, 256", "10000, 104", "170000, 16"})
    void pointsStayBoundedAndEvenlySpread(int parameters, int most) {
        Trail trail = new Trail(parameters);
        for (long step = 0; step < 50_000; step++) {
            if (trail.due(step)) {
                trail.add(new PathPoint(step, new double[0]));
            }
        }
        assertThat(trail.points().size()).isBetween(most / 2, most);
        assertThat(trail.points().get(0).step()).isZero();
        long spacing = trail.points().get(1).step();
        for (int i = 0; i < trail.points().size(); i++) {
            assertThat(trail.points().get(i).step()).isEqualTo(i * spacing);
        }
    }
}
