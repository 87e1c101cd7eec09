package downhill.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.NumberColumn;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that stand for a missing value are told from the numbers of a column, and nothing else is. */
class StandInTest {
    private static NumberColumn column(double... values) {
        return new NumberColumn("a", values);
    }

    /** Numbers between the two, with the one among them so many times. */
    private static NumberColumn with(double value, int times, double from, double to) {
        Random random = new Random(7);
        double[] others = random.doubles(100, from, to).toArray();
        return column(DoubleStream.concat(Arrays.stream(others), DoubleStream.generate(() -> value).limit(times)).toArray());
    }

    @ParameterizedTest
    @CsvSource({"-9999, -20, 40", "-999, 0, 900", "999, 0, 27", "9999, 0, 4000", "99.9, 0, 30", "-99, 1, 5", "-32768, 0, 1000",
        "-2147483648, -1e6, 1e6", "2147483647, 0, 1e9", "9.969209968386869e36, 250, 310", "3.4028234663852886e38, 0, 1",
        "-1.7976931348623157e308, 0, 1e300", "1e20, -1, 1", "100000, 0, 5", "-1e30, 1e-5, 1e-4"})
    void aNumberFarFromAllOthersThatComesAgainIsFound(double value, double from, double to) {
        StandIn found = StandIn.of(with(value, 5, from, to)).orElseThrow();
        assertThat(found.value()).isEqualTo(value);
        assertThat(found.times()).isEqualTo(5);
        assertThat(found.from()).isBetween(from, to);
        assertThat(found.to()).isBetween(found.from(), to);
        assertThat(StandIn.of(with(value, 1, from, to))).as("once may be a mistake, or true").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 24, 122", "0, 300000, 400000", "-1, 1, 2", "99, 0, 98", "999, 0, 998", "5000, 0, 1000", "-10, 0, 5"})
    void whatMayBeAValueIsNot(double value, double from, double to) {
        assertThat(StandIn.of(with(value, 5, from, to))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void usualNumbersHaveNone(long seed) {
        Random random = new Random(seed);
        assertThat(StandIn.of(column(random.doubles(300).map(u -> Math.rint(Math.exp(6 * u))).toArray()))).isEmpty();
        assertThat(StandIn.of(column(random.doubles(300).map(u -> Math.rint(10 * u)).toArray()))).isEmpty();
    }

    @Test
    void twoValuesOneOrNoneAreNoColumnWithAnother() {
        assertThat(StandIn.of(column(0, 9999, 9999, 0))).isEmpty();
        assertThat(StandIn.of(column(9999, 9999))).isEmpty();
        assertThat(StandIn.of(column(Double.NaN, Double.NaN))).isEmpty();
        assertThat(StandIn.of(column())).isEmpty();
        assertThat(StandIn.of(column(1, 2, Double.NaN, -999, -999)).orElseThrow().notice("t").message())
                .startsWith("2 cells of \"t\" are -999, far from all the others (1 to 2).");
    }
}
