package downhill.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
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

    private static String written(boolean neutralise, String[][] rows) throws IOException {
        StringWriter target = new StringWriter();
        try (CsvExport export = CsvExport.to(target, neutralise)) {
            for (String[] row : rows) {
                export.row(row);
            }
        }
        return target.toString();
    }
}
