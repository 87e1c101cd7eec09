package downhill.data.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** First pass over a file: counts rows and what each column's cells look like, so that types are decided on all of it. */
final class Scout implements RecordListener {
    private static final int KEPT = 1 << 16;

    private final Opening opening;
    private final Shapes shapes;
    private final List<ColumnFacts> facts = new ArrayList<>();
    private final boolean units;
    private int rows;
    private long brokenRows;
    private long firstBrokenLine;
    private final StringBuilder broken = new StringBuilder();
    private boolean beyondAscii;
    private long rejected;
    private long firstRejectedLine;
    private String firstRejection;
    private long blank;

    Scout(Opening opening, Shapes shapes, boolean units) {
        this.units = units;
        this.opening = opening;
        this.shapes = shapes;
        for (int i = 0; i < opening.layout().fields(); i++) {
            facts.add(new ColumnFacts());
        }
    }

    Scout run(Watch watch) throws IOException {
        Layout layout = opening.layout();
        RowFilter filter = new RowFilter(layout, shapes);
        try (EscapingReader text = opening.text(); Tokens tokens = new Tokens(text, opening.dialect(), this)) {
            tokens.guard().expectFields(layout.fields());
            boolean header = layout.header() != null;
            for (Row row = tokens.next(); row != null; row = tokens.next()) {
                watch.tick(text);
                if (header) {
                    header = false;
                    continue;
                }
                RowFilter.Verdict verdict = filter.judge(row);
                noteRagged(row, verdict);
                if (verdict == RowFilter.Verdict.ROW) {
                    add(row);
                }
                rows += verdict == RowFilter.Verdict.ROW || verdict == RowFilter.Verdict.TOTAL ? 1 : 0;
            }
        }
        return this;
    }

    private void add(Row row) {
        char[] chars = row.chars();
        for (int field = 0; field < facts.size(); field++) {
            int start = row.start(field);
            int end = row.end(field);
            Shape shape = shapes.of(chars, start, end);
            if (units && shape == Shape.UNIT) {
                shape = shapes.of(Units.strip(new String(chars, start, end - start)));
            }
            beyondAscii |= shape == Shape.TEXT && !beyondAscii && isBeyondAscii(chars, start, end);
            facts.get(field).add(shape, chars, start, end);
        }
    }

    private static boolean isBeyondAscii(char[] chars, int start, int end) {
        for (int i = start; i < end; i++) {
            if (chars[i] >= 0x80) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void skipped(SkipKind kind, long line) {
        blank += kind == SkipKind.BLANK ? 1 : 0;
    }

    @Override
    public void rejected(ProblemKind kind, long line, int field, String raw) {
        noteRejection(line, RecordProblems.found(kind, raw, opening.charset().name()));
        if (kind == ProblemKind.INVALID_BYTES) {
            firstBrokenLine = brokenRows++ == 0 ? line : firstBrokenLine;
            if (broken.length() < KEPT) {
                broken.append(raw);
            }
        }
    }

    /** Rows of the table before any sampling. */
    int rows() {
        return rows;
    }

    List<ColumnFacts> facts() {
        return facts;
    }

    long blankLines() {
        return blank;
    }

    /** Rows with bytes that do not belong to the encoding. */
    long brokenRows() {
        return brokenRows;
    }

    long firstBrokenLine() {
        return firstBrokenLine;
    }

    /** Bytes of the first of them; characters beyond ASCII that were sound are left out. */
    byte[] brokenBytes() {
        byte[] bytes = new byte[broken.length()];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            char c = broken.charAt(i);
            if (c < 0x80 || EscapingReader.isBroken((char) 0, c)) {
                bytes[length++] = (byte) c;
            }
        }
        return java.util.Arrays.copyOf(bytes, length);
    }

    /** Whether a sound character beyond ASCII was among the cells that are no numbers. */
    boolean sawBeyondAscii() {
        return beyondAscii;
    }

    long rejected() {
        return rejected;
    }

    long firstRejectedLine() {
        return firstRejectedLine;
    }

    String firstRejection() {
        return firstRejection;
    }

    private void noteRagged(Row row, RowFilter.Verdict verdict) {
        if (verdict == RowFilter.Verdict.TOO_FEW || verdict == RowFilter.Verdict.TOO_MANY) {
            noteRejection(row.line(), "it has " + row.fields() + " cells instead of " + opening.layout().fields() + ".");
        }
    }

    private void noteRejection(long line, String reason) {
        if (rejected++ == 0) {
            firstRejectedLine = line;
            firstRejection = reason;
        }
    }
}
