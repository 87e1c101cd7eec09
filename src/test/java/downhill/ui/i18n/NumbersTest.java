package downhill.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.31149 | 0.311
            0.05 | 0.0500
            12.52 | 12.5
            8400 | 8,400
            1234567.8 | 1,234,568
            -0.0382 | −0.0382
            0.00000032 | 3.2·10⁻⁷
            1e12 | 10¹²
            -2.5e9 | −2.5·10⁹
            0 | 0
            NaN | –
            Infinity | ∞
            -Infinity | −∞
            999.7 | 1,000
            """)
    void aNumberHasThreeSensibleDigits(double value, String text) {
        assertThat(Numbers.format(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.05 | 0.05
            2000 | 2,000
            0.1 | 0.1
            100000 | 100,000
            0.00001 | 10⁻⁵
            """)
    void aPlainNumberHasTheDigitsItNeeds(double value, String text) {
        assertThat(Numbers.plain(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.2.3", "0x10", "1d", "1f", "NaN", "--3", "1e", "10⁻"})
    void whatIsNoNumberIsRefused(String text) {
        assertThat(Numbers.parse(text)).isNaN();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1e-3 | 0.001
            −2.5 | -2.5
            2,000 | 2000
            10⁻⁵ | 0.00001
            3.2·10⁻⁷ | 3.2e-7
            −10⁹ | -1e9
            """)
    void whatPeopleTypeIsRead(String text, double value) {
        assertThat(Numbers.parse(text)).isEqualTo(value);
    }

    @Test
    void aPlainNumberReadsBackAsItself() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            double value = Math.round(random.nextGaussian() * 1e5) / 1e5 * Math.pow(10, random.nextInt(5));
            assertThat(Numbers.parse(Numbers.plain(value))).isCloseTo(value, org.assertj.core.data.Offset.offset(1e-9 * Math.abs(value)));
        }
    }

    @Test
    void aNarrowColumnHoldsAnyLoss() {
        for (int power = -300; power <= 300; power++) {
            String text = Numbers.narrow(-3.14159 * Math.pow(10, power));
            assertThat(text.replaceAll("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]", "").length()).as(text).isLessThanOrEqualTo(8);
            assertThat(text).as("three digits of it, two beside a power of ten").matches(text.contains("10") ? ".3.1·10.*" : ".*3.?1.?4.*");
        }
        assertThat(Numbers.narrow(0.00031416)).isEqualTo("3.1·10⁻⁴");
        assertThat(Numbers.narrow(0.0031416)).isEqualTo("0.00314");
        assertThat(Numbers.narrow(0)).isEqualTo("0");
    }
}
