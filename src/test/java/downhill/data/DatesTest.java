package downhill.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource({"1970-01-01,0", "2000-02-29,11016", "1969-12-31,-1", "1970-01-02T06:00,1.25", "1970-01-02 06:00:00Z,1.25",
        "1970-01-02T06:00:00+06:00,1", "31/12/1970,364", "12.31.1970,364", "1/1/1970,0"})
    void datesWithoutDoubtAreRead(String text, double days) {
        assertEquals(days, Dates.days(text), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-02-29", "1970-13-01", "03/04/2020", "2020", "yesterday", "", "1970-01-01T25:00",
            "1970-01-01T00:00+99:00"})
    void othersAreNot(String text) {
        assertEquals(Double.NaN, Dates.days(text));
    }

    @Test
    void theOrderOfDayAndMonthIsThatWhichFitsAll() {
        assertEquals(Dates.Order.DAY_FIRST, Dates.order(List.of("03/04/2020", "25/04/2020")));
        assertEquals(Dates.Order.MONTH_FIRST, Dates.order(List.of("03/04/2020", "03/14/2020")));
        assertEquals(Dates.Order.AMBIGUOUS, Dates.order(List.of("03/04/2020", "05/06/2020")));
        assertEquals(Dates.Order.NONE, Dates.order(List.of("25/04/2020", "04/25/2020")));
        assertEquals("2020-04-03", Dates.toIso("3/4/2020", Dates.Order.DAY_FIRST));
    }
}
