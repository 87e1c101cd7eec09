package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in every style against Java's own reading of them without their marks. */
class NumberStyleTest {
    private static final CellShapes SHAPES = new CellShapes(java.util.List.of("NA"));

    private static String digits(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    /** The digits with a mark before each three from the right. */
    private static String grouped(String whole, String mark) {
        StringBuilder text = new StringBuilder(whole);
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            text.insert(at, mark);
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {".|\",\"",
        ".|\" \"", ".|'", "\",\"|.", "\",\"|\" \"", ".|\"\"", "\",\"|\"\""})
    void aNumberIsTheNearestToItsDigits(char decimal, String mark) {
        NumberStyle style = new NumberStyle(decimal, mark.isEmpty() ? 0 : mark.charAt(0));
        Random random = new Random(decimal + 31 * mark.hashCode());
        for (int i = 0; i < 500; i++) {
            String whole = (1 + random.nextInt(9)) + digits(random, random.nextInt(random.nextInt(4) == 0 ? 30 : 9));
            String fraction = digits(random, random.nextInt(random.nextInt(4) == 0 ? 30 : 6));
            String sign = random.nextInt(3) == 0 ? "-" : "";
            String text = sign + (mark.isEmpty() ? whole : grouped(whole, mark)) + (fraction.isEmpty() ? "" : decimal + fraction);
            double wanted = new BigDecimal(sign + whole + (fraction.isEmpty() ? "" : "." + fraction)).doubleValue();
            assertThat(style.read(text)).as(text).isEqualTo(wanted);
        }
    }

    @Test
    void exponentsZerosAndInfinitiesAreReadToo() {
        NumberStyle point = new NumberStyle('.', (char) 0);
        for (String text : new String[] {"1e3", "-2.5E-7", "1e-320", "4.9e-324", "1e308", "0", "-0", "0.000", "00.5", ".5", "5.", "+7"}) {
            assertThat(Double.compare(point.read(text), Double.parseDouble(text))).as(text).isZero();
        }
        assertThat(new NumberStyle(',', '.').read("1,5e3")).isEqualTo(1500);
        assertThat(point.read("-inf")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(point.read("+Infinity")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(point.read("∞")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(point.read("1e999")).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"12|INTEGER", "+12|INTEGER", "-0|INTEGER", "9007199254740992|INTEGER",
        "9007199254740993|BIG_INTEGER", "12345678901234567890|BIG_INTEGER",
        "012|LEADING_ZERO", "00|LEADING_ZERO", "0.5|POINT", ".5|POINT",
        "5.|POINT", "1e5|POINT", "1.5E-3|POINT", "1.234|POINT_OR_GROUPS", "0.234|POINT", "1234.567|POINT", "1.234.567|POINT_GROUPS",
        "1,5|COMMA",
        ",5|COMMA", "0,234|COMMA", "1,234|COMMA_OR_GROUPS", "1,234,567|COMMA_GROUPS", "12,34,567|COMMA_GROUPS",
        "1,234.5|COMMA_GROUPS_POINT",
        "1.234,5|POINT_GROUPS_COMMA", "1 234|SPACE_GROUPS", "1 234.5|SPACE_GROUPS", "1 234 567,5|SPACE_GROUPS_COMMA",
        "1'234|APOSTROPHE_GROUPS",
        "inf|INFINITE", "-Infinity|INFINITE", "1e|TEXT", "e5|TEXT", "1.2.3|TEXT", "0x1p3|TEXT", "1f|TEXT", "--1|TEXT",
        "12%|UNIT", "€3|UNIT",
        "(3)|UNIT", "3-|UNIT", "−3|UNICODE_NUMBER", "１２|UNICODE_NUMBER", "NA|MISSING_WORD", "na|MISSING_WORD",
        "\"\"|EMPTY", "-|DASH", "???|DASH",
        "----|TEXT", "-?|TEXT", "true|TRUTH", "No|TRUTH", "2020-01-31|CLEAR_DATE", "2020-13-31|TEXT", "31 Jan 2020|CLEAR_DATE",
        "31/01/2020|NUMERIC_DATE", "31.1.2020|NUMERIC_DATE", "red|TEXT", "a1|TEXT"})
    void aCellHasItsShape(String text, Shape shape) {
        assertThat(SHAPES.of(text)).as(text).isEqualTo(shape);
    }

    /** What a style accepts it reads as a number that is finite; what it does not accept has marks of another. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"1.5|true|false", "1,5|false|true", "1.234|true|false", "1,234|false|true",
        "1,234,567|false|false", "12|true|true", "red|false|false", "1'234|false|false"})
    void withoutGroupsOnlyTheDecimalMarkIsAccepted(String text, boolean point, boolean comma) {
        assertThat(new NumberStyle('.', (char) 0).accepts(SHAPES.of(text))).isEqualTo(point);
        assertThat(new NumberStyle(',', (char) 0).accepts(SHAPES.of(text))).isEqualTo(comma);
    }
}
