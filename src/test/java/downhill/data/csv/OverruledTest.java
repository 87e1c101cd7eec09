package downhill.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.Dialect;
import downhill.data.DialectChoice;
import downhill.data.ImportOptions;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each thing that is found out about a file can be overruled alone; the rest is found out beside it. */
class OverruledTest {
    private static final DialectChoice OPEN = DialectChoice.OPEN;

    private static Imported read(String text, DialectChoice said) {
        return read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), said);
    }

    private static Imported read(byte[] bytes, DialectChoice said) {
        return Reading.of(bytes, ImportOptions.DEFAULT.withDialect(said), Map.of()).imported();
    }

    private static String reason(Imported imported, String what) {
        return imported.report().decisions().stream().filter(each -> each.what().equals(what)).findFirst().orElseThrow().reason();
    }

    @Test
    void nothingSaidIsTheSameAsNull() {
        assertNull(ImportOptions.DEFAULT.withDialect(OPEN).dialect());
        assertEquals(ImportOptions.DEFAULT, ImportOptions.DEFAULT.withDialect(DialectChoice.OPEN));
    }

    @Test
    void theEncoding() {
        byte[] greek = "name;x\nαβγ;1\nδεζ;2\n".getBytes(Charset.forName("windows-1253"));
        Imported imported = read(greek, OPEN.withEncoding("windows-1253"));
        assertEquals("αβγ", imported.table().column("name").text(0));
        assertEquals(";", imported.report().dialect().delimiter());
        assertEquals("chosen", reason(imported, "encoding"));
    }

    @Test
    void theDelimiterAndTheRestIsFoundBesideIt() {
        String text = "a,b;c,d\n1,5;2,5\n3,5;4,5\n";
        Imported imported = read(text, OPEN.withDelimiter(";", null));
        assertEquals(List.of("a,b", "c,d"), imported.table().names());
        assertEquals(1.5, imported.table().column("a,b").number(0));
        assertEquals(",", imported.report().dialect().decimal());
        assertEquals("chosen", reason(imported, "delimiter"));
        assertEquals(3, read(text, OPEN.withDelimiter(",", null)).table().columns().size());
    }

    @Test
    void singleSpacesInsteadOfRuns() {
        String text = "1  2\n3  4\n5  6\n";
        assertEquals(2, read(text, OPEN).table().columns().size());
        assertEquals(2, read(text, OPEN.withDelimiter(" ", true)).table().columns().size());
        Imported single = read(text, OPEN.withDelimiter(" ", false));
        assertTrue(single.report().dialect().delimiter().equals(" ") && !single.report().dialect().runs());
    }

    @Test
    void quoteAndEscape() {
        String text = "a,b\n'x,1',2\n'y''s',3\n";
        assertEquals("y's", read(text, OPEN).table().column("a").text(1));
        assertEquals("'y''s'", read(text, OPEN.withQuote("")).table().column("a").text(0));
        String escaped = "a,b\n\"say \\\"hi\\\"\",1\n\"z\",2\n";
        assertEquals("say \"hi\"", read(escaped, OPEN.withEscape("\\")).table().column("a").text(0));
        assertEquals(1, read(escaped, OPEN.withEscape("\"")).report().rejected());
    }

    @Test
    void theHeader() {
        String text = "1999,2000\n5,6\n7,8\n";
        assertEquals(2, read(text, OPEN.withHeader(true)).table().rows());
        assertEquals(3, read(text, OPEN.withHeader(false)).table().rows());
        assertEquals("chosen", reason(read(text, OPEN.withHeader(false)), "header"));
    }

    @Test
    void decimalAndThousands() {
        String text = "x;y\n1,234;1\n5,678;2\n";
        assertEquals(1.234, read(text, OPEN.withDecimal(",")).table().column("x").number(0));
        assertEquals(1234, read(text, OPEN.withThousands(",")).table().column("x").number(0));
        assertEquals(ColumnType.CATEGORY, read(text, OPEN.withDecimal(".").withThousands("")).table().column("x").type());
    }

    @Test
    void commentsAndLinesBeforeTheTable() {
        String text = "title\n%remark\na,b\n1,2\n%3,4\n5,6\n";
        Imported imported = read(text, OPEN.withComment("%").withSkipLines(1));
        assertEquals(List.of("a", "b"), imported.table().names());
        assertEquals(2, imported.table().rows());
        assertEquals(List.of(1L, 2L, 5L), imported.report().problems().stream().map(ImportProblem::line).toList());
        assertEquals("chosen", reason(imported, "skipped lines"));
    }

    @Test
    void rowNames() {
        String text = "a,b\nr1,1,2\nr2,3,4\nr3,5,6\n";
        assertEquals(List.of("row_name", "a", "b"), read(text, OPEN).table().names());
        assertEquals(List.of("a", "b", "column_3"), read(text, OPEN.withRowNames(false)).table().names());
        assertEquals("row_name", read(",a\nr1,1\nr1,2\n", OPEN.withRowNames(true)).table().names().get(0));
    }

    @Test
    void allAtOnceTakesNothingFromTheFile() {
        Dialect odd = new Dialect("UTF-8", "||", false, "", "", false, ",", ".", "", 0);
        Imported imported = read("1.000,5||2\n3||4\n", DialectChoice.of(odd));
        assertEquals(1000.5, imported.table().columns().get(0).number(0));
        assertEquals(odd, imported.report().dialect());
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThrows(DataException.class, () -> OPEN.withDecimal(",").withThousands(","));
        assertThrows(DataException.class, () -> OPEN.withDecimal("x"));
        assertThrows(DataException.class, () -> OPEN.withDelimiter("", null));
        assertThrows(DataException.class, () -> OPEN.withSkipLines(-1));
        assertThrows(DataException.class, () -> read("a,b\n1,2\n", OPEN.withEncoding("klingon")));
    }
}
