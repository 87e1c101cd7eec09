package downhill.data.csv;

import downhill.data.DataException;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Wanted;
import downhill.words.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a delimited text file piece by piece, so that its size does not matter: encoding and dialect are found out as by
 * {@link CsvImport}, but types, and where they are known marks in numbers and orders in dates, are those of another file. Where the
 * whole file contradicts its beginning, it is read once more; where it contradicts the other file, it is refused.
 */
public final class CsvStream {
    /** In place of a number of rows to repeat: there is one block, which holds all. */
    public static final int WHOLE = -1;

    private static final int BLOCK = 2048;
    private static final int MOST_CELLS = 1 << 20;

    private final ByteSource file;
    private final ImportOptions options;
    private final CellShapes shapes;
    private final Wanted wanted;
    private final int repeated;
    private final Progress progress;
    private final BlockListener listener;

    private CsvStream(ByteSource file, ImportOptions options, Wanted wanted, int repeated, Progress progress, BlockListener listener) {
        this.file = file;
        this.options = options;
        this.shapes = new CellShapes(options.missing());
        this.wanted = wanted;
        this.repeated = repeated;
        this.progress = progress;
        this.listener = listener;
    }

    /**
     * Reads a file.
     *
     * @param options  what a person decided about reading; no sample is drawn
     * @param wanted   the columns to take; one that the file lacks is left out
     * @param repeated rows at the end of each block that the next block begins with, or {@link #WHOLE}
     * @throws downhill.data.DataException if nothing can be read; the message names the file, what was found and what to do
     * @throws java.util.concurrent.CancellationException if progress asked to end
     * @throws IOException what the listener throws
     */
    public static void read(Path file, ImportOptions options, Wanted wanted, int repeated, Progress progress, BlockListener listener)
            throws IOException {
        FileSource source = FileSource.of(file);
        try {
            new CsvStream(source, options.withSampleRows(0), wanted, repeated, progress, listener).run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException e) {
            throw FileSource.failure(file, e);
        }
    }

    /**
     * Reads a part of a file, as the whole of it is read.
     *
     * @throws IOException as the other
     */
    static void read(FilePart part, ImportOptions options, Wanted wanted, Progress progress, BlockListener listener) throws IOException {
        if (part.isWhole()) {
            read(part.file(), options, wanted, 0, progress, listener);
            return;
        }
        FileSource source = FileSource.of(part.file());
        try {
            new CsvStream(source, options.withSampleRows(0), wanted, 0, progress, listener).run(part);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException e) {
            throw FileSource.failure(part.file(), e);
        }
    }

    /** Reads from memory; the name is for messages. */
    public static void read(byte[] bytes, String name, ImportOptions options, Wanted wanted, int repeated, Progress progress,
                            BlockListener listener) throws IOException {
        try {
            new CsvStream(ByteSource.of(name, bytes), options, wanted, repeated, progress, listener).run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void run() throws IOException {
        Opening opening = Opening.of(file, options, shapes);
        StreamPlan plan = plan(opening.facts(shapes), opening);
        Pass pass = pass(opening, plan, 0, 1);
        if (options.said().encoding() == null && pass.broken().showAnotherEncoding()) {
            opening = opening.withEncoding(pass.broken().guess(), options, shapes);
            plan = plan(opening.facts(shapes), opening);
            pass = pass(opening, plan, 0.5, 0.5);
        }
        StreamPlan whole = plan(pass.facts(), opening);
        if (!whole.isLike(plan)) {
            pass = pass(opening, whole, 0.5, 0.5);
        }
        file.checkUnchanged();
        ImportJob.checkRows(file, opening, pass);
        new Contradictions(file.name(), whole, pass.facts(), options).check(listener);
        progress.done(1);
    }

    /** Of a piece nothing is found out: what the whole file says is known. */
    private void run(FilePart part) throws IOException {
        if (file.size() != part.size()) {
            throw new DataException(Said.of("file.changed", file.name()));
        }
        Opening opening = Opening.of(file, options, shapes);
        if (!opening.charset().name().equals(part.encoding())) {
            opening = Opening.of(file, options.withDialect(options.said().withEncoding(part.encoding())), shapes);
        }
        StreamPlan plan = plan(part.facts(), opening);
        pass(opening, plan, new Watch(progress, 0, 1, part.bytes()), part);
        file.checkUnchanged();
    }

    private StreamPlan plan(List<ColumnFacts> facts, Opening opening) {
        return StreamPlan.of(facts, opening, options, wanted);
    }

    private Pass pass(Opening opening, StreamPlan plan, double from, double share) throws IOException {
        return pass(opening, plan, new Watch(progress, from, share, file.size()), null);
    }

    /** @param part null for the whole file, of whose cells it is to be known what they look like */
    private Pass pass(Opening opening, StreamPlan plan, Watch watch, FilePart part) throws IOException {
        try {
            if (opening.layout().fields() > 0) { // else no row can be read, which is said at the end
                listener.begin(plan.shownNames(), plan.found());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        plan.renamed().forEach(listener::remark);
        plan.repeated().forEach(listener::remark);
        int size = repeated == WHOLE ? Integer.MAX_VALUE
                : Math.max(1, Math.min(BLOCK, MOST_CELLS / Math.max(1, opening.layout().fields())));
        BlockStore store = new BlockStore(plan, shapes, size, repeated, listener);
        ProblemLog log = new ProblemLog(problem -> {
            if (problem.column() == null || problem.kind().rejects() || plan.wants(problem.column())) {
                listener.problem(problem);
            }
        });
        Pass pass = new Pass(opening, options, shapes, 1, store, log);
        if (part == null) {
            pass.run(watch, Stretch.WHOLE);
        } else {
            pass.knowing(part.facts()).run(watch, part.stretch());
        }
        if (opening.layout().fields() > 0) {
            store.finish();
        }
        return pass;
    }
}
