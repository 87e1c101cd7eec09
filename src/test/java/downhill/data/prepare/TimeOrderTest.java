package downhill.data.prepare;

import static downhill.data.Tables.labels;
import static downhill.data.Tables.numbers;
import static downhill.data.Tables.range;
import static downhill.data.Tables.spec;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.DataSpec;
import downhill.data.Edition;
import downhill.data.Notice;
import downhill.data.PartOfYear;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A series with dates is put in their order, and told; one without that looks reversed or shuffled is told. */
class TimeOrderTest {
    private static final int ROWS = 60;
    private static final int[] LINES = IntStream.range(0, ROWS).map(row -> row + 2).toArray();

    private static int day(String how, int row) {
        IntUnaryOperator place = switch (how) {
            case "reversed" -> i -> ROWS - 1 - i;
            case "shuffled" -> i -> i * 37 % ROWS;
            case "twice" -> i -> (i + 30) % ROWS / 2;
            default -> i -> i;
        };
        return place.applyAsInt(row);
    }

    private static double value(int day) {
        return 100 + day + 5 * Math.sin(day);
    }

    private static Column values(String how) {
        return numbers("price", IntStream.range(0, ROWS).mapToDouble(row -> value(day(how, row))).toArray());
    }

    private static Table dated(String how) {
        String[] dates = IntStream.range(0, ROWS).mapToObj(row -> LocalDate.of(2021, 1, 1).plusDays(day(how, row)).toString())
                .toArray(String[]::new);
        return new Table(List.of(labels("when", ColumnType.DATE, dates), values(how)), LINES, null);
    }

    private static DataSpec series() {
        return spec().withTarget("price").withSequence(new SequenceSpec(3, 1, 1));
    }

    private static List<String> told(Table table, DataSpec spec) {
        return Roles.of(table, spec).notices().stream().filter(notice -> notice.about() == Notice.About.ROWS).map(Notice::message).toList();
    }

    @ParameterizedTest
    @CsvSource({"reversed, the newest come first", "shuffled, they are in another order", "ordered,"})
    void rowsAreInTheOrderOfTheirDates(String how, String words) {
        Table arranged = TimeOrder.arranged(dated(how), series());
        for (int row = 0; row < ROWS; row++) {
            assertThat(arranged.column("price").number(row)).isEqualTo(value(row));
            assertThat(day(how, arranged.line(row) - 2)).isEqualTo(row);
        }
        List<String> told = told(arranged, series());
        assertThat(told).hasSize(words == null ? 0 : 1);
        assertThat(told).allMatch(said -> said.startsWith("The rows were put in the order of \"when\"; in the file " + words));
        assertThat(TimeOrder.arranged(arranged, spec()).column("price").number(0)).isEqualTo(value(day(how, 0)));
    }

    @Test
    void otherTablesAndOlderDocumentsKeepTheOrderOfTheirFile() {
        Table table = dated("reversed");
        assertThat(TimeOrder.arranged(table, spec())).isSameAs(table);
        assertThat(TimeOrder.arranged(table, series().withEdition(Edition.FIRST))).isSameAs(table);
        assertThat(told(table, series().withEdition(Edition.FIRST))).isEmpty();
    }

    @Test
    void severalSeriesInOneFileAreLeftAndTold() {
        Table table = dated("twice");
        assertThat(TimeOrder.arranged(table, series())).isSameAs(table);
        assertThat(told(table, series())).hasSize(1).allMatch(said -> said.contains("holds a date twice"));
    }

    @ParameterizedTest
    @CsvSource({"year, reversed, seem to be reversed", "id, reversed, seem to be reversed", "year, shuffled, seem to be shuffled",
        "t, shuffled, as if the rows were shuffled", "year, ordered,", "t, ordered,"})
    void aSeriesWithoutDatesIsToldWhatItLooksLike(String name, String how, String words) {
        double[] counter = name.equals("t") ? new Random(1).doubles(ROWS).toArray()
                : IntStream.range(0, ROWS).mapToDouble(row -> 1950 + day(how, row)).toArray();
        List<String> told = told(new Table(List.of(numbers(name, counter), name.equals("t") ? noise(how) : values(how))), series());
        assertThat(told).hasSize(words == null ? 0 : 1);
        assertThat(told).allMatch(said -> said.contains(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%1$d-%2$02d", "%1$d/%2$d", "%2$02d.%1$d", "%1$dM%2$02d", "%1$d年%2$d月", "%3$s %1$d", "%3$s-%1$d",
        "%1$d-W%2$02d", "W%2$d %1$d"})
    void monthsQuartersAndWeeksHaveAnOrder(String form) {
        assertThat(told(monthly(form, "reversed"), series())).contains("\"when\" falls from row to row, so the rows seem to be reversed; "
                + "a time series needs the oldest row first.");
        assertThat(told(monthly(form, "shuffled"), series())).anyMatch(said -> said.startsWith("\"when\" goes up and down"));
        assertThat(told(monthly(form, "ordered"), series())).noneMatch(said -> said.contains("oldest row first"));
    }

    private static Table monthly(String form, String how) {
        String[] texts = IntStream.range(0, ROWS).map(row -> day(how, row)).mapToObj(month -> String.format(Locale.ROOT, form,
                1990 + month / 12, month % 12 + 1, Month.of(month % 12 + 1).getDisplayName(TextStyle.SHORT, Locale.ENGLISH)))
                .toArray(String[]::new);
        return new Table(List.of(labels("when", ColumnType.TEXT, texts), values(how)), LINES, null);
    }

    @Test
    void whatIsNoPartOfAYearHasNoNumber() {
        assertThat(Stream.of("20x1-03", "March", "12-13", "2020", "a 3.2020", "", "2020-003").mapToDouble(PartOfYear::number))
                .containsOnly(Double.NaN);
    }

    private static Column noise(String how) {
        double[] walk = new double[ROWS];
        Random random = new Random(4);
        IntStream.range(1, ROWS).forEach(i -> walk[i] = walk[i - 1] + random.nextGaussian());
        double[] order = range(ROWS);
        if (how.equals("shuffled")) {
            Integer[] mixed = IntStream.range(0, ROWS).boxed().toArray(Integer[]::new);
            java.util.Collections.shuffle(java.util.Arrays.asList(mixed), new Random(9));
            java.util.Arrays.setAll(order, i -> mixed[i]);
        }
        return numbers("price", IntStream.range(0, ROWS).mapToDouble(i -> walk[(int) order[i]]).toArray());
    }
}
