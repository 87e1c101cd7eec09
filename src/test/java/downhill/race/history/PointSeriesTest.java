package downhill.race.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointSeriesTest {
    private static PointSeries squares(int count) {
        PointSeries series = new PointSeries();
        for (int i = 0; i < count; i++) {
            series.add(10L * i, (double) i * i);
        }
        return series;
    }

    @Test
    void aRangeIncludesItsFirstStepAndNotItsLast() {
        Curve curve = squares(100).curve(100, 130, 1000);
        assertThat(curve.x()).containsExactly(100, 110, 120);
        assertThat(curve.y()).containsExactly(100, 121, 144);
    }

    @Test
    void aValueIsFoundAtItsStepOnly() {
        PointSeries series = squares(100);
        assertThat(series.at(50)).isEqualTo(25);
        assertThat(series.at(51)).isNull();
        assertThat(series.before(59)).containsExactly(50, 25);
        assertThat(new PointSeries().before(59)).isNull();
    }

    @Test
    void aStepAlreadyRecordedIsKept() {
        PointSeries series = squares(10);
        series.add(90, -1);
        series.add(20, -1);
        assertThat(series.at(90)).isEqualTo(81);
        assertThat(series.curve(0, 1000, 1000).size()).isEqualTo(10);
    }

    @Test
    void forgottenPointsMakeRoomForOthers() {
        PointSeries series = squares(100);
        series.truncate(500);
        series.add(505, 7);
        assertThat(series.curve(480, 2000, 1000).x()).containsExactly(480, 490, 505);
    }

    @Test
    void manyPointsAreThinnedBetweenTheirExtremes() {
        Curve curve = squares(10_000).curve(0, Long.MAX_VALUE, 200);
        assertThat(curve.size()).isBetween(50, 203);
        assertThat(curve.y()[0]).isZero();
        assertThat(curve.y()[curve.size() - 1]).isEqualTo(9999.0 * 9999);
    }
}
