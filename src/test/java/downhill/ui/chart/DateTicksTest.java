package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Dates;
import downhill.ui.chart.shape.Range;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks of axes of dates stand where a calendar has its own, and tell dates. */
class DateTicksTest {
    private static List<String> labels(String from, String to, int most) {
        return Ticks.of(Marks.DATES, new Range(Dates.days(from), Dates.days(to)), most).stream().map(Ticks.Tick::label).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2022-01-01|2022-01-05|6|2022-01-01,2022-01-02,2022-01-03,2022-01-04,2022-01-05",
        "2022-01-20|2022-05-20|6|2022-02,2022-03,2022-04,2022-05",
        "2019-06-01|2022-05-20|4|2020,2021,2022",
        "1903-06-01|1999-05-20|6|1920,1940,1960,1980",
        "2022-03-01T06:00|2022-03-01T18:00|5|03-01 06:00,03-01 09:00,03-01 12:00,03-01 15:00,03-01 18:00",
        "2022-03-01T06:00:00|2022-03-01T06:00:09|5|06:00:00,06:00:02,06:00:04,06:00:06,06:00:08"})
    void marksAreThoseOfACalendar(String from, String to, int most, String labels) {
        assertThat(labels(from, to, most)).containsExactly(labels.split(","));
    }

    @Test
    void everyRangeHasTwoMarksOrMoreAndNotTooManyAndEachIsWhereItSays() {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            double low = -200_000 + random.nextDouble() * 300_000;
            Range range = new Range(low, low + Math.pow(10, -3.5 + random.nextDouble() * 9));
            int most = 3 + random.nextInt(10);
            List<Ticks.Tick> ticks = Ticks.of(Marks.DATES, range, most);
            assertThat(ticks.size()).as("%s, %d", range, most).isBetween(2, most + 3);
            assertThat(ticks).allMatch(tick -> tick.value() >= range.low() - 1e-4 && tick.value() <= range.high() + 1e-4);
            assertThat(ticks).extracting(Ticks.Tick::label).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPlaceIsToldAsADateAndWithItsTimeWhereLittleIsShown() {
        double noon = Dates.days("2022-03-15T12:00");
        assertThat(Marks.DATES.words(noon, new Range(19_000, 19_100))).isEqualTo("2022-03-16");
        assertThat(Marks.DATES.words(noon, new Range(noon - 1, noon + 1))).isEqualTo("2022-03-15 12:00:00");
        assertThat(Marks.DATES.cell(noon)).isEqualTo("2022-03-15T12:00:00");
        assertThat(Marks.DATES.cell(19_066)).isEqualTo("2022-03-15");
        assertThat(Marks.DATES.words(1e9, new Range(0, 1e9))).isEqualTo(downhill.ui.i18n.Numbers.format(1e9));
        assertThat(Marks.NUMBERS.words(19_066, new Range(0, 1))).isEqualTo(downhill.ui.i18n.Numbers.format(19_066));
    }
}
