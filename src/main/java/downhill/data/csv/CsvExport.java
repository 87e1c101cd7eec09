package downhill.data.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes CSV: UTF-8, commas, LF, quotes where they are needed. Formulas are neutralised if asked: a text that starts with = + - @ (also
 * in their wide East Asian form), tab, line feed or carriage return gets an apostrophe before it, unless it is a number, since spreadsheets
 * run such texts (OWASP, CSV injection).
 */
public final class CsvExport implements Closeable {
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private final CsvWriter writer;
    private final boolean neutralise;

    private CsvExport(CsvWriter writer, boolean neutralise) {
        this.writer = writer;
        this.neutralise = neutralise;
    }

    /** Writes to a file that is replaced if it exists. */
    public static CsvExport to(Path file, boolean neutraliseFormulas) throws IOException {
        return to(Files.newBufferedWriter(file, StandardCharsets.UTF_8), neutraliseFormulas);
    }

    /** Writes to {@code target}, which is closed with this. */
    public static CsvExport to(Writer target, boolean neutraliseFormulas) {
        CsvWriter writer = CsvWriter.builder().lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF).build(target);
        return new CsvExport(writer, neutraliseFormulas);
    }

    /** Writes one record; null is an empty cell. */
    public CsvExport row(List<String> cells) throws IOException {
        try {
            writer.writeRecord(neutralise ? cells.stream().map(CsvExport::harmless).toList() : cells);
            return this;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Writes one record. */
    public CsvExport row(String... cells) throws IOException {
        return row(java.util.Arrays.asList(cells));
    }

    /** A cell that no spreadsheet runs. */
    public static String harmless(String cell) {
        boolean suspect = cell != null && !cell.isEmpty() && STARTS.indexOf(cell.charAt(0)) >= 0;
        return suspect && !isNumber(cell) ? "'" + cell : cell;
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]Infinity");
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
