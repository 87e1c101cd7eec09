package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Counting by hashing and dates by pattern, beside the Java library's slower ways. */
class CountsAndDatesTest {
    private static final double[] ODD = {0, -0.0, Double.NaN, Double.longBitsToDouble(0x7ff8000000000123L), Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, 1, Math.nextUp(1.0)};

    @Test
    void differentNumbersAreCountedAsASetWould() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            double[] values = random.doubles(random.nextInt(600)).toArray();
            int kinds = 1 + random.nextInt(100);
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(4) == 0 ? ODD[random.nextInt(ODD.length)] : random.nextBoolean() ? Math.floor(values[i] * kinds)
                        : values[i];
            }
            long expected = Arrays.stream(values).filter(value -> !Double.isNaN(value)).map(value -> value + 0.0).distinct().count();
            assertThat(DistinctNumbers.count(values)).as("seed %d", seed).isEqualTo((int) expected);
        }
    }

    @Test
    void everyDayIsReadInEachSpellingThatLeavesNoDoubt() {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            LocalDate day = LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_600_000));
            if (day.getYear() > 9999) {
                continue;
            }
            assertThat(Dates.days(day.toString())).isEqualTo(day.toEpochDay());
            String mark = new String[] {".", "/", "-"}[i % 3];
            String dayFirst = String.format("%02d%s%d%s%04d", day.getDayOfMonth(), mark, day.getMonthValue(), mark, day.getYear());
            String monthFirst = String.format("%d%s%02d%s%04d", day.getMonthValue(), mark, day.getDayOfMonth(), mark, day.getYear());
            boolean clear = day.getDayOfMonth() > 12 || day.getDayOfMonth() == day.getMonthValue();
            assertThat(Dates.days(dayFirst)).as(dayFirst).isEqualTo(clear ? day.toEpochDay() : Double.NaN);
            assertThat(Dates.days(monthFirst)).as(monthFirst).isEqualTo(clear ? day.toEpochDay() : Double.NaN);
            assertThat(Dates.toIso(dayFirst, Dates.Order.DAY_FIRST)).isEqualTo(day.toString());
            assertThat(Dates.toIso(monthFirst, Dates.Order.MONTH_FIRST)).isEqualTo(day.toString());
        }
    }

    @Test
    void aTimeIsAPartOfItsDayAndAZoneMovesIt() {
        Random random = new Random(8);
        for (int i = 0; i < 2000; i++) {
            LocalDateTime time = LocalDateTime.ofEpochSecond(random.nextInt(2_000_000_000), 0, ZoneOffset.UTC);
            ZoneOffset zone = ZoneOffset.ofTotalSeconds((random.nextInt(56) - 28) * 1800);
            String text = time.toString().length() == 16 ? time + ":00" : time.toString();
            Instant instant = time.toInstant(zone);
            assertThat(Dates.days(text + zone.getId())).as(text + zone)
                    .isCloseTo(instant.getEpochSecond() / 86_400.0, org.assertj.core.api.Assertions.within(1e-9));
            assertThat(Dates.days(text.replace('T', ' '))).isEqualTo(Dates.days(text + "Z"));
        }
        for (String refused : new String[] {"2023-02-29", "2024-13-01", "2024-01-01T25:00", "31.04.2024", "1.2.24", "", "2024-01-01x"}) {
            assertThat(Dates.days(refused)).as(refused).isNaN();
        }
    }
}
