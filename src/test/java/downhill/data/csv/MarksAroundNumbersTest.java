package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken from around a number, and years of two digits. */
class MarksAroundNumbersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {"12%|12", "12 %|12", "€3|3", "3 €|3", "-€3|-3", "€-3|-3", "USD 3|3",
        "3 CHF|3", "¥1,000|1,000", "(3)|-3", "(€3)|-3", "3-|-3", "3 €-|-3",
        "-12.5%|-12.5", "12|none", "abc|none", "12 kg|none", "元5|5", "−3%|-3"})
    void unitsAreTakenAwayAndTheMinusComesFirst(String text, String number) {
        assertThat(Units.strip(text)).as(text).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {"１２．５|12.5", "−3|-3", "–3|-3", "－3|-3", "٣٤|34",
        "12|none", "1 234|none", "७|7"})
    void digitsAndSignsBecomeThoseOfAscii(String text, String ascii) {
        assertThat(Units.ascii(text)).as(text).isEqualTo(ascii);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"31/12/98|true", "12/31/98|true", "98-12-31|true", "1.2.99|true", "31-Dec-98|true",
        "Dec 31, 98|true", "31 December '98|true", "31/12/98 10:30|true", "31/12/1998|false",
        "32/13/98|false", "31/31/98|false", "1.2.3|false", "98|false",
        "31-Foo-98|false", "10.0.0.1|false", "12/31|false"})
    void yearsOfTwoDigitsAreSeen(String text, boolean is) {
        assertThat(ShortYears.isIn(text)).as(text).isEqualTo(is);
    }
}
