package downhill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void textStandsLeftAndNumbersRight() {
        TextTable table = new TextTable("name", "rows");
        table.row("a", "7");
        table.row("longer", "1234567");
        assertEquals("name       rows\na             7\nlonger  1234567\n", printed(table));
    }

    /** Were every line to measure all the others, this would take minutes. */
    @Test
    void aTableOfManyRowsIsMeasuredOnce() {
        TextTable table = new TextTable("name", "rows");
        for (int i = 0; i < 100_000; i++) {
            table.row("c" + i, "1");
        }
        assertEquals(100_001, printed(table).lines().count());
    }

    private static String printed(TextTable table) {
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text));
        return text.toString().replace("\r\n", "\n");
    }
}
