package downhill.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Means and spreads against sums of 60 digits; whole weights against repeated numbers. */
class MomentsTest {
    private static final MathContext DIGITS = new MathContext(60);

    private static BigDecimal mean(double[] values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            sum = sum.add(new BigDecimal(value));
        }
        return sum.divide(BigDecimal.valueOf(values.length), DIGITS);
    }

    private static double deviation(double[] values) {
        BigDecimal mean = mean(values);
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            BigDecimal off = new BigDecimal(value).subtract(mean);
            sum = sum.add(off.multiply(off, DIGITS));
        }
        return sum.divide(BigDecimal.valueOf(values.length), DIGITS).sqrt(DIGITS).doubleValue();
    }

    private static double[] drawn(long seed, double size, double center) {
        return new Random(seed).doubles(40, -1, 1).map(value -> size * value + center).toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-160, 1e-9, 1, 1e9, 1e160, 1e305})
    void theyAreRightForNumbersOfAnySize(double size) {
        for (long seed = 0; seed < 10; seed++) {
            double[] values = drawn(seed, size, 0);
            double mean = Moments.mean(values);
            assertThat(mean).as("seed %d", seed).isCloseTo(mean(values).doubleValue(), within(size * 1e-15));
            double wanted = deviation(values);
            assertThat(Moments.deviation(values, mean)).isCloseTo(wanted, within(wanted * 1e-13));
        }
    }

    @Test
    void aLargeMeanCostsNoDigits() {
        double[] values = drawn(1, 1e-3, 1e9);
        double wanted = deviation(values);
        assertThat(Moments.mean(values)).isCloseTo(mean(values).doubleValue(), within(Math.ulp(1e9)));
        assertThat(Moments.deviation(values, Moments.mean(values))).isCloseTo(wanted, within(wanted * 1e-3));
    }

    @Test
    void sumsBeyondTheLargestNumberHaveAMeanAllTheSame() {
        double[] values = {8e307, 8e307, 8e307, 4e307};
        assertThat(Moments.mean(values)).isCloseTo(7e307, within(1e293));
    }

    @Test
    void numbersThatDifferByRoundingAreConstant() {
        assertThat(Moments.isConstant(0.1 + 0.2, 0.3)).isTrue();
        assertThat(Moments.isConstant(5, Double.NaN, 5)).isTrue();
        assertThat(Moments.isConstant(0, 0)).isTrue();
        assertThat(Moments.isConstant(1, 1 + 1e-9)).isFalse();
        assertThat(Moments.isConstant(0, 1e-300)).isFalse();
        assertThat(Moments.isConstant(-1.7e308, 1.7e308)).isFalse();
        assertThat(Moments.isConstant(Double.NaN)).as("of none").isFalse();
    }

    @Test
    void aWholeWeightIsARepeatedNumber() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            double[] values = random.doubles(1 + random.nextInt(12)).map(value -> Math.rint(value * 20)).toArray();
            double[] weights = random.ints(values.length, 1, 6).asDoubleStream().toArray();
            double[] repeated = java.util.stream.IntStream.range(0, values.length).boxed()
                    .flatMapToDouble(i -> java.util.stream.DoubleStream.generate(() -> values[i]).limit((long) weights[i])).toArray();
            WeightedMoments moments = new WeightedMoments(values, weights);
            double mean = moments.mean();
            assertThat(mean).as("seed %d", seed).isCloseTo(Moments.mean(repeated), within(1e-13));
            assertThat(moments.deviation(mean)).isCloseTo(Moments.deviation(repeated, Moments.mean(repeated)), within(1e-12));
            assertThat(moments.median()).as("median, seed %d", seed).isEqualTo(StepFitter.median(repeated));
            assertThat(moments.mode()).as("mode, seed %d", seed).isEqualTo(StepFitter.mode(repeated));
        }
    }

    @Test
    void sharesSumToOneAndOnlyRatiosCount() {
        double[] weights = {3, 1, 0, 4};
        for (double unit : new double[] {1e-300, 1, 1e300}) {
            Shares shares = Shares.of(Arrays.stream(weights).map(weight -> weight * unit).toArray());
            assertThat(shares.each()).as("unit %s", unit).containsExactly(new double[] {0.375, 0.125, 0, 0.5}, within(1e-15));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-170, 1, 1e170})
    void theCoefficientOfDeterminationHasNoUnits(double unit) {
        double[] residuals = {unit, -unit, 2 * unit};
        double[] deviations = {3 * unit, -4 * unit, unit};
        assertThat(Squares.r2(residuals, deviations)).isCloseTo(1 - 6 / 26.0, within(1e-14));
        assertThat(Squares.r2(residuals, new double[3])).isNaN();
        assertThat(Squares.of(residuals).root(3)).isCloseTo(Math.sqrt(2) * unit, within(1e-14 * unit));
    }
}
