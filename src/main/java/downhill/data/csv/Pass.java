package downhill.data.csv;

import downhill.data.BadCell;
import downhill.data.CounterRandom;
import downhill.data.ImportOptions;
import downhill.words.Said;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One pass over a file: stores the cells under the types expected, counts what the cells of each column look like, and lists all that
 * was not taken as it stands.
 */
final class Pass implements RecordListener {
    private final Opening opening;
    private final Layout layout;
    private final ImportOptions options;
    private final CellShapes shapes;
    private final RowStore store;
    /** Null where it is known already what the cells look like. */
    private SeenCells seen;
    private List<ColumnFacts> facts;
    private final ProblemLog log;
    private final BrokenBytes broken = new BrokenBytes();
    private final RaggedRuns ragged;
    private final Map<SkipKind, Long> skipped = new EnumMap<>(SkipKind.class);
    private final double share;
    private final ProblemKind[] cellProblems;
    /** Columns of whose texts the hashes are known. */
    private final boolean[] hashed;
    private Crew crew = Crew.usual();
    /** Of which the row at hand is. */
    private CellBatch cells;
    private int candidates;
    private long kept;
    private long rejected;
    private long records;
    private long trimmed;
    private long spacesBeforeQuotes;
    private String lineEnds = "";

    /** A pass that keeps all rows; {@code everything} is told each problem. */
    Pass(Opening opening, ImportOptions options, CellShapes shapes, Types types, double share, Consumer<? super ImportProblem> everything) {
        this(opening, options, shapes, share, new RowStore(types.sinks(opening.roughRows(share), shapes, options.units())),
                new ProblemLog(everything));
    }

    /** Its rows go to this store, its problems to this log. */
    Pass(Opening opening, ImportOptions options, CellShapes shapes, double share, RowStore store, ProblemLog log) {
        this.opening = opening;
        this.layout = opening.layout();
        this.options = options;
        this.shapes = shapes;
        this.share = share;
        this.store = store;
        this.log = log;
        this.ragged = new RaggedRuns(log, shapes);
        this.cellProblems = new ProblemKind[layout.fields()];
        this.hashed = new boolean[layout.fields()];
        for (int i = 0; i < layout.fields(); i++) {
            hashed[i] = share >= 1 && store.sinks().get(i).hashes();
        }
        this.seen = new SeenCells(layout.fields(), shapes, options.units(), broken);
        this.facts = seen.facts();
    }

    /** Of cells that an earlier pass has looked at there is no need to count again what they look like. */
    Pass knowing(List<ColumnFacts> known) {
        facts = known;
        seen = null;
        return this;
    }

    /** Has the cells looked at in another way; what comes of it is the same. */
    Pass by(Crew other) {
        crew = other;
        return this;
    }

    Pass run(Watch watch, Stretch stretch) throws IOException {
        try (EscapingReader text = stretch.text(opening);
             RecordBatches source = new RecordBatches(text, opening.dialect(), layout.fields(), crew.size())) {
            source.guard().begin(stretch.line(), stretch.marks());
            List<CellSink> readers = share < 1 ? List.of() : store.sinks();
            BatchWalk walk = new BatchWalk(this, opening, watch, stretch);
            crew.read(source, () -> new CellBatch(opening.dialect(), layout, shapes, readers), walk);
            records = source.guard().records();
            lineEnds = source.guard().lineEnds().name();
        }
        return this;
    }

    /** Takes a batch of nothing but rows of which there is nothing to say, column by column; false if it has to be taken row by row. */
    boolean takeAll(CellBatch batch) {
        if (share < 1 || !store.byColumn() || !batch.isSound() || seen != null && !seen.canSee(batch) || !store.putAll(batch)) {
            return false;
        }
        if (seen != null) {
            seen.see(batch);
        }
        ragged.usual();
        trimmed += batch.trimmed();
        candidates += batch.count();
        kept += batch.count();
        return true;
    }

    /** A row of the table, or what looks like one. */
    void take(CellBatch batch, Row row, RowFilter.Verdict verdict) {
        cells = batch;
        marks(row, batch.records().lines());
        take(row, verdict);
    }

    private void marks(Row row, LineQueue marks) {
        trimmed += row.trimmed();
        spacesBeforeQuotes += marks.spaceBeforeQuote() ? 1 : 0;
        if (marks.quoteInField()) {
            log.add(row.line(), null, ProblemKind.QUOTE_IN_FIELD, Texts.clip(String.join(opening.dialect().delimiter(), row.texts())),
                    Said.of("csv.say.quoteInCell"), Said.of("csv.do.asItStands"));
        }
        if (marks.byteOrderMark()) {
            log.add(row.line(), null, ProblemKind.BYTE_ORDER_MARK, "", Said.of("csv.say.mark"), Said.of("csv.do.out"));
        }
    }

    private void take(Row row, RowFilter.Verdict verdict) {
        ragged.next(row, layout.fields());
        switch (verdict) {
            case TOO_FEW -> reject(row, ProblemKind.TOO_FEW_FIELDS, lengths(row), Said.of("csv.do.delimiters"));
            case TOO_MANY -> reject(row, ProblemKind.TOO_MANY_FIELDS, lengths(row), Said.of("csv.do.quotes"));
            case SECOND_HEADER -> reject(row, ProblemKind.SECOND_HEADER, Said.of("csv.say.second"), Said.of("csv.do.second"));
            case REPEATED_HEADER -> {
                skipped(SkipKind.REPEATED_HEADER, row.line());
                log.add(row.line(), null, ProblemKind.REPEATED_HEADER, "", Said.of("csv.say.again"), Said.of("csv.do.skipped"));
            }
            default -> keep(row, verdict == RowFilter.Verdict.TOTAL);
        }
    }

    private Said lengths(Row row) {
        return Said.of(row.fields() == 1 ? "csv.say.cell" : "csv.say.cells", row.fields(), layout.fields());
    }

    private void reject(Row row, ProblemKind kind, Said found, Said done) {
        rejected++;
        log.add(row.line(), null, kind, String.join(opening.dialect().delimiter(), row.texts()), found, done);
    }

    /** By chance in [0, 1); a row of the table is drawn into a sample if this is below the share. */
    static double draw(long seed, int row) {
        return CounterRandom.uniform(seed, CounterRandom.SAMPLING, row);
    }

    private void keep(Row row, boolean total) {
        if (share < 1 && draw(options.seed(), candidates) >= share) {
            candidates++;
            if (seen != null && !total) {
                seen.see(cells, row);
            }
            skipped(SkipKind.NOT_SAMPLED, row.line());
            return;
        }
        candidates++;
        if (row.fields() > layout.fields()) {
            log.add(row.line(), null, ProblemKind.EMPTY_EXTRA_FIELDS, "", Said.of("csv.say.extra"), Said.of("csv.do.extra"));
        }
        boolean rejecting = total || options.badCell() == BadCell.REJECT_ROW;
        if (!store(row, rejecting, total)) {
            rejected++;
            return;
        }
        if (total) {
            log.add(row.line(), null, ProblemKind.FOOTER, row.text(0), Said.of("csv.say.sum", row.text(0)), Said.of("csv.do.sum"));
        }
        kept++;
        store.keep(row);
    }

    /** Stores all cells; false if the row is rejected because of one of them. */
    private boolean store(Row row, boolean rejecting, boolean total) {
        char[] chars = row.chars();
        boolean bad = false;
        for (int j = 0; j < cellProblems.length; j++) {
            int start = row.start(j);
            int end = row.end(j);
            Shape shape = cells.shape(j);
            double value = cells.value(j);
            cellProblems[j] = share < 1 ? store.put(j, shape, chars, start, end) : store.put(j, shape, value, chars, start, end);
            if (seen != null && !total && hashed[j]) {
                seen.see(j, shape, (int) value, chars, start, end);
            } else if (seen != null && !total) {
                seen.see(j, shape, chars, start, end);
            }
            bad |= cellProblems[j] != null && CellProblems.loses(cellProblems[j]);
        }
        if (bad && total) {
            log.add(row.line(), null, ProblemKind.TOTAL_ROW, String.join(opening.dialect().delimiter(), row.texts()),
                    Said.of("csv.say.sumOut", row.text(0)), Said.of("csv.do.out"));
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
        if (kind.found() != null) {
            log.add(line, null, ProblemKind.LINE_SKIPPED, "", kind.found(), Said.of("csv.do.skipped"));
        }
    }

    @Override
    public void rejected(ProblemKind kind, long line, int field, String raw) {
        rejected++;
        if (kind == ProblemKind.INVALID_BYTES) {
            broken.add(line, raw);
        }
        String column = field < layout.names().size() ? layout.names().get(field) : null;
        log.add(line, column, kind, raw, RecordProblems.found(kind, raw, opening.charset().name()), RecordProblems.done(kind));
    }

    /** Rows that are in the store. */
    int rows() {
        return store.rows();
    }

    /** Rows that have gone into the store. */
    long kept() {
        return kept;
    }

    int[] lines() {
        return store.lines();
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

    /** As {@link LineEnds#name}. */
    String lineEnds() {
        return lineEnds;
    }

    List<CellSink> sinks() {
        return store.sinks();
    }

    List<ColumnFacts> facts() {
        return facts;
    }

    ProblemLog log() {
        return log;
    }

    BrokenBytes broken() {
        return broken;
    }

    /** What was drawn into a sample, or null if all was read. */
    Drawn drawn() {
        return skipped.containsKey(SkipKind.NOT_SAMPLED) ? new Drawn(store.rows(), candidates, options.seed()) : null;
    }

    /** Rows of the table before any sampling. */
    int candidates() {
        return candidates;
    }
}
