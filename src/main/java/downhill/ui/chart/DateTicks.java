package downhill.ui.chart;

import downhill.data.Dates;
import downhill.ui.chart.shape.Range;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Marks of an axis of days since 1970-01-01 where a calendar or a clock has its own: at days, firsts of months, new years, full hours. */
final class DateTicks {
    private static final double SECONDS_IN_A_DAY = 86_400;
    private static final long[] SECONDS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200};
    private static final long[] DAYS = {1, 2, 5, 7, 14};
    private static final long[] MONTHS = {1, 2, 3, 6};
    private static final long[] YEARS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000};
    private static final int MONTHS_IN_A_YEAR = 12;
    private static final int MINUTE = 60;
    /** More marks than this on any axis are not even looked at. */
    private static final int ABSURD = 100;

    /** One way to mark. */
    private interface Step {
        List<Ticks.Tick> marks(Range range);
    }

    private DateTicks() {
    }

    /** At most {@code most} marks, or few more where there would be less than two; numbers where there is no such date. */
    static List<Ticks.Tick> of(Range range, int most) {
        if (Dates.text(range.low(), false) == null || Dates.text(range.high(), false) == null) {
            return Ticks.linear(range, most);
        }
        List<Ticks.Tick> finer = List.of();
        for (Step step : steps()) {
            List<Ticks.Tick> marks = step.marks(range);
            if (marks.size() <= most) {
                return marks.size() >= 2 || finer.size() < 2 || finer.size() > most + 3 ? orNumbers(marks, range, most) : finer;
            }
            finer = marks;
        }
        return orNumbers(finer, range, most);
    }

    private static List<Ticks.Tick> orNumbers(List<Ticks.Tick> marks, Range range, int most) {
        return marks.isEmpty() ? Ticks.linear(range, most) : marks;
    }

    private static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (long seconds : SECONDS) {
            steps.add(range -> clock(range, seconds));
        }
        for (long days : DAYS) {
            steps.add(range -> days(range, days));
        }
        for (long months : MONTHS) {
            steps.add(range -> months(range, months, text -> text.substring(0, 7)));
        }
        for (long years : YEARS) {
            steps.add(range -> months(range, years * MONTHS_IN_A_YEAR, text -> text.substring(0, 4)));
        }
        return steps;
    }

    private static List<Ticks.Tick> clock(Range range, long seconds) {
        double step = seconds / SECONDS_IN_A_DAY;
        return every(range, step, value -> {
            String text = Dates.text(value, true);
            return seconds < MINUTE ? text.substring(11) : text.substring(5, 10) + " " + text.substring(11, 16);
        });
    }

    private static List<Ticks.Tick> days(Range range, long days) {
        return every(range, days, value -> Dates.text(value, false));
    }

    private static List<Ticks.Tick> every(Range range, double step, java.util.function.DoubleFunction<String> words) {
        long first = (long) Math.ceil(range.low() / step - 1e-6);
        long last = (long) Math.floor(range.high() / step + 1e-6);
        return Stream.iterate(first, i -> i + 1).limit(Math.max(0, Math.min(ABSURD, last - first + 1)))
                .map(i -> new Ticks.Tick(i * step, words.apply(i * step))).toList();
    }

    /** At firsts of months; a step of years begins at years that it divides. */
    private static List<Ticks.Tick> months(Range range, long months, UnaryOperator<String> words) {
        LocalDate start = LocalDate.ofEpochDay((long) Math.floor(range.low()));
        long passed = ChronoUnit.MONTHS.between(LocalDate.of(0, 1, 1), start.withDayOfMonth(1));
        List<Ticks.Tick> ticks = new ArrayList<>();
        for (long at = Math.floorDiv(passed, months) * months; ticks.size() < ABSURD; at += months) {
            LocalDate day = LocalDate.of(0, 1, 1).plusMonths(at);
            if (day.toEpochDay() > range.high()) {
                return ticks;
            }
            if (day.toEpochDay() >= range.low() && day.getYear() > 0) {
                ticks.add(new Ticks.Tick(day.toEpochDay(), words.apply(day.toString())));
            }
        }
        return ticks;
    }
}
