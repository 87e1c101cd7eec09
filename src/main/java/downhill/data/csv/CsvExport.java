package downhill.data.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
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
    private static final int INFINITY = "+Infinity".length();

    /** What the rows end in. */
    private final Closeable target;
    private final CsvWriter writer;
    private final boolean neutralise;

    private CsvExport(Closeable target, CsvWriter writer, boolean neutralise) {
        this.target = target;
        this.writer = writer;
        this.neutralise = neutralise;
    }

    /** Writes to a file that is replaced if it exists. */
    public static CsvExport to(Path file, boolean neutraliseFormulas) throws IOException {
        OutputStream stream = Files.newOutputStream(file);
        return to(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8.newEncoder())), stream, neutraliseFormulas);
    }

    /** Writes to {@code target}, which is closed with this. */
    public static CsvExport to(Writer target, boolean neutraliseFormulas) {
        return to(target, target, neutraliseFormulas);
    }

    private static CsvExport to(Writer target, Closeable end, boolean neutraliseFormulas) {
        CsvWriter writer = CsvWriter.builder().lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF).build(target);
        return new CsvExport(end, writer, neutraliseFormulas);
    }

    /** Writes one record; null is an empty cell. */
    public CsvExport row(List<String> cells) throws IOException {
        try {
            writer.writeRecord(neutralise ? harmless(cells) : cells);
            return this;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Writes one record. */
    public CsvExport row(String... cells) throws IOException {
        return row(java.util.Arrays.asList(cells));
    }

    private static List<String> harmless(List<String> cells) {
        String[] all = cells.toArray(new String[0]);
        for (int i = 0; i < all.length; i++) {
            all[i] = harmless(all[i]);
        }
        return java.util.Arrays.asList(all);
    }

    /** A cell that no spreadsheet runs. */
    public static String harmless(String cell) {
        boolean suspect = cell != null && !cell.isEmpty() && STARTS.indexOf(cell.charAt(0)) >= 0;
        return suspect && !isNumber(cell) ? "'" + cell : cell;
    }

    /** Whether a cell is a number with digits, point and exponent alone; most cells that begin with a sign are, so no pattern is tried. */
    private static boolean isNumber(String cell) {
        int start = cell.charAt(0) == '+' || cell.charAt(0) == '-' ? 1 : 0;
        int whole = digits(cell, start);
        boolean point = whole < cell.length() && cell.charAt(whole) == '.';
        int end = point ? digits(cell, whole + 1) : whole;
        boolean number = end - start > (point ? 1 : 0);
        return number && (end == cell.length() || isExponent(cell, end))
                || start == 1 && cell.startsWith("Infinity", 1) && cell.length() == INFINITY;
    }

    private static boolean isExponent(String cell, int at) {
        if ((cell.charAt(at) | 0x20) != 'e') {
            return false;
        }
        boolean sign = at + 1 < cell.length() && (cell.charAt(at + 1) == '+' || cell.charAt(at + 1) == '-');
        int first = at + (sign ? 2 : 1);
        return first < cell.length() && digits(cell, first) == cell.length();
    }

    /** Where the digits that begin at {@code from} end. */
    private static int digits(String cell, int from) {
        int i = from;
        while (i < cell.length() && cell.charAt(i) >= '0' && cell.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    /**
     * Where the last rows cannot be written, too, when the writers between leave open what they write to: a file that stays open keeps its
     * room on a full disk, though it is deleted.
     */
    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } finally {
            target.close();
        }
    }
}
