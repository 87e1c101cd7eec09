package downhill.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A slider has the range, the digits and the kind of steps of the values of training. */
class ValueSpanTest {
    private static ValueSpan of(double... values) {
        return ValueSpan.of(values).orElseThrow();
    }

    @Test
    void itReachesFromTheLeastToTheGreatestWithTheDigitsOfTheData() {
        ValueSpan span = of(5.1, 4.3, 7.9, Double.NaN, 6.4);
        assertThat(span.least()).isEqualTo(4.3);
        assertThat(span.greatest()).isEqualTo(7.9);
        assertThat(span.log()).isFalse();
        assertThat(span.value(span.place(5.1))).isEqualTo(5.1);
        assertThat(span.value(5.1499)).isEqualTo(5.1);
        assertThat(span.value(span.to())).isEqualTo(7.9);
        assertThat(span.value(span.from())).isEqualTo(4.3);
    }

    @Test
    void wholeNumbersStayWhole() {
        ValueSpan span = of(3, 8, 4, 6);
        assertThat(span.value(4.6)).isEqualTo(5);
        assertThat(span.stride()).isEqualTo(1);
    }

    /** Of 0, 1, ..., 123,456 a slider of a few hundred points shows hundreds; its ends are the data's. */
    @Test
    void aWideRangeHasRoundNumbersBetweenItsEnds() {
        ValueSpan span = of(IntStream.rangeClosed(0, 123_456).asDoubleStream().toArray());
        assertThat(span.value(61_234)).isEqualTo(61_200);
        assertThat(span.value(span.to())).isEqualTo(123_456);
    }

    @Test
    void valuesOverManyPowersOfTenHaveASliderOfRatios() {
        double[] powers = IntStream.rangeClosed(0, 60).mapToDouble(i -> Math.pow(10, i / 10.0)).toArray();
        ValueSpan span = of(powers);
        assertThat(span.log()).isTrue();
        assertThat(span.from()).isEqualTo(0);
        assertThat(span.to()).isCloseTo(6, within(1e-12));
        assertThat(span.value(3)).isEqualTo(1000);
        assertThat(span.place(1e9)).as("at the end").isEqualTo(span.to());
        assertThat(of(DoubleStream.iterate(1, x -> x + 1).limit(1000).toArray()).log()).as("evenly spread").isFalse();
        assertThat(of(DoubleStream.concat(DoubleStream.of(-1), DoubleStream.of(powers)).toArray()).log()).as("with one below 0").isFalse();
    }

    @Test
    void whatTrainingHasNotSeenIsOutside() {
        ValueSpan span = of(1, 2, 3);
        assertThat(span.isOutside(0.99)).isTrue();
        assertThat(span.isOutside(3.01)).isTrue();
        assertThat(span.isOutside(1)).isFalse();
        assertThat(span.isOutside(3)).isFalse();
    }

    @Test
    void oneValueOrNoneHasNoRange() {
        assertThat(ValueSpan.of(new double[] {2, 2, Double.NaN})).isEmpty();
        assertThat(ValueSpan.of(new double[0])).isEmpty();
        assertThat(ValueSpan.between(1, Double.POSITIVE_INFINITY)).isEmpty();
        assertThat(ValueSpan.between(0, 1).orElseThrow().value(0.12345)).isEqualTo(0.123);
    }
}
