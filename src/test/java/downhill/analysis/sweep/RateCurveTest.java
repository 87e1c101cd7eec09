package downhill.analysis.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What is read off a curve of losses by rate, of curves that are made so that it is known. */
class RateCurveTest {
    private static final double[] RATES = new double[101];

    static {
        Arrays.setAll(RATES, i -> Math.pow(10, -5 + i * 0.06)); // to ten
    }

    private static RateCurve curve(DoubleUnaryOperator ofLogarithm) {
        return RateCurve.of(RATES, Arrays.stream(RATES).map(Math::log10).map(ofLogarithm).toArray(), false);
    }

    /** A logistic fall is steepest in its middle; after it the loss is least where it begins to rise. */
    @Test
    void theSteepestPlaceIsTheMiddleOfTheFall() {
        for (double middle : new double[] {-3.5, -2.5, -1.5}) {
            RateCurve found = curve(x -> 1 - 1 / (1 + Math.exp(-4 * (x - middle))) + Math.max(0, x - middle - 2));
            assertThat(found.reason()).isEqualTo(RateCurve.Reason.STEEPEST);
            assertThat(Math.log10(found.suggested())).isCloseTo(middle, within(0.13));
            assertThat(Math.log10(RATES[found.least()])).isBetween(middle + 1, middle + 2.2);
        }
    }

    /** A fall that goes straight down to where it leaps: the steepest place is beside the least, and a tenth of that is safe. */
    @Test
    void aFallThatEndsInALeapIsLeftByAFactorOfTen() {
        RateCurve found = curve(x -> x < -1 ? 1 - Math.exp(6 * (x + 1)) : 5);
        assertThat(found.reason()).isEqualTo(RateCurve.Reason.BEFORE_LEAST);
        assertThat(found.suggested()).isCloseTo(RATES[found.least()] / 10, within(1e-15));
        RateCurve soon = RateCurve.of(RATES, Arrays.stream(RATES).map(rate -> rate < 1.2e-5 ? 1 : rate < 2e-5 ? 0.1 : 3).toArray(), false);
        assertThat(soon.suggested()).as("no less than the first rate").isGreaterThanOrEqualTo(RATES[0]);
    }

    @Test
    void aLossThatOnlyRisesOrScattersAboutItsStartSuggestsNothing() {
        assertThat(curve(x -> 6 + x).reason()).isEqualTo(RateCurve.Reason.NO_FALL);
        Random random = new Random(4);
        RateCurve noise = curve(x -> 1 + 0.02 * random.nextGaussian());
        assertThat(noise.reason()).isEqualTo(RateCurve.Reason.NO_FALL);
        assertThat(noise.suggested()).isNaN();
        assertThat(noise.sentence().toString()).contains("1.0e-05");
    }

    /** Factors of the loss change nothing, and smoothing keeps what is straight but for its ends. */
    @Test
    void theUnitOfTheLossDoesNotMatter() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            double[] losses = new double[RATES.length];
            Arrays.setAll(losses, i -> 2 - i * 0.01 + 0.2 * random.nextDouble());
            RateCurve one = RateCurve.of(RATES, losses, false);
            RateCurve other = RateCurve.of(RATES, Arrays.stream(losses).map(loss -> 64 * loss).toArray(), false);
            assertThat(other.suggested()).isEqualTo(one.suggested());
            assertThat(other.steepest()).isEqualTo(one.steepest());
            assertThat(one.smoothed()[one.least()]).isEqualTo(Arrays.stream(one.smoothed()).min().orElseThrow());
        }
        double[] straight = curve(x -> 3 - x).smoothed();
        for (int i = 3; i < 98; i++) {
            assertThat(straight[i]).isCloseTo(3 - Math.log10(RATES[i]), within(1e-12));
        }
    }

    /** From the first loss that is no number on nothing is known; where that is the first of all, nothing at all. */
    @Test
    void whatIsNoNumberEndsTheCurve() {
        double[] losses = new double[60];
        Arrays.setAll(losses, i -> 5 - 0.05 * i);
        losses[59] = Double.POSITIVE_INFINITY;
        RateCurve found = RateCurve.of(Arrays.copyOf(RATES, 60), losses, true);
        assertThat(found.smoothed()).hasSize(59);
        assertThat(found.least()).isEqualTo(58);
        RateCurve none = RateCurve.of(new double[] {1e-5}, new double[] {Double.NaN}, true);
        assertThat(none.reason()).isEqualTo(RateCurve.Reason.NO_FALL);
        assertThat(none.suggested()).isNaN();
        assertThat(none.end().toString()).contains("left its range");
        assertThat(none.sentence().toString()).contains("No learning rate");
    }

    /** What x does is known: it shrinks by a factor in each step, or turns round in each. */
    @Test
    void motionIsNamedByWhatItDoes() {
        assertThat(phase(0.9)).isEqualTo(Phase.CONVERGES);
        assertThat(phase(0.9995)).isEqualTo(Phase.SLOW);
        assertThat(phase(-0.9)).isEqualTo(Phase.OSCILLATES);
        assertThat(phase(-1)).as("neither grows nor shrinks").isEqualTo(Phase.OSCILLATES);
        assertThat(phase(1.01)).isEqualTo(Phase.DIVERGES);
        assertThat(phase(-1.01)).isEqualTo(Phase.DIVERGES);
        Motion lost = new Motion(100);
        lost.at(1, Double.NaN);
        assertThat(lost.phase()).isEqualTo(Phase.DIVERGES);
        Motion there = new Motion(100);
        for (int step = 1; step <= 100; step++) {
            there.at(step, (step % 2 == 0 ? 1 : -1) * 1e-9);
        }
        assertThat(there.phase()).as("crossings of what is reached are rounding").isEqualTo(Phase.CONVERGES);
    }

    private static Phase phase(double factor) {
        Motion motion = new Motion(200);
        double x = 1;
        for (int step = 1; step <= 200; step++) {
            x *= factor;
            motion.at(step, x);
        }
        return motion.phase();
    }
}
