package downhill.analysis.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each number is in one bar, that of its place, or among those that are not finite. */
class ValueHistogramTest {
    @Test
    void everyNumberIsCountedOnceAndWhereItLies() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            int bars = 1 + random.nextInt(20);
            double[] values = random.doubles(random.nextInt(200)).map(value -> value < 0.1 ? Double.NaN : Math.rint(value * 64)).toArray();
            ValueHistogram histogram = ValueHistogram.of(values, bars);
            double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
            assertThat(histogram.notFinite()).as("seed %d", seed).isEqualTo(values.length - finite.length);
            assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(finite.length);
            if (finite.length > 1 && finite[0] < finite[finite.length - 1]) {
                assertThat(histogram.low()).isEqualTo(finite[0]);
                assertThat(histogram.high()).isEqualTo(finite[finite.length - 1]);
                int[] wanted = new int[bars];
                double span = histogram.high() - histogram.low();
                Arrays.stream(finite).forEach(value -> wanted[Math.min(bars - 1, (int) ((value - finite[0]) / span * bars))]++);
                assertThat(histogram.counts()).as("seed %d", seed).isEqualTo(wanted);
            }
        }
    }

    @Test
    void equalNumbersLieInTheMiddleAndWhatIsBeyondInTheOutermost() {
        assertThat(ValueHistogram.of(new double[] {7, 7, 7}, 5).counts()).containsExactly(0, 0, 3, 0, 0);
        assertThat(ValueHistogram.of(new double[0], 3).counts()).containsExactly(0, 0, 0);
        double[] values = {-9, 0, 0.5, 1, 9, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        ValueHistogram bounded = ValueHistogram.of(values, 2, 0, 1);
        assertThat(bounded.counts()).containsExactly(2, 3);
        assertThat(bounded.notFinite()).isEqualTo(2);
    }
}
