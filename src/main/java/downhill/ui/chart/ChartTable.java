package downhill.ui.chart;

import downhill.data.csv.CsvExport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The numbers that a chart shows, one row for each point, with all their digits.
 *
 * @param header names of the columns
 * @param rows cells, as many in each row as in the header; empty where there is no value
 */
public record ChartTable(List<String> header, List<List<String>> rows) {
    /** No numbers. */
    public static final ChartTable NONE = new ChartTable(List.of(), List.of());

    /** Copies both lists. */
    public ChartTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** Whether there is nothing to take away. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Writes all of it as CSV in UTF-8; {@code out} stays open. */
    public void write(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        write(CsvExport.to(new StaysOpen(writer), true));
        writer.flush();
    }

    /** The same as a text. */
    public String csv() {
        StringWriter text = new StringWriter();
        try {
            write(CsvExport.to(text, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(CsvExport csv) throws IOException {
        try (csv) {
            csv.row(header);
            for (List<String> row : rows) {
                csv.row(row);
            }
        }
    }

    /** All digits; empty where there is no number. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private static final class StaysOpen extends java.io.FilterWriter {
        StaysOpen(Writer out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
