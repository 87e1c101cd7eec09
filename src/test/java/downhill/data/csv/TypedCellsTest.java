package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.ColumnType;
import downhill.data.Dates;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Reading;
import downhill.data.csv.TypedCells.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells typed by hand mean what they would have meant in the training file. */
class TypedCellsTest {
    private static final String POINT = "a;y\n1.25;1\n2.5;2\n";
    private static final String POINT_GROUPS = "a;y\n1,234.25;1\n2,000.5;2\n";
    private static final String COMMA = "a;y\n1,25;1\n2,5;2\n";
    private static final String COMMA_GROUPS = "a;y\n1.234,25;1\n2.000,5;2\n";
    private static final String PLAIN = "a;y\n12;1\n25;2\n";
    private static final Map<String, String> FILES = Map.of("point", POINT, "point groups", POINT_GROUPS, "comma", COMMA, "comma groups",
            COMMA_GROUPS,
            "plain", PLAIN, "day first", "a;y\n31/01/2024;1\n05/02/2024;2\n", "month first", "a;y\n01/31/2024;1\n02/05/2024;2\n", "iso",
                    "a;y\n2024-01-31;1\n2024-02-05;2\n");

    private static Reading reading(String file, ImportOptions options) {
        try {
            return CsvImport.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "training.csv", options, Map.of(),
                    Progress.NONE).table().reading();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TypedCells cells(String file, ColumnType type) {
        return new TypedCells(reading(FILES.get(file), ImportOptions.DEFAULT), "a", type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "point|3.201|3.201|READ", "point|3,201||OTHER_MARKS", "point|3,5||OTHER_MARKS", "point|−2.5|-2.5|READ", "point|1e3|1000|READ",
        "point groups|3,201|3201|READ", "point groups|3,201.5|3201.5|READ", "point groups|3.201|3.201|READ", "comma|3,201|3.201|READ",
        "comma|3.201||OTHER_MARKS", "comma|3.5||OTHER_MARKS", "comma|1.234,5||OTHER_MARKS", "comma groups|3.201|3201|READ",
        "comma groups|1.926|1926|READ", "comma groups|5,12|5.12|READ", "comma groups|3.5||OTHER_MARKS", "plain|7|7|READ",
        "plain|3.5|3.5|READ", "plain|3.201|3.201|DOUBTFUL_MARK", "plain|3,5||OTHER_MARKS", "point|wide||NOT_A_NUMBER", "point|12%||UNIT",
        "point|1e999||NOT_FINITE", "point|NA||MISSING", "point|-||MISSING", "point|''||MISSING"})
    void numbersHaveTheMarksOfTraining(String file, String cell, Double value, Finding finding) {
        TypedCells cells = cells(file, ColumnType.NUMBER);
        assertThat(cells.look(cell)).isEqualTo(finding);
        assertThat(cells.column(List.of(" " + cell + " ")).number(0)).isEqualTo(value == null ? Double.NaN : value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "day first|02/01/2021|2021-01-02|READ", "day first|2021-01-02|2021-01-02|READ", "day first|12/31/2021||OTHER_ORDER",
        "month first|02/01/2021|2021-02-01|READ", "month first|31/12/2021||OTHER_ORDER",
        "iso|02/01/2021||DOUBTFUL_ORDER", "iso|31/12/2021|2021-12-31|READ", "iso|soon||NOT_A_DATE", "iso|2021-02-30||NOT_A_DATE"})
    void datesHaveTheOrderOfTraining(String file, String cell, String date, Finding finding) {
        TypedCells cells = cells(file, ColumnType.DATE);
        assertThat(cells.look(cell)).isEqualTo(finding);
        assertThat(cells.column(List.of(cell)).number(0)).isEqualTo(date == null ? Double.NaN : Dates.days(date));
    }

    @Test
    void textsThatMeantAMissingValueAndUnitsAreThoseOfTraining() {
        TypedCells own = new TypedCells(reading(POINT, ImportOptions.DEFAULT.withMissing(List.of("-200")).withUnits(true)), "a",
                ColumnType.NUMBER);
        assertThat(own.look("-200")).isEqualTo(Finding.MISSING);
        assertThat(own.look("NA")).isEqualTo(Finding.NOT_A_NUMBER);
        assertThat(own.column(List.of("12.5%", "€ 3")).number(1)).isEqualTo(3);
        assertThat(own.look("12.5%")).isEqualTo(Finding.READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"point", "point groups", "comma", "comma groups", "plain"})
    void whatIsWrittenIsReadAgain(String file) {
        TypedCells cells = cells(file, ColumnType.NUMBER);
        for (double value : new double[] {0, 1.234, -1234.5, 1234567, 1e-9, -3.25e20, 0.001, 1e300, 123456.789, 2e7}) {
            assertThat(cells.column(List.of(cells.write(value))).number(0)).as(cells.write(value)).isEqualTo(value);
            assertThat(cells.look(cells.write(value)).isProblem()).isFalse();
        }
        assertThat(cells.look(cells.example())).isEqualTo(Finding.READ);
    }

    /** Groups of thousands that were said of whole numbers hold for cells and for files. */
    @Test
    void aThousandsMarkThatIsThePointMakesTheCommaTheDecimalMark() {
        Reading said = reading("a;y\n12;1\n25;2\n", ImportOptions.DEFAULT.withDialect(downhill.data.DialectChoice.OPEN.withThousands(".")));
        assertThat(new TypedCells(said, "a", ColumnType.NUMBER).column(List.of("3.201")).number(0)).isEqualTo(3201);
    }

    @Test
    void withoutAReadingNumbersHaveAPoint() {
        TypedCells cells = new TypedCells(null, "a", ColumnType.NUMBER);
        assertThat(cells.column(List.of("3.5", "3,5", "NA")).number(0)).isEqualTo(3.5);
        assertThat(cells.look("3,5")).isEqualTo(Finding.OTHER_MARKS);
    }
}
