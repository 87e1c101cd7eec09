package downhill.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvExportTest {
    @Test
    void cellsAreQuotedWhereNeeded() throws IOException {
        assertEquals("a,\"b,c\",\"say \"\"x\"\"\"\n1,,\"two\nlines\"\n", written(false,
                new String[][] {{"a", "b,c", "say \"x\""}, {"1", null, "two\nlines"}}));
    }

    @ParameterizedTest
    @CsvSource({"=1+2,'''=1+2'", "＝1+2,'''＝1+2'", "＠A,'''＠A'", "@SUM(A1),'''@SUM(A1)'", "-1.5e3,-1.5e3", "+7,+7", "-x,'''-x'", "a=b,a=b",
            "+cmd|' /C calc'!A0,'''+cmd|'' /C calc''!A0'"})
    void formulasAreNeutralisedAndNumbersAreNot(String cell, String expected) {
        assertEquals(expected, CsvExport.harmless(cell));
    }

    @Test
    void formulasAreLeftAloneUnlessAsked() throws IOException {
        assertEquals("=1\n", written(false, new String[][] {{"=1"}}));
        assertEquals("'=1\n", written(true, new String[][] {{"=1"}}));
    }

    @Test
    void whatIsWrittenToIsClosedWhereItTakesNoMore() {
        boolean[] closed = new boolean[1];
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {
                // Nothing is kept.
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        assertThrows(IOException.class, () -> {
            try (CsvExport export = CsvExport.to(full, false)) {
                export.row("a", "b");
            }
        });
        assertTrue(closed[0]);
    }

    private static String written(boolean neutralise, String[][] rows) throws IOException {
        StringWriter target = new StringWriter();
        try (CsvExport export = CsvExport.to(target, neutralise)) {
            for (String[] row : rows) {
                export.row(row);
            }
        }
        return target.toString();
    }

    /** Of all short texts of the characters that numbers are made of, those are numbers that a pattern says are. */
    @Test
    void numbersAreThoseOfThePattern() {
        String letters = "+-1.eE0a";
        int[] numbers = {0};
        for (int code = 0; code < 1 << 18; code++) {
            StringBuilder text = new StringBuilder(code % 2 == 0 ? "-" : "+");
            for (int rest = code >> 1; rest > 0; rest >>= 3) {
                text.append(letters.charAt(rest & 7));
            }
            String cell = text.toString();
            boolean number = NUMBER.matcher(cell).matches();
            numbers[0] += number ? 1 : 0;
            if (CsvExport.harmless(cell).equals(cell) != number) {
                assertEquals(number ? cell : "'" + cell, CsvExport.harmless(cell));
            }
        }
        assertTrue(numbers[0] > 100);
        for (String cell : java.util.List.of("-Infinity", "+Infinity")) {
            assertEquals(cell, CsvExport.harmless(cell));
        }
        assertEquals("'-Infinity1", CsvExport.harmless("-Infinity1"));
        assertEquals("'-", CsvExport.harmless("-"));
    }

    private static final java.util.regex.Pattern NUMBER =
            java.util.regex.Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]Infinity");
}
