package downhill.data.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import downhill.data.DataException;
import downhill.data.Dialect;
import downhill.words.Said;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** Text to rows: the guard and behind it FastCSV with its safe settings. The row returned is reused. */
final class CsvTokens implements Closeable {
    /** Stands for "no quote": U+FFFF is no character and occurs in no text. */
    private static final char NO_QUOTE = '\uFFFF';

    private final RecordGuard guard;
    private final CsvReader<Row> reader;
    private final Iterator<Row> rows;

    CsvTokens(Reader text, Dialect dialect, RecordListener listener) {
        guard = new RecordGuard(text, dialect, listener);
        reader = parser(dialect).build(new Row(), guard);
        rows = reader.iterator();
    }

    /** The parser of sound records in a dialect. */
    static CsvReader.CsvReaderBuilder parser(Dialect dialect) {
        return CsvReader.builder().fieldSeparator(dialect.delimiter())
                .quoteCharacter(quote(dialect))
                .skipEmptyLines(false).allowUnclosedQuote(false)
                .maxBufferSize(1 << 24)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    /** The quote, or what stands for none. */
    static char quote(Dialect dialect) {
        return dialect.quote().isEmpty() ? NO_QUOTE : dialect.quote().charAt(0);
    }

    /** The next row, or null at the end. */
    Row next() throws IOException {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            row.line(guard.queue().next());
            return row;
        } catch (CsvParseException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof DataException ours) {
                    throw ours;
                }
                if (cause instanceof IOException broken) {
                    throw broken;
                }
            }
            throw new DataException(Said.of("table.unreadable", e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    RecordGuard guard() {
        return guard;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
