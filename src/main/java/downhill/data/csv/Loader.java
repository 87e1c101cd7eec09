package downhill.data.csv;

import downhill.data.BadCell;
import downhill.data.ColumnType;
import downhill.data.CounterRandom;
import downhill.data.ImportOptions;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Second pass over a file: stores the cells under the types decided, and lists all that was not taken as it stands. */
final class Loader implements RecordListener {
    private final Opening opening;
    private final Layout layout;
    private final ImportOptions options;
    private final List<CellSink> sinks;
    private final ProblemLog log;
    private final RowFilter filter;
    private final RaggedRuns ragged;
    private final Map<SkipKind, Long> skipped = new EnumMap<>(SkipKind.class);
    private final double share;
    private final int[] lines;
    private final long[] hashes;
    private final ProblemKind[] cellProblems;
    private int rows;
    private int candidates;
    private long rejected;
    private long records;
    private long trimmed;
    private long spacesBeforeQuotes;
    private boolean mixedLineEnds;

    Loader(Opening opening, ImportOptions options, Shapes shapes, List<CellSink> sinks, int capacity, double share, ProblemLog log) {
        this.opening = opening;
        this.layout = opening.layout();
        this.options = options;
        this.sinks = sinks;
        this.log = log;
        this.share = share;
        this.filter = new RowFilter(layout, shapes);
        this.ragged = new RaggedRuns(log, shapes);
        this.lines = new int[capacity];
        this.hashes = new long[capacity];
        this.cellProblems = new ProblemKind[sinks.size()];
    }

    Loader run(Watch watch) throws IOException {
        try (EscapingReader text = opening.text(); Tokens tokens = new Tokens(text, opening.dialect(), this)) {
            tokens.guard().expectFields(layout.fields());
            boolean header = layout.header() != null;
            for (Row row = tokens.next(); row != null; row = tokens.next()) {
                watch.tick(text);
                if (header) {
                    header = false;
                    skipped(SkipKind.HEADER, row.line());
                } else {
                    marks(row, tokens.guard().queue());
                    take(row);
                }
            }
            records = tokens.guard().records();
            mixedLineEnds = tokens.guard().mixesLineEnds();
        }
        return this;
    }

    private void marks(Row row, LineQueue marks) {
        trimmed += row.trimmed();
        spacesBeforeQuotes += marks.spaceBeforeQuote() ? 1 : 0;
        if (marks.quoteInField()) {
            log.add(row.line(), null, ProblemKind.QUOTE_IN_FIELD, Texts.clip(String.join(opening.dialect().delimiter(), row.texts())),
                    "A quote stands within a cell that does not start with one.", "The cell was taken as it stands.");
        }
        if (marks.byteOrderMark()) {
            log.add(row.line(), null, ProblemKind.BYTE_ORDER_MARK, "", "A byte order mark stands in the middle of the file.", "It was left out.");
        }
    }

    private void take(Row row) {
        RowFilter.Verdict verdict = filter.judge(row);
        ragged.next(row, layout.fields());
        switch (verdict) {
            case TOO_FEW -> reject(row, ProblemKind.TOO_FEW_FIELDS, "The row has " + row.fields() + " cells instead of " + layout.fields() + ".",
                    "It was left out. To keep it, add the missing delimiters.");
            case TOO_MANY -> reject(row, ProblemKind.TOO_MANY_FIELDS, "The row has " + row.fields() + " cells instead of " + layout.fields() + ".",
                    "It was left out. To keep it, put cells that contain the delimiter into quotes.");
            case SECOND_HEADER -> reject(row, ProblemKind.SECOND_HEADER, "The row looks like another header: it has text where numbers stand.",
                    "It was left out. To keep it, set these columns to text.");
            case REPEATED_HEADER -> {
                skipped(SkipKind.REPEATED_HEADER, row.line());
                log.add(row.line(), null, ProblemKind.REPEATED_HEADER, "", "The header occurs again.", "It was skipped.");
            }
            default -> keep(row, verdict == RowFilter.Verdict.TOTAL);
        }
    }

    private void reject(Row row, ProblemKind kind, String found, String done) {
        rejected++;
        log.add(row.line(), null, kind, String.join(opening.dialect().delimiter(), row.texts()), found, done);
    }

    private void keep(Row row, boolean total) {
        if (share < 1 && CounterRandom.uniform(options.seed(), CounterRandom.SAMPLING, candidates++) >= share || rows == lines.length) {
            skipped(SkipKind.NOT_SAMPLED, row.line());
            return;
        }
        if (row.fields() > layout.fields()) {
            log.add(row.line(), null, ProblemKind.EMPTY_EXTRA_FIELDS, "", "The row ends with empty cells too many.", "They were left out.");
        }
        boolean rejecting = total || options.badCell() == BadCell.REJECT_ROW;
        if (!store(row, rejecting, total)) {
            rejected++;
            return;
        }
        if (total) {
            log.add(row.line(), null, ProblemKind.FOOTER, row.text(0), "The row looks like a sum of others (\"" + row.text(0) + "\").",
                    "It was kept. To leave it out, delete it in the file.");
        }
        lines[rows] = (int) Math.min(Integer.MAX_VALUE, row.line());
        hashes[rows] = row.hash();
        rows++;
    }

    /** Stores all cells; false if the row is rejected because of one of them. */
    private boolean store(Row row, boolean rejecting, boolean total) {
        char[] chars = row.chars();
        boolean bad = false;
        for (int j = 0; j < cellProblems.length; j++) {
            cellProblems[j] = sinks.get(j).put(rows, chars, row.start(j), row.end(j));
            bad |= cellProblems[j] != null && CellProblems.loses(cellProblems[j]);
        }
        if (bad && total) {
            log.add(row.line(), null, ProblemKind.TOTAL_ROW, String.join(opening.dialect().delimiter(), row.texts()),
                    "The row looks like a sum of others (\"" + row.text(0) + "\") and does not fit the columns.", "It was left out.");
            return false;
        }
        for (int j = 0; j < cellProblems.length; j++) {
            if (cellProblems[j] != null) {
                String raw = row.text(j);
                log.add(row.line(), layout.names().get(j), cellProblems[j], raw, CellProblems.found(cellProblems[j], raw),
                        CellProblems.done(cellProblems[j], raw, layout.names().get(j), rejecting));
            }
        }
        return !(bad && rejecting);
    }

    @Override
    public void skipped(SkipKind kind, long line) {
        skipped.merge(kind, 1L, Long::sum);
    }

    @Override
    public void rejected(ProblemKind kind, long line, int field, String raw) {
        rejected++;
        String column = field < layout.names().size() ? layout.names().get(field) : null;
        log.add(line, column, kind, raw, RecordProblems.found(kind, raw, opening.charset().name()), RecordProblems.done(kind));
    }

    int rows() {
        return rows;
    }

    int[] lines() {
        return Arrays.copyOf(lines, rows);
    }

    long records() {
        return records;
    }

    long rejected() {
        return rejected;
    }

    Map<SkipKind, Long> skipped() {
        return skipped;
    }

    /** Cells that had spaces around them. */
    long trimmed() {
        return trimmed + spacesBeforeQuotes;
    }

    boolean mixedLineEnds() {
        return mixedLineEnds;
    }

    /** Rows that equal another one before them. */
    int duplicates() {
        long[] sorted = Arrays.copyOf(hashes, rows);
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 1; i < sorted.length; i++) {
            count += sorted[i] == sorted[i - 1] ? 1 : 0;
        }
        return count;
    }

    /** The kind of sink for a type. */
    static CellSink sink(TypeGuess guess, int rows, Shapes shapes, NumberStyle style, boolean units) {
        return guess.type() == ColumnType.NUMBER ? new NumberSink(rows, shapes, style, guess.dashMissing(), units)
                : new LabelSink(guess.type(), guess.order(), rows, shapes);
    }
}
