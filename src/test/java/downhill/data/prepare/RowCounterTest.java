package downhill.data.prepare;

import static downhill.data.Tables.numbers;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Columns;
import downhill.data.Edition;
import downhill.data.Notice;
import downhill.data.Role;
import downhill.data.Table;
import downhill.words.Said;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that count the rows are left out and told, whatever they are called; what was measured is kept. */
class RowCounterTest {
    private static final int ROWS = 60;

    private static Roles roles(String name, double... values) {
        double[] x = new Random(1).doubles(values.length).toArray();
        double[] y = new Random(2).doubles(values.length).toArray();
        return Roles.of(table(numbers(name, values), numbers("income", x), numbers("y", y)), spec());
    }

    private static double[] from(int first) {
        return IntStream.range(0, ROWS).mapToDouble(i -> first + i).toArray();
    }

    /** The same numbers in another order. */
    private static double[] mixed(double... values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i * 7 % values.length]).toArray();
    }

    private static void assertLeftOut(String name, double... values) {
        Roles roles = roles(name, values);
        assertThat(roles.columns().get(0).role()).as(name).isEqualTo(Role.IGNORED);
        assertThat(roles.notices()).contains(new Notice(name, Said.of("notice.ignored.counter", name), Notice.About.IGNORED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PassengerId", "S.No", "S. No.", "#", "RowNumber", "row_number", "sample_id", "ID", "CustomerID", "Unnamed: 0",
        "index", "Sl No", "user id", "patientId", "orderID", "序号", "rownames"})
    void anIdInAnyOrderAndWithGapsCountsRows(String name) {
        assertLeftOut(name, from(1));
        assertLeftOut(name, mixed(from(892)));
        assertLeftOut(name, mixed(IntStream.range(0, ROWS).mapToDouble(i -> 1000 + 13 * i * i).toArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"No", "case", "obs", "Column1", "field", "V1", "", "participant"})
    void aRunOfWholeNumbersCountsRowsUnderAnyName(String name) {
        assertLeftOut(name, from(0));
        assertLeftOut(name, from(1));
        assertLeftOut(name, mixed(from(1)));
        assertLeftOut(name, from(1001));
        assertLeftOut(name, IntStream.range(0, ROWS).mapToDouble(i -> i < 30 ? i : i + 2).toArray());
    }

    @ParameterizedTest
    @CsvSource({"year, 1960", "vintage, 1960", "Age, 20", "depth, 1", "temperature (C), 10", "hours, 1", "day, 1"})
    void whatWasMeasuredIsKept(String name, int first) {
        Roles roles = roles(name, from(first));
        assertThat(roles.columns().get(0).role()).isEqualTo(Role.FEATURE);
        assertThat(Roles.of(table(numbers("x", from(0)), numbers("z", mixed(from(3))),
                numbers("y", new Random(3).doubles(ROWS).toArray())), spec())
                .columns()).allMatch(column -> column.role() != Role.IGNORED);
    }

    @Test
    void numbersThatComeTwiceOrHaveFractionsAreKeptEvenUnderTheNameOfAnId() {
        assertThat(roles("shop_id", IntStream.range(0, ROWS).mapToDouble(i -> i % 20).toArray()).columns().get(0).role())
                .isEqualTo(Role.FEATURE);
        assertThat(roles("id", from(1)[0] + 0.5, 2, 3, 4, 5).columns().get(0).role()).isEqualTo(Role.FEATURE);
    }

    @Test
    void aCounterIsUsedAndToldWhereThereIsNothingElse() {
        Roles roles = Roles.of(table(numbers("id", from(1)), numbers("y", new Random(2).doubles(ROWS).toArray())), spec());
        assertThat(roles.columns().get(0).role()).isEqualTo(Role.FEATURE);
        assertThat(roles.notices()).extracting(Notice::message).contains("\"id\" only counts the rows, but there is no other feature.");
    }

    @Test
    void olderDocumentsKeepTheirFeatures() {
        double[] x = new Random(1).doubles(ROWS).toArray();
        Table table = table(numbers("sample_id", from(1)), numbers("income", x), numbers("y", x));
        assertThat(Roles.of(table, spec().withEdition(Edition.FIRST)).columns().get(0).role()).isEqualTo(Role.FEATURE);
    }
}
