package downhill.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.data.ColumnType;
import downhill.data.Dialect;
import downhill.data.ImportOptions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void thePreviewShowsTheFirstWholeRows(String charset) throws IOException {
        String text = (charset.equals("UTF-8") ? "" : "\uFEFF") + "a;b\n" + "1,5;é\n".repeat(60_000);
        Path file = Files.write(folder.resolve("x.csv"), text.getBytes(Charset.forName(charset)));
        Imported preview = CsvImport.preview(file, ImportOptions.DEFAULT, Map.of());
        assertTrue(preview.table().rows() > 4_000 && preview.table().rows() < 60_000, preview.table().rows() + " rows");
        assertEquals(0, preview.report().rejected());
        assertEquals(1.5, preview.table().column("a").number(preview.table().rows() - 1));
    }

    /** Rows below it tell names from values, however long it is. */
    @ParameterizedTest
    @ValueSource(ints = {3, 3_000, 9_000})
    void aHeaderOfManyNamesIsFoundByTheRowsBelowIt(int columns) throws IOException {
        String names = IntStream.range(0, columns).mapToObj(i -> "measured" + i).collect(Collectors.joining(","));
        String values = IntStream.range(0, columns).mapToObj(String::valueOf).collect(Collectors.joining(","));
        Path file = Files.writeString(folder.resolve("x.csv"), names + "\n" + (values + "\n").repeat(4));
        Imported read = CsvImport.read(file);
        assertEquals("csv.header.above", read.report().decisions().stream().filter(one -> one.what().equals("header")).findFirst()
                .orElseThrow().why().key());
        assertEquals(4, read.table().rows());
    }

    @Test
    void aGuessCanBeOverruled() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "a;b\n1,234;x\n2,345;y\n");
        Imported guessed = CsvImport.preview(file, ImportOptions.DEFAULT, Map.of());
        assertEquals(ColumnType.CATEGORY, guessed.table().column("a").type());
        Dialect comma = guessed.report().dialect().withNumbers(",", "");
        assertEquals(1.234, CsvImport.preview(file, ImportOptions.DEFAULT.withDialect(comma), Map.of()).table().column("a").number(0));
        Dialect thousands = guessed.report().dialect().withNumbers(".", ",");
        assertEquals(1234, CsvImport.preview(file, ImportOptions.DEFAULT.withDialect(thousands), Map.of()).table().column("a").number(0));
    }

    @Test
    void readingWithTheDialectThatWasFoundGivesTheSameTable() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "Report\n\nname;x\nann;1,5\n'b;c';2,5\n");
        Imported found = CsvImport.read(file);
        Imported again = CsvImport.read(file, ImportOptions.DEFAULT.withDialect(found.report().dialect()), Map.of(),
                downhill.data.Progress.NONE);
        assertEquals(found.table().names(), again.table().names());
        assertEquals("b;c", again.table().column("name").text(1));
        assertEquals(2.5, again.table().column("x").number(1));
        assertEquals(found.report().imported(), again.report().imported());
    }

    @Test
    void theInspectionNamesTypesInLowerCaseAndListsProblems() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "a,b,c,d\n1,x,2020-01-01,yes\n2,y,2020-01-02,no\n3,x\n");
        InspectReport report = InspectReport.of(CsvImport.read(file));
        assertEquals(java.util.List.of("number", "category", "date", "boolean"),
                report.columns().stream().map(InspectReport.InspectedColumn::type).toList());
        assertEquals(2, report.rows());
        assertTrue(report.header());
        assertEquals(new InspectReport.InspectedProblem(4,
                "line 4: The row has 2 cells instead of 4. It was left out. To keep it, add the missing delimiters.", "",
                "too few fields", "3,x"),
                report.problems().get(report.problems().size() - 1));
    }
}
