package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawn days in every spelling of the documentation, written by Java's own formatter. */
class DateSpellingsTest {
    private static final int DRAWN = 60;
    private static final double SECOND = 1 / 86_400.0;

    private static LocalDateTime drawn(Random random) {
        LocalDate day = LocalDate.of(1000 + random.nextInt(2500), 1, 1).plusDays(random.nextInt(365));
        return day.atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)));
    }

    private static String written(LocalDateTime time, String pattern) {
        return time.format(DateTimeFormatter.ofPattern(pattern, Locale.US));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuuu-MM-dd", "uuuu/MM/dd", "uuuu.MM.dd", "uuuu/M/d", "d MMM uuuu", "d-MMM-uuuu", "d MMMM uuuu", "MMM d, uuuu",
        "MMMM d uuuu", "d. MMMM uuuu", "uuuu年M月d日"})
    void aDayIsReadInEverySpellingThatLeavesNoDoubt(String pattern) {
        Random random = new Random(pattern.hashCode());
        for (int i = 0; i < DRAWN; i++) {
            LocalDateTime time = drawn(random);
            String text = written(time, pattern);
            assertThat(Dates.form(text)).as(text).isEqualTo(Dates.Form.CLEAR);
            assertThat(Dates.days(text)).as(text).isEqualTo(time.toLocalDate().toEpochDay());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuuu-MM-dd'T'HH:mm:ss", "uuuu-MM-dd HH:mm:ss", "uuuu/M/d H:mm:ss", "d MMM uuuu HH:mm:ss",
        "MMM d, uuuu h:mm:ss a", "uuuu-MM-dd'T'HH:mm:ss'Z'", "uuuu/MM/dd HH:mm:ss 'UTC'"})
    void theTimeOfDayIsTheFraction(String pattern) {
        Random random = new Random(pattern.hashCode());
        for (int i = 0; i < DRAWN; i++) {
            LocalDateTime time = drawn(random);
            String text = written(time, pattern);
            assertThat(Dates.days(text)).as(text).isCloseTo(time.toEpochSecond(ZoneOffset.UTC) * SECOND, within(SECOND / 100));
        }
    }

    @Test
    void anOffsetIsTakenAway() {
        Random random = new Random(4);
        for (int i = 0; i < DRAWN; i++) {
            LocalDateTime time = drawn(random);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(900 * (random.nextInt(97) - 48));
            String text = written(time, "uuuu-MM-dd'T'HH:mm:ss") + (offset.getTotalSeconds() == 0 ? "Z" : offset.getId());
            assertThat(Dates.days(text)).as(text).isCloseTo(time.toEpochSecond(offset) * SECOND, within(SECOND / 100));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "/", "-"})
    void numbersAreReadByTheirOrderOrWhereOneOfThemIsNoMonth(String mark) {
        Random random = new Random(mark.hashCode());
        for (int i = 0; i < DRAWN; i++) {
            LocalDate day = drawn(random).toLocalDate();
            String dayFirst = day.getDayOfMonth() + mark + day.getMonthValue() + mark + day.getYear();
            String monthFirst = day.getMonthValue() + mark + day.getDayOfMonth() + mark + day.getYear();
            assertThat(Dates.toIso(dayFirst, Dates.Order.DAY_FIRST)).isEqualTo(day.toString());
            assertThat(Dates.toIso(monthFirst, Dates.Order.MONTH_FIRST)).isEqualTo(day.toString());
            boolean clear = day.getDayOfMonth() > 12 || day.getDayOfMonth() == day.getMonthValue();
            assertThat(Dates.days(dayFirst)).as(dayFirst).isEqualTo(clear ? day.toEpochDay() : Double.NaN);
            assertThat(Dates.days(monthFirst)).as(monthFirst).isEqualTo(clear ? day.toEpochDay() : Double.NaN);
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(6);
        for (int i = 0; i < DRAWN; i++) {
            double days = drawn(random).toEpochSecond(ZoneOffset.UTC) * SECOND;
            assertThat(Dates.days(Dates.text(days, true))).isCloseTo(days, within(SECOND / 100));
            assertThat(Dates.days(Dates.text(days, false))).isCloseTo(days, within(0.5));
        }
        assertThat(Dates.text(Double.NaN, true)).isNull();
        assertThat(Dates.text(1e9, false)).as("after the year 9999").isNull();
    }
}
