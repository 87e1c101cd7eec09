package downhill.data.csv;

import downhill.data.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What the page about CSV files says of records in any dialect, letter by letter on a whole text, with no regard for speed: the second
 * writing of {@link RecordScanner}, {@link RecordGuard}, {@link RecordRewriter} and {@link Row}. Knows no limits of length.
 */
final class LiteralRecords {
    private static final String STROKES = "-=+|:";

    private final String text;
    private final Dialect dialect;
    private final int expected;
    private final Map<Integer, String> told = new TreeMap<>();
    private int at;
    private int line = 1;

    // Of the record that is being read.
    private List<String> cells;
    private int lines;
    private ProblemKind defect;
    private int defectField;
    private boolean hopeless;

    private LiteralRecords(String text, Dialect dialect, int expected) {
        this.text = text;
        this.dialect = dialect;
        this.expected = expected;
    }

    /**
     * By the line at which each record starts, what becomes of it.
     *
     * @param expected cells in a row, 0 where that is not known
     */
    static Map<Integer, String> of(String text, Dialect dialect, int expected) {
        LiteralRecords records = new LiteralRecords(text, dialect, expected);
        while (records.at < text.length()) {
            records.record();
        }
        return records.told;
    }

    static String row(List<String> cells) {
        return "row " + String.join("¦", cells);
    }

    static String skipped(SkipKind kind) {
        return "skipped " + kind;
    }

    static String rejected(ProblemKind kind, int field, boolean runs) {
        return "rejected " + kind + (runs ? "" : " in cell " + field);
    }

    private void record() {
        String first = text.substring(at, lineEnd());
        SkipKind skip = line <= dialect.skipLines() ? SkipKind.PREAMBLE : isBlank(first) ? SkipKind.BLANK
                : !dialect.comment().isEmpty() && first.startsWith(dialect.comment()) ? SkipKind.COMMENT
                : isRule(first) ? SkipKind.RULE : null;
        if (skip != null) {
            told.put(line, skipped(skip));
            toNextLine();
            line++;
        } else {
            cells(at);
        }
    }

    private void cells(int start) {
        cells = new ArrayList<>();
        lines = 1;
        defect = null;
        hopeless = false;
        if (dialect.runs()) {
            run();
        }
        cell();
        while (!hopeless && delimiter()) {
            at += dialect.delimiter().length();
            if (!dialect.runs() || !run()) {
                cell();
            }
        }
        finish(start);
    }

    /** Leaves out what is left of a run of delimiters; true if the record ends with it. */
    private boolean run() {
        while (delimiter()) {
            at += dialect.delimiter().length();
        }
        return at == lineEnd();
    }

    private void finish(int start) {
        boolean swallowed = !hopeless && defect == null && !dialect.runs() && expected > 0 && lines > 1 && cells.size() != expected;
        if (swallowed) {
            note(ProblemKind.UNCLOSED_QUOTE, 0);
        }
        if (swallowed || hopeless) {
            at = start;
            at = lineEnd();
            lines = 1;
        }
        told.put(line, defect == null ? row(cells) : rejected(defect, defectField, dialect.runs()));
        line += lines;
        toNextLine();
    }

    private void note(ProblemKind kind, int field) {
        if (defect == null) {
            defect = kind;
            defectField = field;
        }
    }

    private void cell() {
        int begin = at;
        while (at < text.length() && !delimiter() && (text.charAt(at) == ' ' || text.charAt(at) == '\uFEFF')) {
            at++;
        }
        boolean quoted = !dialect.quote().isEmpty() && text.startsWith(dialect.quote(), at);
        if (quoted) {
            quoted();
        } else {
            at = begin;
            cells.add(trimmed(rest()));
        }
    }

    /** What stands up to the next delimiter or line end. */
    private String rest() {
        StringBuilder rest = new StringBuilder();
        while (at < text.length() && !delimiter() && !isLineEnd(text.charAt(at))) {
            look(cells.size());
            rest.append(text.charAt(at) == '\uFEFF' && !parts(rest.toString()) ? "" : text.charAt(at));
            at++;
        }
        return rest.toString();
    }

    /** Whether what stands before and behind would be a delimiter were it not for what stands here. */
    private boolean parts(String before) {
        String wanted = dialect.delimiter();
        return IntStream.range(1, wanted.length()).anyMatch(half -> before.endsWith(wanted.substring(0, half))
                && text.startsWith(wanted.substring(half), at + 1));
    }

    private void look(int field) {
        char c = text.charAt(at);
        boolean broken = c >= 0xDC80 && c <= 0xDCFF && !(at > 0 && Character.isHighSurrogate(text.charAt(at - 1)));
        if (c == 0 || broken) {
            note(c == 0 ? ProblemKind.NUL_CHARACTER : ProblemKind.INVALID_BYTES, field);
        }
    }

    private void quoted() {
        char quote = dialect.quote().charAt(0);
        StringBuilder cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && dialect.escape().equals("\\") || c == quote && text.startsWith(dialect.quote(), at + 1)) {
                at++;
            } else if (c == quote) {
                at++;
                cells.add(cell.toString());
                afterQuote();
                return;
            }
            if (at < text.length()) {
                look(cells.size());
                lines += isWholeLineEnd() ? 1 : 0;
                cell.append(text.charAt(at));
            }
        }
        giveUp(ProblemKind.UNCLOSED_QUOTE, cells.size());
    }

    /** A line end of two characters counts once, with the second. */
    private boolean isWholeLineEnd() {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r' && !text.startsWith("\n", at + 1);
    }

    private void afterQuote() {
        while (text.startsWith(" ", at) && !delimiter()) {
            at++;
        }
        if (at == text.length() || delimiter() || isLineEnd(text.charAt(at))) {
            return;
        }
        if (lines > 1) {
            giveUp(ProblemKind.TEXT_AFTER_QUOTE, cells.size() - 1);
        } else {
            note(ProblemKind.TEXT_AFTER_QUOTE, cells.size() - 1);
            rest();
        }
    }

    /** Nothing beyond the first line is trusted. */
    private void giveUp(ProblemKind kind, int field) {
        defect = kind;
        defectField = field;
        hopeless = true;
    }

    private boolean delimiter() {
        return text.startsWith(dialect.delimiter(), at);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private int lineEnd() {
        int end = at;
        while (end < text.length() && !isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void toNextLine() {
        at = lineEnd();
        at = Math.min(text.length(), at + (text.startsWith("\r\n", at) ? 2 : 1));
    }

    private boolean isBlank(String first) {
        return first.chars().allMatch(c -> " \t\f\uFEFF\u001A".indexOf(c) >= 0 && (dialect.runs() || c != dialect.delimiter().charAt(0)));
    }

    private boolean isRule(String first) {
        boolean usable = !"-=+:".contains(dialect.delimiter().substring(0, 1)) && STROKES.indexOf(first.charAt(0)) >= 0;
        return usable && first.chars().allMatch(c -> (STROKES + " " + dialect.delimiter()).indexOf(c) >= 0)
                && (first.contains("---") || first.contains("==="));
    }

    private static String trimmed(String cell) {
        return cell.replaceAll("^[ \\t\\f\\x0B]+|[ \\t\\f\\x0B]+$", "");
    }
}
