package downhill.race.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailTest {
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
