package downhill.data.csv;

import downhill.data.DataException;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What one of several files looks like, without its rows: its columns, and what their cells look like. Those of all files together say how
 * each is read ({@link PartsReading}).
 */
public final class PartSurvey implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long size;
    private final String encoding;
    private final long[] starts;
    private final long[] lines;
    private final boolean header;
    private final List<String> originals;
    private final List<String> names;
    private final List<ColumnFacts> facts;
    private final long rows;
    private final long rejected;
    private final List<Decision> doubted;

    private PartSurvey(ByteSource file, Opening opening, Pass pass, Landmarks marks) {
        Layout layout = opening.layout();
        this.file = file.name();
        this.size = file.size();
        this.encoding = opening.charset().name();
        this.starts = marks.starts();
        this.lines = marks.lines();
        this.header = layout.header() != null;
        this.originals = List.copyOf(layout.originals());
        this.names = List.copyOf(layout.names());
        this.facts = List.copyOf(pass.facts());
        this.rows = pass.kept();
        this.rejected = pass.rejected();
        this.doubted = opening.decisions().stream().filter(each -> !each.sure()).toList();
    }

    /**
     * Looks at a file, piece by piece, so that its size does not matter.
     *
     * @throws DataException if nothing can be read; the message names the file, what was found and what to do
     * @throws java.util.concurrent.CancellationException if progress asked to end
     */
    public static PartSurvey of(Path path, ImportOptions options, Progress progress) {
        FileSource file = FileSource.of(path);
        try {
            CellShapes shapes = new CellShapes(options.missing());
            Opening opening = Opening.of(file, options, shapes);
            Landmarks marks = Landmarks.of(opening);
            Pass pass = pass(file, opening, options, shapes, progress, marks);
            if (options.said().encoding() == null && pass.broken().showAnotherEncoding()) {
                opening = opening.withEncoding(pass.broken().guess(), options, shapes);
                marks = Landmarks.of(opening);
                pass = pass(file, opening, options, shapes, progress, marks);
            }
            file.checkUnchanged();
            ImportJob.checkRows(file, opening, pass);
            return new PartSurvey(file, opening, pass, marks);
        } catch (IOException e) {
            throw FileSource.failure(path, e);
        }
    }

    private static Pass pass(ByteSource file, Opening opening, ImportOptions options, CellShapes shapes, Progress progress,
                             Landmarks marks) throws IOException {
        Types any = Types.of(opening.facts(shapes), opening.layout(), options, Map.of());
        RowStore nothing = new RowStore(any.sinks(1, shapes, options.units())) {
            @Override
            void keep(Row row) {
                // Of a survey no row is kept: the next one is put in its place.
            }
        };
        return new Pass(opening, options, shapes, 1, nothing, new ProblemLog(problem -> { }))
                .run(new Watch(progress, 0, 1, file.size()), Stretch.noting(marks));
    }

    String file() {
        return file;
    }

    /** Bytes of the file. */
    public long size() {
        return size;
    }

    /**
     * The file cut where rows begin, into pieces of about as many bytes each: fewer than asked for where it is known at too few places, or
     * at none, where rows begin.
     */
    public List<FilePart> pieces(int count) {
        List<FilePart> pieces = new ArrayList<>();
        int before = -1;
        for (int piece = 1; piece < count; piece++) {
            int found = Arrays.binarySearch(starts, size / count * piece);
            int mark = Math.min(starts.length - 1, found < 0 ? -found - 1 : found);
            if (mark > before) {
                pieces.add(piece(before, mark));
                before = mark;
            }
        }
        pieces.add(before < 0 ? new FilePart(file, size) : piece(before, -1));
        return pieces;
    }

    /** From one landmark to another, each −1 where that is an end of the file. */
    private FilePart piece(int from, int to) {
        long begin = from < 0 ? 0 : starts[from];
        return new FilePart(file, size, begin, to < 0 ? size : starts[to], from < 0 ? 1 : lines[from], encoding, facts);
    }

    /** Rows of the table. */
    public long rows() {
        return rows;
    }

    /** Rows left out because something is wrong with them, whatever their cells hold. */
    long rejected() {
        return rejected;
    }

    /** How it is read, where that is not sure. */
    List<Decision> doubted() {
        return doubted;
    }

    Layout layout() {
        return new Layout(header ? originals : null, originals, names, new boolean[names.size()], null);
    }

    List<ColumnFacts> facts() {
        return facts;
    }
}
