package downhill.data.csv;

import static downhill.data.ColumnType.CATEGORY;
import static downhill.data.ColumnType.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.data.ImportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 1 to 23 of the table of hard inputs in docs/csv.md: files, line ends, encodings, other kinds of file. */
class HardFilesTest {
    @Test
    @DisplayName("1: a file of 0 bytes is refused")
    void emptyFile() {
        Reading.refused("The file is empty.", "");
    }

    @Test
    @DisplayName("2: only newlines or spaces")
    void onlyBlankLines() {
        Reading.refused("No data rows found (12 blank lines).", "\n".repeat(12));
        Reading.refused("No data rows found (3 blank lines).", "  \n   \n ");
    }

    @Test
    @DisplayName("3: header only")
    void headerOnly() {
        Reading.refused("Columns found, but no data rows.", "a,b,c\n");
    }

    @Test
    @DisplayName("4: one data row")
    void oneRow() {
        Reading.of("a,b\n1,2\n").rows(1).numbers("a", 1).problem(ProblemKind.FEW_ROWS, 0, "1 row: cannot be split for training.");
    }

    @Test
    @DisplayName("5: no newline at the end")
    void noFinalNewline() {
        Reading.of("a,b\n1,2\n3,4").rows(2).row(1, "3", "4").clean();
    }

    @Test
    @DisplayName("6: several newlines at the end")
    void finalBlankLines() {
        Reading.of("a,b\n1,2\n3,4\n\n\n").rows(2).skipped("blank lines", 2).clean();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    @DisplayName("7: LF, CRLF, CR")
    void lineEnds(String end) {
        Reading.of(String.join(end, "a,b", "1,2", "3,4", "")).rows(2).row(1, "3", "4").clean();
    }

    @Test
    @DisplayName("8: mixed line ends")
    void mixedLineEnds() {
        Reading.of("a,b\r\n1,2\n3,4\r5,6\n").rows(3).row(2, "5", "6").problem(ProblemKind.LINE_ENDS, 0, "Lines end in different ways");
    }

    @Test
    @DisplayName("9: CR inside a quoted cell, CRLF outside")
    void returnInQuotes() {
        Reading.of("a,b\r\n1,\"x\ry\"\r\n2,z\r\n").rows(2).row(0, "1", "x\ry").clean();
    }

    @Test
    @DisplayName("10: newline inside quotes keeps line numbers physical")
    void newlineInQuotes() {
        Reading.of("a,b,c\n1,\"x\ny\",3\n2,z,3\n1,2\n").rows(2).row(0, "1", "x\ny", "3").problem(ProblemKind.TOO_FEW_FIELDS, 5, "line 5");
    }

    @Test
    @DisplayName("11: UTF-8 with byte order mark")
    void markUtf8() {
        Reading.of("\uFEFFa,b\n1,é\n2,è\n").names("a", "b").row(0, "1", "é").decided("encoding", "UTF-8", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    @DisplayName("12: UTF-16 and UTF-32 with byte order mark")
    void markWide(String charset) {
        Reading.of("\uFEFFa,b\n1,é\n2,日本\n".getBytes(Charset.forName(charset))).names("a", "b").row(1, "2", "日本")
                .decided("encoding", charset, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    @DisplayName("13: UTF-16 without byte order mark")
    void wideWithoutMark(String charset) {
        Reading.of("a,b\n1,é\n2,x\n".getBytes(Charset.forName(charset))).names("a", "b").row(0, "1", "é")
                .decided("encoding", charset, false);
    }

    @Test
    @DisplayName("14: windows-1252 bytes are read as such, with the question where they are")
    void western() {
        byte[] bytes = "name,x\nRen\u00E9,1\nZo\u00EB,2\n".getBytes(Charset.forName("windows-1252"));
        Reading reading = Reading.of(bytes).row(0, "René", "1").decided("encoding", "windows-1252", false);
        assertTrue(reading.report().decisions().get(0).reason().startsWith("byte 0xE9 at line 2, byte 4 is not valid UTF-8"));
    }

    @Test
    @DisplayName("14: GB18030 is told from windows-1252")
    void chinese() {
        byte[] bytes = "名称,价格\n苹果,3\n香蕉,4\n".getBytes(Charset.forName("GB18030"));
        Reading.of(bytes).names("名称", "价格").row(0, "苹果", "3").decided("encoding", "GB18030", false);
    }

    @Test
    @DisplayName("14: windows-1252 whose first such byte comes late is still found out")
    void lateWestern() {
        String text = "name,x\n" + "plain,1\n".repeat(200_000) + "Ren\u00E9,2\n";
        Reading.of(text.getBytes(Charset.forName("windows-1252"))).rows(200_001).row(200_000, "René", "2")
                .decided("encoding", "windows-1252", false);
    }

    @Test
    @DisplayName("15: a few broken bytes late in a UTF-8 file cost their rows only")
    void brokenBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("name,x\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 200_000; i++) {
            bytes.write("Renée,1\n".getBytes(StandardCharsets.UTF_8));
        }
        bytes.write(new byte[] {'b', (byte) 0xE9, 'd', ',', '5', '\n', 'o', 'k', ',', '7', '\n'});
        Reading.of(bytes.toByteArray()).rows(200_001).rejected(1).row(200_000, "ok", "7")
                .problem(ProblemKind.INVALID_BYTES, 200_002, "not valid UTF-8 (0xE9)");
    }

    @Test
    @DisplayName("16: an isolated NUL costs its row, many are binary")
    void nulBytes() {
        Reading.of("a,b\n1,2\n3,\0\n5,6\n").rows(2).rejected(1).problem(ProblemKind.NUL_CHARACTER, 3, "NUL");
        byte[] binary = new byte[5000];
        new java.util.Random(1).nextBytes(binary);
        binary[0] = 'x';
        Reading.refused("…Not a text table: the file is binary", binary);
    }

    @Test
    @DisplayName("17: a spreadsheet renamed")
    void spreadsheet() {
        Reading.refused("This is an Excel or ZIP file. Save it as CSV first.", "PK\3\4aaaaaaaaaa");
    }

    @Test
    @DisplayName("18: gzip is unpacked; a bomb and a damaged file are refused")
    void gzip() throws IOException {
        Reading.of(gzip("a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8))).rows(2).numbers("b", 2, 4);
        Reading.refused("…unpacks to more than 200 times its size", gzip("1,1\n".repeat(20 << 20).getBytes(StandardCharsets.UTF_8)));
        byte[] packed = gzip("a,b\n1,2\n3,4\n".repeat(50).getBytes(StandardCharsets.UTF_8));
        Reading.refused("…gzip file is damaged", java.util.Arrays.copyOf(packed, packed.length / 2));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0089PNG\r\n", "%PDF-1.7\n", "PAR1xxxx", "\u00CA\u00FE\u00BA\u00BE\0\0"})
    @DisplayName("19: pictures, documents, programs")
    void otherFiles(String start) {
        Reading.refused("…Not a text table", (start + "rest").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    @DisplayName("20: a web page")
    void webPage() {
        Reading.refused("This is a web page (HTML), not a table. Download the table itself.",
                "\n <!DOCTYPE html><html><body>404</body></html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1, \"b\": 2}", "[{\"a\":1},\n{\"a\":2}]", "{\"a\":1}\n{\"a\":2}\n", "[[1,2],[3,4]]"})
    @DisplayName("21: JSON and JSON lines")
    void json(String text) {
        Reading.refused("This is JSON, not a table. Convert it to CSV first.", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", " ", "^", ":"})
    @DisplayName("22: delimiters are found out and shown")
    void delimiters(String delimiter) {
        String text = "name,weight,height\nann,61.5,170\nbob,80.25,181\ncleo,55,165\n".replace(",", delimiter);
        Reading.of(text).names("name", "weight", "height").types(CATEGORY, NUMBER, NUMBER).rows(3).decided("delimiter", delimiter, true);
    }

    @Test
    @DisplayName("22: comma and space")
    void commaAndSpace() {
        Reading.of("a, b\n1, x y\n2, z\n").names("a", "b").row(0, "1", "x y").problem(ProblemKind.TRIMMED, 0, "2 cells");
    }

    @Test
    @DisplayName("22: columns lined up by runs of spaces")
    void runsOfSpaces() {
        Reading.of("  x     y\n  1   2.5\n 10  12.5\n").names("x", "y").numbers("x", 1, 10).numbers("y", 2.5, 12.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\r\n", "\uFEFFSEP=;\n", "\"sep=;\"\n"})
    @DisplayName("23: a first line sep=;")
    void separatorLine(String line) {
        Reading.of(line + "a;b\n1;2,5\n3;4,5\n").names("a", "b").numbers("b", 2.5, 4.5).skipped("lines before the table", 1)
                .decided("delimiter", ";", true);
    }

    @Test
    void anEncodingThatDoesNotExistIsRefused() {
        ImportOptions options = ImportOptions.DEFAULT.withDialect(downhill.data.Dialect.STANDARD.withEncoding("no such"));
        assertEquals("The encoding \"no such\" is not known. Choose UTF-8 or windows-1252, for example.",
                org.junit.jupiter.api.Assertions.assertThrows(downhill.data.DataException.class,
                        () -> Reading.of("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), options, Map.of())).getMessage());
    }
}
