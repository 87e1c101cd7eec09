package downhill.data;

import downhill.words.Said;
import java.io.Serializable;

/**
 * What a person said about how a file is written; null where it is left to be found out. Each text is empty where the thing does not
 * occur in the file.
 *
 * @param encoding  name of the character set
 * @param delimiter between two cells: one or more characters
 * @param runs      several delimiters in a row count as one
 * @param quote     around cells: one character or empty
 * @param escape    how a quote within quotes is written: the quote itself or {@code \}
 * @param header    whether the first row holds the names of the columns
 * @param decimal   decimal mark: {@code .} or {@code ,}
 * @param thousands mark between groups of three digits
 * @param comment   first character of lines to leave out
 * @param skipLines lines before the table
 * @param rowNames  whether the first column, which the header does not name, holds the names of the rows
 * @param dates     what comes first in dates written as numbers: {@value #DAY_FIRST} or {@value #MONTH_FIRST}
 */
public record DialectChoice(String encoding, String delimiter, Boolean runs, String quote, String escape, Boolean header,
                            String decimal, String thousands, String comment, Integer skipLines, Boolean rowNames, String dates)
        implements Serializable {
    public static final String DAY_FIRST = "day-first";
    public static final String MONTH_FIRST = "month-first";
    /** All is left to be found out. */
    public static final DialectChoice OPEN = new DialectChoice(null, null, null, null, null, null, null, null, null, null, null, null);

    public DialectChoice {
        if (dates != null && !dates.equals(DAY_FIRST) && !dates.equals(MONTH_FIRST)) {
            throw new DataException(Said.of("dates.order", DAY_FIRST, MONTH_FIRST, dates));
        }
        over(Dialect.STANDARD, encoding, delimiter, runs, quote, escape, header, decimal, thousands, comment, skipLines);
    }

    /** All is said. */
    public static DialectChoice of(Dialect dialect) {
        return new DialectChoice(dialect.encoding(), dialect.delimiter(), dialect.runs(), dialect.quote(), dialect.escape(),
                dialect.header(),
                dialect.decimal(), dialect.thousands(), dialect.comment(), dialect.skipLines(), null, null);
    }

    /** Whether nothing is left to be found out but, at most, what the first column is. */
    public boolean isComplete() {
        return encoding != null && delimiter != null && runs != null && quote != null && escape != null && header != null
                && decimal != null && thousands != null && comment != null && skipLines != null;
    }

    /** What was found, with what was said in its place. */
    public Dialect over(Dialect found) {
        return over(found, encoding, delimiter, runs, quote, escape, header, decimal, thousands, comment, skipLines);
    }

    private static Dialect over(Dialect found, String encoding, String delimiter, Boolean runs, String quote, String escape, Boolean header,
                                String decimal, String thousands, String comment, Integer skipLines) {
        String mark = quote == null ? usualQuote(found.quote(), delimiter) : quote;
        String free = found.decimal().equals(thousands) ? other(thousands) : found.decimal();
        String point = or(decimal, free);
        return new Dialect(or(encoding, found.encoding()), or(delimiter, found.delimiter()), or(runs, found.runs()), mark,
                or(escape, quote == null ? found.escape() : quote), or(header, found.header()), point,
                or(thousands, found.thousands().equals(point) ? "" : found.thousands()), or(comment, found.comment()),
                        or(skipLines, found.skipLines()));
    }

    private static String usualQuote(String found, String delimiter) {
        return delimiter != null && !found.isEmpty() && delimiter.contains(found) ? "" : found;
    }

    private static String other(String mark) {
        return mark.equals(",") ? "." : ",";
    }

    private static <T> T or(T said, T found) {
        return said == null ? found : said;
    }

    public DialectChoice withEncoding(String value) {
        return new DialectChoice(value, delimiter, runs, quote, escape, header, decimal, thousands, comment, skipLines, rowNames, dates);
    }

    /** @param newRuns whether several count as one, or null for the usual: only of spaces */
    public DialectChoice withDelimiter(String value, Boolean newRuns) {
        return new DialectChoice(encoding, value, newRuns, quote, escape, header, decimal, thousands, comment, skipLines, rowNames, dates);
    }

    public DialectChoice withQuote(String value) {
        return new DialectChoice(encoding, delimiter, runs, value, escape, header, decimal, thousands, comment, skipLines, rowNames, dates);
    }

    public DialectChoice withEscape(String value) {
        return new DialectChoice(encoding, delimiter, runs, quote, value, header, decimal, thousands, comment, skipLines, rowNames, dates);
    }

    public DialectChoice withHeader(Boolean value) {
        return new DialectChoice(encoding, delimiter, runs, quote, escape, value, decimal, thousands, comment, skipLines, rowNames, dates);
    }

    public DialectChoice withDecimal(String value) {
        return new DialectChoice(encoding, delimiter, runs, quote, escape, header, value, thousands, comment, skipLines, rowNames, dates);
    }

    public DialectChoice withThousands(String value) {
        return new DialectChoice(encoding, delimiter, runs, quote, escape, header, decimal, value, comment, skipLines, rowNames, dates);
    }

    public DialectChoice withComment(String value) {
        return new DialectChoice(encoding, delimiter, runs, quote, escape, header, decimal, thousands, value, skipLines, rowNames, dates);
    }

    public DialectChoice withSkipLines(Integer value) {
        return new DialectChoice(encoding, delimiter, runs, quote, escape, header, decimal, thousands, comment, value, rowNames, dates);
    }

    public DialectChoice withRowNames(Boolean value) {
        return new DialectChoice(encoding, delimiter, runs, quote, escape, header, decimal, thousands, comment, skipLines, value, dates);
    }

    public DialectChoice withDates(String value) {
        return new DialectChoice(encoding, delimiter, runs, quote, escape, header, decimal, thousands, comment, skipLines, rowNames, value);
    }
}
