package downhill.cli;

import downhill.data.BadCell;
import downhill.data.DialectChoice;
import downhill.data.ImportOptions;
import downhill.words.Said;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** How a CSV file is written. What is not said is found out from the file. */
class DialectOptions {
    private static final Map<String, String> MARKS = Map.of("comma", ",", "semicolon", ";", "tab", "\t", "pipe", "|", "space", " ",
            "spaces", " ", "none", "", "point", ".", "apostrophe", "'", "\\t", "\t");
    private static final List<String> YES = List.of("yes", "true");
    private static final List<String> NO = List.of("no", "false");

    @Option(names = "--encoding", paramLabel = "NAME",
            description = "Such as UTF-8, windows-1252, GB18030 (default: found out, as all about reading).")
    private String encoding;

    @Option(names = "--delimiter", paramLabel = "MARK",
            description = "comma, semicolon, tab, pipe, space, spaces (runs of them), or the text itself.")
    private String delimiter;

    @Option(names = "--quote", paramLabel = "MARK", description = "One character around cells, or none.")
    private String quote;

    @Option(names = "--escape", paramLabel = "HOW", description = "doubled or backslash: a quote within quotes.")
    private String escape;

    @Option(names = "--header", paramLabel = "yes|no", description = "Whether the first row holds the names of the columns.")
    private String header;

    @Option(names = "--row-names", paramLabel = "yes|no", description = "Whether a first column without a name holds names of rows.")
    private String rowNames;

    @Option(names = "--decimal", paramLabel = "MARK", description = "point or comma.")
    private String decimal;

    @Option(names = "--thousands", paramLabel = "MARK", description = "point, comma, space, apostrophe or none.")
    private String thousands;

    @Option(names = "--comment", paramLabel = "MARK", description = "First character of lines to leave out, or none.")
    private String comment;

    @Option(names = "--skip-lines", paramLabel = "N", description = "Lines before the table.")
    private Integer skipLines;

    @Option(names = "--dates", paramLabel = "ORDER",
            description = "day-first or month-first: dates such as 01/02/2020 (default: by those that leave no doubt).")
    private String dates;

    @Option(names = "--missing-texts", split = ",", paramLabel = "TEXT",
            description = "Texts that mean a missing value, beside the empty cell "
            + "(default: NA, N/A, NaN, null and the like).")
    private List<String> missingTexts;

    @Option(names = "--bad-cells", paramLabel = "NAME",
            description = "missing, reject-row or stop: cells that do not fit their column (default: missing).")
    private String badCells;

    @Option(names = "--units", description = "Read 12%%, $3, 3 €, and (3) for −3, as numbers.")
    private boolean units;

    @Option(names = "--progress", description = "Tell on standard error how far the reading is, even where that is no terminal.")
    private boolean progress;

    /** Whether to tell how far the work is even where nobody watches a terminal. */
    boolean progress() {
        return progress;
    }

    /** Everything that was said, in place of what {@code start} says. */
    ImportOptions options(ImportOptions start) {
        ImportOptions options = start.withDialect(choice()).withUnits(units || start.units());
        options = missingTexts == null ? options : options.withMissing(missingTexts);
        return badCells == null ? options
                : options.withBadCell(ModelOptions.constant(BadCell.class, badCells, Said.of("cli.constant.cells")));
    }

    /** Whether anything was said of how the file is written. */
    boolean isSaid() {
        return !options(ImportOptions.DEFAULT).equals(ImportOptions.DEFAULT);
    }

    private DialectChoice choice() {
        Boolean runs = delimiter == null ? null : delimiter.equals("spaces");
        DialectChoice choice = DialectChoice.OPEN.withEncoding(encoding).withDelimiter(mark(delimiter), runs).withQuote(mark(quote));
        return choice.withEscape(escape()).withHeader(truth(header, "--header")).withRowNames(truth(rowNames, "--row-names"))
                .withDecimal(mark(decimal)).withThousands(mark(thousands)).withComment(mark(comment)).withSkipLines(skipLines)
                        .withDates(dates);
    }

    private String escape() {
        if (escape == null) {
            return null;
        }
        return switch (escape) {
            case "backslash", "\\" -> "\\";
            case "doubled" -> quote == null ? "\"" : mark(quote);
            default -> throw new InputException(Said.of("cli.escape", escape));
        };
    }

    private static String mark(String text) {
        return text == null ? null : MARKS.getOrDefault(text.toLowerCase(Locale.ROOT), text);
    }

    private static Boolean truth(String text, String option) {
        if (text == null || YES.contains(text) || NO.contains(text)) {
            return text == null ? null : YES.contains(text);
        }
        throw new InputException(Said.of("cli.yes", option, text));
    }
}
