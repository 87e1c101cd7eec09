package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Dialect;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Records of any text in any dialect are those of {@link LiteralRecords}, however the text comes in. */
class LiteralRecordsTest {
    private static final String[] DELIMITERS = {",", ";", "\t", "|", "^", " ", "::", "-"};
    private static final String[] PIECES = {"a", "b", "1", "\n", "\n", "\r\n", "\r", " ", "  ", "\"", "\"\"", "'", "\\", "#", "-", "---",
        "===", "|", ":", "\0", "\uDC9F", "\uD83D\uDCA9", "é", "\uFEFF", "\t", "\f", "\u001A"};

    private static Dialect dialect(Random random) {
        String quote = new String[] {"\"", "\"", "'", ""}[random.nextInt(4)];
        String delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
        return Dialect.STANDARD.withDelimiter(delimiter).withRuns(delimiter.equals(" ") && random.nextBoolean())
                .withQuote(quote, quote.isEmpty() || random.nextBoolean() ? quote : "\\")
                .withComment(random.nextBoolean() ? "#" : "").withSkipLines(Math.max(0, random.nextInt(4) - 1));
    }

    private static String text(Random random, Dialect dialect) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i >= 0; i--) {
            int kind = random.nextInt(5);
            text.append(kind == 0 ? dialect.delimiter() : kind == 1 ? dialect.quote() : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** Hands out a few characters at a time. */
    private static Reader inPieces(String text, Random random, int most) {
        return new StringReader(text) {
            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(most)));
            }
        };
    }

    private static Map<Integer, String> read(Reader text, Dialect dialect, int expected) throws IOException {
        Map<Integer, String> told = new TreeMap<>();
        RecordListener listener = new RecordListener() {
            @Override
            public void skipped(SkipKind kind, long line) {
                assertThat(told.put((int) line, LiteralRecords.skipped(kind))).as("line %d twice", line).isNull();
            }

            @Override
            public void rejected(ProblemKind kind, long line, int field, String raw) {
                assertThat(told.put((int) line, LiteralRecords.rejected(kind, field, dialect.runs()))).as("line %d twice", line).isNull();
            }
        };
        try (CsvTokens tokens = new CsvTokens(text, dialect, listener)) {
            tokens.guard().expectFields(expected);
            for (Row row = tokens.next(); row != null; row = tokens.next()) {
                assertThat(told.put((int) row.line(), LiteralRecords.row(row.texts()))).as("line %d twice", row.line()).isNull();
            }
            assertThat(tokens.guard().records()).as("every record is told of").isEqualTo(told.size());
        }
        return told;
    }

    @Test
    void recordsAreThoseOfTheSecondWritingHoweverTheTextComesIn() throws IOException {
        int rows = 0;
        for (int seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            Dialect dialect = dialect(random);
            String text = text(random, dialect);
            int expected = random.nextInt(2) * (1 + random.nextInt(4));
            Map<Integer, String> wanted = LiteralRecords.of(text, dialect, expected);
            rows += wanted.values().stream().filter(each -> each.startsWith("row")).count();
            assertThat(read(new StringReader(text), dialect, expected)).as("seed %d, %s, of %d: <%s>", seed, dialect, expected, text.codePoints().mapToObj(Integer::toHexString).toList())
                    .isEqualTo(wanted);
            assertThat(read(inPieces(text, random, 1 + random.nextInt(9)), dialect, expected)).as("in pieces, seed %d", seed)
                    .isEqualTo(wanted);
        }
        assertThat(rows).as("the texts hold rows").isGreaterThan(700);
    }

    /** What an escape stands before is looked at like any other character. */
    @Test
    void anEscapedLineEndIsALineAndAnEscapedBrokenByteIsOne() throws IOException {
        Dialect dialect = Dialect.STANDARD.withQuote("\"", "\\");
        assertThat(read(new StringReader("\"a\\\nb\",1\nc,2\n"), dialect, 2)).containsOnlyKeys(1, 3);
        assertThat(read(new StringReader("\"a\\\uDC9Fb\",1\n"), dialect, 2).get(1)).isEqualTo("rejected INVALID_BYTES in cell 0");
        assertThat(read(new StringReader("\"a\\\0b\",1\n"), dialect, 2).get(1)).isEqualTo("rejected NUL_CHARACTER in cell 0");
    }

    /** Lines longer than a record may be, their line end cut in two by the border of what is read at once. */
    @Test
    void aLineThatIsTooLongIsOneLineWhereverItsEndIsCut() throws IOException {
        String start = "a,b\r\n" + "x".repeat((1 << 23) + 10) + "\r";
        Reader cut = new StringReader(start + "\nc,d\r\n") {
            private int given;

            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, given < start.length() ? Math.min(length, start.length() - given) : length);
                given += Math.max(0, count);
                return count;
            }
        };
        assertThat(read(cut, Dialect.STANDARD, 2)).isEqualTo(Map.of(1, "row a¦b", 2, "rejected FIELD_TOO_LONG in cell 0", 3, "row c¦d"));
    }

    /** A record that is too long may have had many lines. */
    @Test
    void theLinesOfARecordThatIsTooLongAreCounted() throws IOException {
        String lines = "x".repeat(900) + "\r\n".repeat(700);
        String long1 = '"' + lines + "x".repeat(990_000) + '"';
        String text = "a,b\r\n" + String.join(",", java.util.Collections.nCopies(9, long1)) + "\r\nc,d\r\n";
        Map<Integer, String> told = read(new StringReader(text), Dialect.STANDARD, 2);
        assertThat(told).containsEntry(2, "rejected FIELD_TOO_LONG in cell 0").containsEntry(2 + 9 * 700 + 1, "row c¦d");
    }

    @Test
    void linesAndMarksComeOutOfAQueueAsTheyWentIn() {
        LineQueue queue = new LineQueue();
        Random random = new Random(1);
        int[] next = {0, 0};
        IntStream.range(0, 20_000).forEach(i -> {
            if (queue.isEmpty() || random.nextInt(3) > 0) {
                int line = next[0]++;
                queue.add(line, line % 2 == 0, line % 3 == 0, line % 5 == 0);
            } else {
                int line = next[1]++;
                assertThat(queue.next()).isEqualTo(line);
                assertThat(queue.quoteInField()).isEqualTo(line % 2 == 0);
                assertThat(queue.spaceBeforeQuote()).isEqualTo(line % 3 == 0);
                assertThat(queue.byteOrderMark()).isEqualTo(line % 5 == 0);
            }
        });
        assertThat(next[0] - next[1]).as("longer than it was made").isGreaterThan(1024);
    }
}
