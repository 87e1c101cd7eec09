package downhill.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error function against its table (Abramowitz &amp; Stegun 7.1) and against its integral by Simpson's rule. */
class ErfTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "0.02, 0.0225645747", "0.1, 0.1124629160", "0.5, 0.5204998778", "1, 0.8427007929",
        "1.5, 0.9661051465", "2, 0.9953222650"})
    void theTableIsMet(double x, double value) {
        assertThat(Erf.of(x)).isCloseTo(value, within(5.1e-11));
        assertThat(Erf.of(-x)).isEqualTo(-Erf.of(x));
    }

    private static double integral(double x) {
        int parts = 2000;
        double h = x / parts;
        double sum = 1 + Math.exp(-x * x);
        for (int i = 1; i < parts; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * Math.exp(-(i * h) * (i * h));
        }
        return sum * h / 3 * 2 / Math.sqrt(Math.PI);
    }

    @Test
    void itIsItsIntegral() {
        for (double x = 0; x < 7; x += 0.037) {
            assertThat(Erf.of(x)).as("erf(%s)", x).isCloseTo(integral(x), within(2e-13));
        }
    }

    /** Also where the series ends and the fraction begins, and where the fraction ends. */
    @Test
    void itNeverFallsAndStaysWithinOne() {
        double before = -1;
        for (double x = -7; x <= 7; x += 0.001) {
            double value = Erf.of(x);
            assertThat(value).as("erf(%s)", x).isBetween(before - 3e-16, 1.0);
            before = value;
        }
        assertThat(Erf.of(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Erf.of(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Erf.of(Double.NaN)).isNaN();
        assertThat(Double.compare(Erf.of(-0.0), -0.0)).isZero();
    }

    @Test
    void smallNumbersKeepTheirDigits() {
        for (double x = 1e-3; x > 1e-300; x /= 17) {
            double wanted = 2 / Math.sqrt(Math.PI) * (x - x * x * x / 3);
            assertThat(Erf.of(x)).as("erf(%s)", x).isCloseTo(wanted, within(wanted * 1e-12));
        }
    }
}
