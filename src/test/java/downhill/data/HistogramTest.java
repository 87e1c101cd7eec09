package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void numbersFallIntoBarsOfEqualWidthAndMissingOnesIntoNone() {
        Histogram histogram = Histogram.of(Tables.numbers("x", 0, 0.9, 1, 3.9, 4, Double.NaN), 4);
        assertEquals(List.of(2, 1, 0, 2), histogram.counts());
        assertEquals("0 – 1", histogram.labels().get(0));
    }

    @Test
    void aConstantColumnHasOneBarAndAnEmptyOneNone() {
        assertEquals(List.of(3), Histogram.of(Tables.numbers("x", 5, 5, 5), 10).counts());
        assertEquals(List.of(), Histogram.of(Tables.numbers("x", Double.NaN), 10).counts());
    }

    @Test
    void theMostFrequentLabelsComeFirstAndTheRestIsSummedUp() {
        Histogram histogram = Histogram.of(Tables.labels("c", "a", "b", "b", "c", "b", "c", "d", null), 2);
        assertEquals(List.of("b", "c"), histogram.labels());
        assertEquals(List.of(3, 2), histogram.counts());
        assertEquals(2, histogram.others());
    }

    /** Their difference is no number, but half of it is. */
    @Test
    void aRangeWiderThanTheLargestNumberHasItsBarsToo() {
        double most = Double.MAX_VALUE;
        Histogram wide = Histogram.of(new NumberColumn("x", new double[] {-most, -0.6 * most, -0.1 * most, 0.1 * most, 0.6 * most, most}),
                4);
        assertThat(wide.counts()).containsExactly(2, 1, 1, 2);
        assertThat(wide.labels().toString()).doesNotContain("∞", "Infinity", "NaN");
        assertThat(wide.labels().get(1)).endsWith(" 0");
    }
}
