package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.Dialect;
import downhill.data.DialectChoice;
import downhill.data.ImportOptions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in every encoding that Java knows of those in use: read as written where it is told, told where it is guessed. */
class EncodedTablesTest {
    private static final int TABLES = 25;

    /** What each encoding can write beside ASCII. */
    private static String letters(String charset) {
        return switch (charset) {
            case "windows-1252", "ISO-8859-1", "ISO-8859-15" -> "äßéñÅ";
            case "windows-1251", "KOI8-R", "IBM866" -> "жяЩп";
            case "Shift_JIS", "EUC-JP" -> "表ソ能日本カ";
            case "Big5" -> "功許蓋中文";
            case "GBK", "GB18030" -> "中文乗亂";
            case "EUC-KR" -> "한국어";
            default -> "äж表한💩";
        };
    }

    private static String cell(Random random, String letters) {
        int[] points = (letters + "ab,\"\n |\\").codePoints().toArray();
        StringBuilder cell = new StringBuilder("c");
        for (int i = random.nextInt(8); i > 0; i--) {
            cell.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return cell.append('c').toString();
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static List<List<String>> rows(Random random, String letters) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 2 + random.nextInt(30); i > 0; i--) {
            rows.add(List.of(cell(random, letters), "" + random.nextInt(1000), cell(random, letters)));
        }
        return rows;
    }

    private static String written(List<List<String>> rows) {
        StringBuilder text = new StringBuilder("one,number,two\n");
        rows.forEach(row -> text.append(quoted(row.get(0))).append(',').append(row.get(1)).append(',').append(quoted(row.get(2)))
                .append('\n'));
        return text.toString();
    }

    private static final Map<String, ColumnType> TYPES = Map.of("one", ColumnType.TEXT, "number", ColumnType.NUMBER, "two", ColumnType.TEXT);

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-1252", "ISO-8859-1", "ISO-8859-15",
        "windows-1251", "KOI8-R", "IBM866", "Shift_JIS", "EUC-JP", "Big5", "GBK", "GB18030", "EUC-KR"})
    void whatIsToldIsReadLetterByLetter(String charset) {
        for (int seed = 0; seed < TABLES; seed++) {
            List<List<String>> rows = rows(new Random(seed), letters(charset));
            byte[] bytes = written(rows).getBytes(Charset.forName(charset));
            Reading reading = Reading.of(bytes, ImportOptions.DEFAULT.withDialect(Dialect.STANDARD.withEncoding(charset)), TYPES)
                    .rows(rows.size()).rejected(0);
            for (int row = 0; row < rows.size(); row++) {
                reading.row(row, rows.get(row).toArray(String[]::new));
            }
        }
    }

    /** Of a family of encodings the bytes show which of them it is, with a mark or, in a table of mostly ASCII, without. */
    @ParameterizedTest
    @CsvSource({"UTF-16, UTF-16LE, true", "UTF-16, UTF-16BE, true", "UTF-16, UTF-16LE, false", "UTF-16, UTF-16BE, false",
        "UTF-32, UTF-32LE, true", "UTF-32, UTF-32BE, true", "UTF-32, UTF-32BE, false", "UTF-16LE, UTF-16LE, true", "UTF-8, UTF-8, true"})
    void aFamilyThatIsToldIsReadAsItsMember(String told, String written, boolean mark) {
        String text = (mark ? "\uFEFF" : "") + "name,size\nGröße,1.5\nsize,2.5\n";
        Reading reading = Reading.of(text.getBytes(Charset.forName(written)), ImportOptions.DEFAULT.withDialect(Dialect.STANDARD
                .withEncoding(told)), Map.of());
        reading.names("name", "size").rows(2).row(0, "Größe", "1.5").rejected(0);
        assertThat(reading.report().byteOrderMark()).isEqualTo(mark);
    }

    /** Where the encoding is not told, letters are never others without the guess being marked; with a mark, never at all. */
    @ParameterizedTest
    @CsvSource({"UTF-8, false", "UTF-8, true", "UTF-16LE, true", "UTF-16BE, true", "UTF-32LE, true", "UTF-32BE, true",
        "windows-1252, false", "GB18030, false", "GBK, false", "Big5, false", "windows-1251, false", "Shift_JIS, false", "EUC-KR, false"})
    void whatIsGuessedIsReadLetterByLetterOrMarked(String charset, boolean mark) {
        for (int seed = 0; seed < TABLES; seed++) {
            List<List<String>> rows = rows(new Random(seed), letters(charset));
            byte[] bytes = ((mark ? "\uFEFF" : "") + written(rows)).getBytes(Charset.forName(charset));
            ImportOptions options = ImportOptions.DEFAULT.withDialect(DialectChoice.of(Dialect.STANDARD).withEncoding(null));
            Reading reading;
            try {
                reading = Reading.of(bytes, options, TYPES);
            } catch (DataException refused) {
                assertThat(refused.getMessage()).as("seed %d", seed).contains("encoding");
                assertThat(mark).isFalse();
                continue;
            }
            boolean same = reading.imported().table().rows() == rows.size();
            for (int row = 0; same && row < rows.size(); row++) {
                same = rows.get(row).get(0).equals(reading.columns().get(0).text(row))
                        && rows.get(row).get(2).equals(reading.columns().get(2).text(row));
            }
            assertThat(same || !mark && reading.report().needsALook()).as("seed %d: %s", seed, reading.report().decisions()).isTrue();
            assertThat(reading.report().byteOrderMark()).isEqualTo(mark);
        }
    }

    /** Broken bytes cost the rows they are in and no other. */
    @Test
    void brokenBytesCostTheirRowsAlone() {
        for (int seed = 0; seed < TABLES * 4; seed++) {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>(List.of("word,number"));
            List<Integer> sound = new ArrayList<>();
            StringBuilder text = new StringBuilder("word,number\n");
            int rows = 15 + random.nextInt(40);
            for (int line = 2; line < 2 + rows; line++) {
                boolean broken = random.nextInt(15) == 0;
                String row = (broken ? "é\u0001" : "éö東") + line + "," + line;
                text.append(row).append('\n');
                lines.add(row);
                if (!broken) {
                    sound.add(line);
                }
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            byte[] odd = {(byte) 0xFF, (byte) 0xC3, (byte) 0xA9, (byte) 0xE6, (byte) 0x80};
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = bytes[i] == 1 ? odd[random.nextInt(odd.length)] : bytes[i];
            }
            Reading reading = Reading.of(bytes, ImportOptions.DEFAULT.withDialect(Dialect.STANDARD), Map.of("word", ColumnType.TEXT))
                    .rows(sound.size()).rejected(lines.size() - 1 - sound.size());
            for (int row = 0; row < sound.size(); row++) {
                reading.row(row, "éö東" + sound.get(row), "" + sound.get(row));
                assertThat(reading.imported().table().line(row)).isEqualTo(sound.get(row));
            }
            assertThat(reading.report().problems().stream().filter(each -> each.kind() == ProblemKind.INVALID_BYTES)
                    .map(each -> (int) each.line()).toList()).as("seed %d", seed).doesNotContainAnyElementsOf(sound)
                    .hasSize(lines.size() - 1 - sound.size());
        }
    }
}
