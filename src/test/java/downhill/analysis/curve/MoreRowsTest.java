package downhill.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether more rows would help is told of gains that are made up. */
class MoreRowsTest {
    private static final double[] ROWS = {10, 20, 40, 60, 80};

    /** Four folds that gain so much from 40 to 80 rows. */
    private static MoreRows gains(boolean higherIsBetter, double... gains) {
        double sign = higherIsBetter ? 1 : -1;
        List<double[]> runs = Arrays.stream(gains).mapToObj(gain -> new double[] {0.1, 0.2, 0.5, 0.6, 0.5 + sign * gain}).toList();
        CurveBand band = CurveBand.of(ROWS, runs);
        return MoreRows.of(new ScoreLine("A", band, band), 0.25, 0.01, higherIsBetter);
    }

    @Test
    void aGainThatAllFoldsShareWouldGoOn() {
        MoreRows found = gains(true, 0.2, 0.21, 0.19, 0.2);
        assertThat(found.doubling()).as("40 to 80 rows is one doubling").isCloseTo(0.2, within(1e-12));
        assertThat(found.said().toString()).contains("A gains 0.2 from 40 to 80 rows").contains("would help").contains("0.2 at most");
        assertThat(gains(false, 0.2, 0.21, 0.19, 0.2).said().toString()).as("a loss falls").contains("gains 0.2").contains("would help");
    }

    @Test
    void noGainALossAndNoiseAreToldApart() {
        assertThat(gains(true, 0.001, -0.001, 0.002, 0).said().toString()).contains("would hardly help");
        assertThat(gains(true, -0.2, -0.21, -0.19, -0.2).said().toString()).contains("A loses 0.2").contains("more steps");
        assertThat(gains(true, 0.2, -0.3, 0.3, 0).said().toString()).contains("is not shown");
        assertThat(gains(true, 0.3, -0.2, -0.1, 0).said().toString()).as("no rounding that is left of sums")
                .contains("A gains 0.00 (−0.49 to 0.49)");
        assertThat(gains(true, 0.2).said().toString()).contains("on one fold");
        assertThat(gains(true, 0.2, Double.NaN).said().toString()).contains("diverged");
    }
}
