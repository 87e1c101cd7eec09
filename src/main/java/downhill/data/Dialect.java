package downhill.data;

import downhill.words.Said;
import java.util.Objects;

/**
 * How a delimited text file is written. Each text is empty where the thing does not occur.
 *
 * @param encoding  name of the character set, such as UTF-8
 * @param delimiter between two cells: one or more characters
 * @param runs      several delimiters in a row count as one (columns lined up by spaces)
 * @param quote     around cells: one character or empty
 * @param escape    how a quote within quotes is written: the quote itself (doubled) or {@code \}; empty without quotes
 * @param header    whether the first row holds the names of the columns
 * @param decimal   decimal mark: {@code .} or {@code ,}
 * @param thousands mark between groups of three digits, or empty
 * @param comment   first character of lines to leave out, or empty
 * @param skipLines lines before the table
 */
public record Dialect(String encoding, String delimiter, boolean runs, String quote, String escape, boolean header,
                      String decimal, String thousands, String comment, int skipLines) {
    /** RFC 4180 in UTF-8 with a header. */
    public static final Dialect STANDARD = new Dialect("UTF-8", ",", false, "\"", "\"", true, ".", "", "", 0);

    public Dialect {
        Objects.requireNonNull(encoding, "encoding");
        require(!delimiter.isEmpty(), Said.of("dialect.delimiter"));
        require(quote.length() <= 1, Said.of("dialect.quote", quote));
        require(comment.length() <= 1, Said.of("dialect.comment", comment));
        require(decimal.equals(".") || decimal.equals(","), Said.of("dialect.decimal", decimal));
        require(thousands.length() <= 1 && !thousands.equals(decimal),
                Said.of("dialect.thousands"));
        require(skipLines >= 0, Said.of("dialect.skip"));
        require(quote.isEmpty() || !delimiter.contains(quote), Said.of("dialect.differ"));
    }

    private static void require(boolean condition, Said message) {
        if (!condition) {
            throw new DataException(message);
        }
    }

    public Dialect withEncoding(String newEncoding) {
        return new Dialect(newEncoding, delimiter, runs, quote, escape, header, decimal, thousands, comment, skipLines);
    }

    public Dialect withDelimiter(String newDelimiter) {
        return new Dialect(encoding, newDelimiter, runs, quote, escape, header, decimal, thousands, comment, skipLines);
    }

    public Dialect withRuns(boolean newRuns) {
        return new Dialect(encoding, delimiter, newRuns, quote, escape, header, decimal, thousands, comment, skipLines);
    }

    public Dialect withQuote(String newQuote, String newEscape) {
        return new Dialect(encoding, delimiter, runs, newQuote, newEscape, header, decimal, thousands, comment, skipLines);
    }

    public Dialect withHeader(boolean newHeader) {
        return new Dialect(encoding, delimiter, runs, quote, escape, newHeader, decimal, thousands, comment, skipLines);
    }

    public Dialect withNumbers(String newDecimal, String newThousands) {
        return new Dialect(encoding, delimiter, runs, quote, escape, header, newDecimal, newThousands, comment, skipLines);
    }

    public Dialect withComment(String newComment) {
        return new Dialect(encoding, delimiter, runs, quote, escape, header, decimal, thousands, newComment, skipLines);
    }

    public Dialect withSkipLines(int newSkipLines) {
        return new Dialect(encoding, delimiter, runs, quote, escape, header, decimal, thousands, comment, newSkipLines);
    }
}
