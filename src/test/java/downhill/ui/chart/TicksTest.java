package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.shape.Range;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.05 | 1.2 | 8 | 0.05 0.1 0.2 0.5 1
            0.9 | 1100 | 10 | 1 2 5 10 20 50 100 200 500 1,000
            0.0001 | 10 | 7 | 0.0001 0.001 0.01 0.1 1 10
            0.42 | 0.58 | 6 | 0.45 0.50 0.55
            1e-12 | 1 | 7 | 10⁻¹² 10⁻¹⁰ 10⁻⁸ 10⁻⁶ 0.0001 0.01 1
            """)
    void marksOfALogarithmicScaleAreRoundNumbers(double low, double high, int most, String labels) {
        assertThat(labels(Ticks.log(new Range(low, high), most))).isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 2000 | 6 | 0 500 1,000 1,500 2,000
            0 | 1.3 | 8 | 0.0 0.2 0.4 0.6 0.8 1.0 1.2
            -0.02 | 0.03 | 6 | −0.02 −0.01 0.00 0.01 0.02 0.03
            """)
    void marksOfALinearScaleAreRoundNumbers(double low, double high, int most, String labels) {
        assertThat(labels(Ticks.linear(new Range(low, high), most))).isEqualTo(labels);
    }

    @Test
    void wholeMarksLeaveOutFractions() {
        assertThat(labels(Ticks.whole(new Range(0, 2), 9))).isEqualTo("0 1 2");
    }

    @Test
    void aSmallChartHasTwoMarksAtLeast() {
        assertThat(labels(Ticks.whole(new Range(0, 412), 3))).isEqualTo("0 200 400");
    }

    @Test
    void thereAreHardlyMoreMarksThanAskedForAndAllLieWithin() {
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            double low = Math.pow(10, random.nextDouble() * 12 - 8);
            Range range = new Range(low, low * (1 + Math.pow(10, random.nextDouble() * 8 - 2)));
            int most = 3 + random.nextInt(10);
            assertThat(Ticks.log(range, most)).as(range + " log").hasSizeLessThanOrEqualTo(Math.max(most, 6)).allSatisfy(tick ->
                    assertThat(tick.value()).isBetween(range.low() * (1 - 1e-6), range.high() * (1 + 1e-6)));
            assertThat(Ticks.linear(range, most)).as(range + " linear").hasSizeBetween(2, most + 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"412, 500", "100, 100", "2000, 2000", "2001, 2001", "2002, 2500", "7, 7", "7.5, 8", "999, 1000"})
    void aRunsLengthIsRoundedUp(double length, double rounded) {
        assertThat(Ticks.roundedUp(length)).isEqualTo(rounded);
    }

    private static String labels(List<Ticks.Tick> ticks) {
        return ticks.stream().map(Ticks.Tick::label).collect(Collectors.joining(" "));
    }
}
